// An archive as it is written: its bytes, what it may replace, and what is told when the disk or another is quicker.
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bagContent, type PayloadFile } from '../src/bundle/bag-content.ts'
import { firstBytes } from '../src/bundle/first-bytes.ts'
import { inPrivateFolder } from '../src/bundle/private-folder.ts'
import { writeArchive } from '../src/bundle/write-archive.ts'
import { WriteRefused } from '../src/bundle/write-refused.ts'
import { zipBag } from '../src/bundle/zip-bag.ts'

const workspace = mkdtempSync(join(tmpdir(), 'write-archive-test-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
let count = 0
const freshFolder = (): string => {
  const folder = join(workspace, String((count += 1)))
  mkdirSync(folder)
  return folder
}

const noCare = () => () => undefined
async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
  return Promise.resolve()
}
const write = (target: string, content: AsyncIterable<Uint8Array>, replace = false) =>
  writeArchive(target, content, { replace, whenStopped: noCare })

/** What a call was refused with; what else went wrong is thrown again. */
async function refusalOf(call: Promise<unknown>): Promise<object | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    return { code: error.code, path: error.path }
  }
}

describe('an archive', () => {
  it('is all its chunks in order, for its owner alone, in folders that are made for it', async () => {
    const target = join(freshFolder(), 'out', 'more', 'a.zip')
    expect(await write(target, chunks('PK', '', '备案', '\n'))).toBe(9)
    expect(readFileSync(target, 'utf8')).toBe('PK备案\n')
    expect([target, join(target, '..'), join(target, '../..')].map(path => statSync(path).mode & 0o777)).toEqual([
      0o600, 0o700, 0o700,
    ])
    expect(readdirSync(join(target, '..'))).toEqual(['a.zip'])
  })

  it.each([
    ['an archive', 'PK\u0003\u0004', undefined],
    ['an empty file', '', undefined],
    ['a sealed file', 'age-encryption.org/v1\n-> X25519', undefined],
    ['a sealed file as text', '-----BEGIN AGE ENCRYPTED FILE-----', undefined],
    ['a letter', 'P', 'not-a-bag'],
    ['a text', 'years of work', 'not-a-bag'],
    ['a text about archives', 'the bytes PK', 'not-a-bag'],
    ['a key', '-----BEGIN OPENSSH PRIVATE KEY-----', 'not-a-bag'],
  ])('replaces %s only if it is one', async (_name, there, code) => {
    const target = join(freshFolder(), 'a.zip')
    writeFileSync(target, there)
    expect(await refusalOf(write(target, chunks('PK new'), true))).toEqual(code && { code, path: target })
    expect(readFileSync(target, 'utf8')).toBe(code === undefined ? 'PK new' : there)
  })

  it('is refused where something is before anything is made for it', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'folder'))
    writeFileSync(join(folder, 'file'), 'PK')
    symlinkSync('file', join(folder, 'link'))
    let begun = 0
    const counted = async function* () {
      begun += 1
      yield* chunks('PK new')
    }
    const refused = (name: string, replace: boolean) => refusalOf(write(join(folder, name), counted(), replace))
    const told = (code: string, name: string) => ({ code, path: join(folder, name) })
    expect(await refused('file', false)).toEqual(told('target-exists', 'file'))
    for (const replace of [false, true]) {
      expect(await refused('folder', replace)).toEqual(told('target-not-a-file', 'folder'))
      expect(await refused('link', replace)).toEqual(told('target-not-a-file', 'link'))
    }
    expect(begun).toBe(0)
    expect(readdirSync(folder)).toEqual(['file', 'folder', 'link'])
  })

  it('clears up what killed writers of its name left, and nothing that only looks like it', async () => {
    const folder = freshFolder()
    const others = ['.a.zip.new-0123abc', '.a.zip.new-0123abcde', '.b.zip.new-0123abcd', 'a.zip.new-0123abcd-']
    for (const name of [...others, '.a.zip.new-0123abcd']) writeFileSync(join(folder, name), 'half')
    mkdirSync(join(folder, '.a.zip.new-ffffffff/in'), { recursive: true })
    await write(join(folder, 'a.zip'), chunks('PK'))
    expect(readdirSync(folder).toSorted()).toEqual([...others, 'a.zip'].toSorted())
  })

  it.each([true, false])('tells a writer whose unfinished file is gone (replacing: %s)', async replace => {
    const folder = freshFolder()
    const target = join(folder, 'a.zip')
    const cleared = async function* () {
      yield* chunks('PK')
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      writeFileSync(target, 'PK of another')
    }
    expect(await refusalOf(write(target, cleared(), replace))).toEqual({ code: 'another-writer', path: target })
    expect(readFileSync(target, 'utf8')).toBe('PK of another')
  })

  it.each(['a text', undefined, { code: 'ENOENT' }])('throws what its content throws: %j', async thrown => {
    const folder = freshFolder()
    const failing = async function* () {
      yield* chunks('PK')
      throw thrown
    }
    await expect(write(join(folder, 'a.zip'), failing())).rejects.toBe(thrown)
    expect(readdirSync(folder)).toEqual([])
  })

  it('may be stopped at any time, also when all is done and more than once', async () => {
    const folder = freshFolder()
    const told: string[] = []
    let undo: () => void = () => undefined
    const whenStopped = (given: () => void) => {
      undo = given
      return () => void told.push('done')
    }
    await writeArchive(join(folder, 'a.zip'), chunks('PK'), { replace: false, whenStopped })
    expect(told).toEqual(['done'])
    undo()
    undo()
    expect(readdirSync(folder)).toEqual(['a.zip'])
  })
})

const info = { baggingDate: '2026-11-24', softwareAgent: 'icp-prep 0.1.0', externalIdentifier: 'example' }
const zip = (payload: Iterable<PayloadFile>, day = '2026-11-24') =>
  zipBag(bagContent(payload, info, 'sha256'), { day, algorithm: 'sha256' })
async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of content) all.push(chunk)
  return Buffer.concat(all)
}

/** The local records of an archive of stored files, one after the other, as the format has them. */
function recordsOf(bytes: Buffer) {
  const records: object[] = []
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, nameLength, extraLength] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ]
    const start = at + 30 + nameLength + extraLength
    records.push({
      name: bytes.toString('utf8', at + 30, at + 30 + nameLength),
      method: bytes.readUInt16LE(at + 8),
      time: bytes.readUInt16LE(at + 10),
      date: bytes.readUInt16LE(at + 12),
      extraLength,
      sum: createHash('sha256')
        .update(bytes.subarray(start, start + size))
        .digest('hex'),
    })
    at = start + size
  }
  return records
}

describe('a bag in an archive', () => {
  const scan = Buffer.alloc(100_000, 'scan')

  it('has every file stored under one folder, at noon of its day and with nothing of this machine', async () => {
    const from = join(freshFolder(), 'scan.jpg')
    writeFileSync(from, scan)
    const payload: PayloadFile[] = [
      { path: 'icp.yaml', from: { text: 'icp: 1\n' } },
      { path: '执照.jpg', from: { copy: from } },
      { path: 'raw', from: { bytes: Uint8Array.of(0xff) } },
    ]
    const records = recordsOf(await bytesOf(zip(payload)))
    const sum = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    const stored = { method: 0, time: 12 << 11, date: ((2026 - 1980) << 9) | (11 << 5) | 24, extraLength: 0 }
    expect(records.slice(0, 4)).toEqual([
      { ...stored, name: 'bundle/data/icp.yaml', sum: sum('icp: 1\n') },
      { ...stored, name: 'bundle/data/执照.jpg', sum: sum(scan) },
      { ...stored, name: 'bundle/data/raw', sum: sum(Uint8Array.of(0xff)) },
      { ...stored, name: 'bundle/bagit.txt', sum: sum('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    ])
    expect(records).toHaveLength(7)
  })

  it('is handed out file by file: none is held in memory until the end', async () => {
    let handed = 0
    const seen: number[] = []
    const payload = function* (): Generator<PayloadFile> {
      for (const path of ['a', 'b', 'c']) {
        seen.push(Math.floor(handed / scan.length))
        yield { path, from: { bytes: scan } }
      }
    }
    for await (const chunk of zip(payload())) handed += chunk.length
    expect(seen).toEqual([0, 1, 2])
  })

  it('copies files only, and holds no two that meet', async () => {
    const folder = freshFolder()
    for (const copy of [folder, '/dev/zero', join(folder, 'missing')]) {
      const refused = await refusalOf(bytesOf(zip([{ path: 'a', from: { copy } }])))
      expect(refused).toEqual({ code: 'source-not-a-file', path: copy })
    }
    const twice = ['a', 'A'].map(path => ({ path, from: { text: path } }))
    expect(await refusalOf(bytesOf(zip(twice)))).toEqual({ code: 'colliding-paths', path: 'data/A' })
  })
})

it.each([
  [0, ''],
  [1, 'a'],
  [3, 'abc'],
  [4, 'abc'],
  [1000, 'abc'],
])('the first %i bytes of a file of three are %j', (wanted, text) => {
  const path = join(freshFolder(), 'a')
  writeFileSync(path, 'abc')
  expect(firstBytes(path, wanted).toString()).toBe(text)
})

it('a private folder that cannot be made is told, and nobody waits to clear it up', async () => {
  const told: string[] = []
  const make = () => {
    throw new Error('no folder')
  }
  const whenStopped = () => () => void told.push('done')
  await expect(inPrivateFolder(make, whenStopped, () => Promise.resolve('used'))).rejects.toThrow('no folder')
  expect(told).toEqual(['done'])
})
