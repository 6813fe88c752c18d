// A program that reads a thousand filings runs out of files unless each one is closed, also where reading it failed.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstBytes } from '../src/bundle/first-bytes.ts'
import { findAlgorithm, hashFile } from '../src/bundle/hash-file.ts'
import { readArchive } from '../src/bundle/read-archive.ts'
import { syncFolder } from '../src/bundle/swap-folder.ts'
import { unpack } from '../src/bundle/unpack.ts'
import { unseal } from '../src/bundle/unseal.ts'
import { writeArchive } from '../src/bundle/write-archive.ts'
import { writeFolder } from '../src/bundle/write-folder.ts'
import { handMadeZip } from './hand-made-zip.ts'

const workspace = mkdtempSync(join(tmpdir(), 'open-files-test-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
let count = 0
const freshPath = (): string => join(workspace, `new-${(count += 1)}`)
const freshFolder = (): string => {
  const folder = freshPath()
  mkdirSync(folder)
  return folder
}

const scan = join(workspace, 'scan.jpg')
const archive = join(workspace, 'a.zip')
const damaged = join(workspace, 'damaged.zip')
const noArchive = join(workspace, 'b.zip')
const sealed = join(workspace, 'a.age')
let identity = ''
beforeAll(async () => {
  writeFileSync(scan, 'scan')
  writeFileSync(archive, handMadeZip([{ name: 'a', data: 'a' }]))
  writeFileSync(damaged, handMadeZip([{ name: 'a', data: 'a', crc: 1 }]))
  writeFileSync(noArchive, 'no archive at all, but longer than the end of one')
  identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  writeFileSync(sealed, await encrypter.encrypt('secret'))
})

const open = '/proc/self/fd'
const rounds = 30

async function* chunks() {
  yield Buffer.from('PK')
  return Promise.resolve()
}
async function* failing() {
  yield* chunks()
  throw new Error('no more')
}
const options = { replace: false, whenStopped: () => () => undefined }

const deeds: readonly (readonly [string, () => unknown])[] = [
  ['the first bytes of a file', () => firstBytes(scan, 2)],
  ['the first bytes of a folder', () => firstBytes(workspace, 2)],
  [
    'the checksum of a file',
    () =>
      hashFile(
        scan,
        [findAlgorithm('md5')].flatMap(each => each ?? []),
      ),
  ],
  ['the checksum of a folder', () => hashFile(workspace, [])],
  ['syncing a folder', () => syncFolder(workspace)],
  ['syncing a folder that cannot be synced', () => syncFolder('/proc/self/task', false)],
  ['writing a folder', () => writeFolder(freshPath(), [{ path: 'a', from: { copy: scan } }], { replace: false })],
  ['writing an archive', () => writeArchive(freshPath(), chunks(), options)],
  ['writing an archive that fails', () => writeArchive(freshPath(), failing(), options)],
  ['reading an archive', () => readArchive(archive, files => Promise.resolve(files))],
  ['reading what is none', () => readArchive(noArchive, files => Promise.resolve(files))],
  ['unpacking an archive', () => readArchive(archive, (files, zip) => unpack(files, zip, freshFolder()))],
  ['unpacking a damaged one', () => readArchive(damaged, (files, zip) => unpack(files, zip, freshFolder()))],
  ['opening a sealed file', () => unseal(sealed, [identity], freshPath())],
  ['opening one for somebody else', async () => unseal(sealed, [await generateX25519Identity()], freshPath())],
]

describe.runIf(process.platform === 'linux')('no file stays open after', () => {
  it.each(deeds)('%s', async (_name, act) => {
    const before = readdirSync(open).length
    for (let round = 0; round < rounds; round += 1)
      await Promise.resolve()
        .then(act)
        .catch(() => undefined)
    // What a stream or a thread of Node's own closes a little later is not ours to wait for.
    expect(readdirSync(open).length - before).toBeLessThan(rounds / 2)
  })
})
