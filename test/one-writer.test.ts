// Several programs writing to one filing at the same moment: every answer arrives, and a killed one's lock is no obstacle.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { FolderBusy } from '../src/disk/folder-busy.ts'
import { asOnlyWriter } from '../src/disk/one-writer.ts'
import { ownerHere } from '../src/disk/owner.ts'
import { folderForNow } from '../src/disk/unfinished.ts'
import { writeFileAtomically } from '../src/disk/write-file.ts'
import { run } from './trust/program.ts'

const bin = fileURLToPath(new URL('../bin/icp-prep.js', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'icp-prep-writers-'))
const lock = '.icp-prep.lock'

beforeAll(() => {
  run(['init', 'filing', '--example'], { cwd: work })
}, 60_000)

/** Exit code of a program that runs beside the others. */
const beside = (...args: string[]) =>
  new Promise<number | null>(resolve => {
    spawn(process.execPath, [bin, ...args], { cwd: work, stdio: 'ignore' }).on('exit', resolve)
  })

it('days entered by six programs at once all stand in the filing', async () => {
  const marks = ['submitted', 'provider-reviewed', 'sms-verified', 'approved', 'opened', 'footer']
  const codes = await Promise.all(marks.map(mark => beside('status', 'filing', '--set', `${mark}=2026-11-20`)))
  const text = readFileSync(join(work, 'filing', 'icp.yaml'), 'utf8')
  expect(codes.filter(code => code === 2 || code === 3)).toEqual([])
  expect(marks.filter(mark => !text.includes(`${mark}: 2026-11-20`))).toEqual([])
  expect(readdirSync(join(work, 'filing'))).not.toContain(lock)
})

const onLinux = existsSync('/proc/self/stat')
const mode = (folder: string) => statSync(join(folder, lock)).mode & 0o777

/** A folder with this lock in it. */
function locked(text: string): string {
  const folder = mkdtempSync(join(work, 'locked-'))
  writeFileSync(join(folder, lock), text)
  return folder
}

describe('a lock', () => {
  it.skipIf(!onLinux)('says whose it is', () => {
    const folder = mkdtempSync(join(work, 'owned-'))
    const text = asOnlyWriter(folder, () => readFileSync(join(folder, lock), 'utf8'))
    expect(JSON.parse(text)).toEqual(ownerHere())
    expect(JSON.parse(text)).toMatchObject({ host: hostname(), pid: process.pid })
  })

  it.skipIf(!onLinux)('of a killed program is taken over at once', () => {
    const { pid } = spawnSync('true')
    const folder = locked(JSON.stringify({ ...ownerHere(), pid }))
    expect(asOnlyWriter(folder, () => mode(folder), 100)).toBe(0o600)
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(!onLinux)('of a killed program is taken over when another one has got its number', () => {
    const folder = locked(JSON.stringify({ ...ownerHere(), pid: process.ppid, started: '1' }))
    expect(asOnlyWriter(folder, () => mode(folder), 100)).toBe(0o600)
  })

  it.skipIf(!onLinux)('of a program that runs is waited for, and then told with its owner', () => {
    const started = readFileSync(`/proc/${process.ppid}/stat`, 'latin1').replace(/^.*\)/s, '').split(' ')[20]
    const text = JSON.stringify({ ...ownerHere(), pid: process.ppid, started })
    const folder = locked(text)
    let holder: string | undefined
    try {
      asOnlyWriter(folder, () => undefined, 100)
    } catch (error) {
      holder = error instanceof FolderBusy ? error.holder : String(error)
    }
    expect(holder).toMatch(new RegExp(`^${hostname()}, ${process.ppid}, 20\\d\\d-.*Z$`))
    expect(readFileSync(join(folder, lock), 'utf8')).toBe(text)
  })

  it.each([
    ['of another machine', { machine: '00000000', pid: 1 }],
    ['of the same machine in another container, or before it was started anew', { machine: 'ffffffff' }],
  ])('%s is not taken over before it has stood unchanged for long', (_, other) => {
    const text = JSON.stringify({ ...ownerHere(), ...other })
    const folder = locked(text)
    expect(() => asOnlyWriter(folder, () => undefined, 100)).toThrow(FolderBusy)
    expect(readFileSync(join(folder, lock), 'utf8')).toBe(text)
  })

  it.each(['', JSON.stringify({ host: 'elsewhere', machine: '00000000' })])(
    'of nobody known is taken over after a while: %j',
    { timeout: 60_000 },
    text => {
      const folder = locked(text)
      expect(asOnlyWriter(folder, () => mode(folder))).toBe(0o600)
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it.skipIf(!onLinux)('left by a killed program is cleared away by one of many who find it', async () => {
    run(['init', 'another', '--example'], { cwd: work })
    const folder = join(work, 'another')
    const { pid } = spawnSync('true')
    writeFileSync(join(folder, lock), JSON.stringify({ ...ownerHere(), pid }))
    const marks = ['submitted', 'provider-reviewed', 'sms-verified', 'approved']
    const codes = await Promise.all(marks.map(mark => beside('status', 'another', '--set', `${mark}=2026-11-20`)))
    const text = readFileSync(join(folder, 'icp.yaml'), 'utf8')
    expect(codes.filter(code => code === 2 || code === 3)).toEqual([])
    expect(marks.filter(mark => !text.includes(`${mark}: 2026-11-20`))).toEqual([])
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
  })
})

describe.skipIf(!onLinux)('what a killed program left unfinished', () => {
  const named = (pid: number, started = '1') => `.icp-prep-${ownerHere().machine}-${pid}-${started}-abcdef123456.tmp`

  it('goes with the next file that is written there; what is not of it stays', () => {
    const folder = mkdtempSync(join(work, 'unfinished-'))
    const others = [
      named(process.pid, ownerHere().started),
      '.icp-prep-00000000-1-1-abcdef123456.tmp',
      '.icp-prep-notes.tmp',
    ]
    for (const name of [named(spawnSync('true').pid), named(process.ppid), ...others])
      writeFileSync(join(folder, name), '')
    writeFileAtomically(join(folder, 'report.json'), '{}')
    expect(readdirSync(folder).toSorted()).toEqual([...others, 'report.json'].toSorted())
  })

  it('goes with the next archive that is opened', () => {
    const left = mkdtempSync(join(tmpdir(), `icp-prep-open-${ownerHere().machine}-${spawnSync('true').pid}-1-`))
    writeFileSync(join(left, 'unsealed.zip'), 'secret')
    const folder = folderForNow()
    expect([existsSync(left), existsSync(folder), statSync(folder).mode & 0o777]).toEqual([false, true, 0o700])
    rmSync(folder, { recursive: true })
  })
})

it('the lock goes whatever happens while it is held', () => {
  const folder = mkdtempSync(join(work, 'failing-'))
  expect(() =>
    asOnlyWriter(folder, () => {
      throw new Error('the work failed')
    }),
  ).toThrow('the work failed')
  expect(readdirSync(folder)).toEqual([])
})
