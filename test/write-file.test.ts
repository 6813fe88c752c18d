import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { FileProblem, type FileProblemCode, problemOf, readTextFile } from '../src/disk/read-file.ts'
import { writeFileAtomically } from '../src/disk/write-file.ts'

const root = mkdtempSync(join(tmpdir(), 'icp-prep-write-file-'))
let folder = root
const at = (name: string) => join(folder, name)
const isRoot = process.getuid?.() === 0

beforeEach(() => {
  folder = mkdtempSync(join(root, '海-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('writeFileAtomically', () => {
  it('writes a new file for its owner only', () => {
    writeFileAtomically(at('icp.yaml'), 'name: 海风\n')
    expect(readFileSync(at('icp.yaml'), 'utf8')).toBe('name: 海风\n')
    expect(statSync(at('icp.yaml')).mode & 0o777).toBe(0o600)
  })
  it('replaces a file, with the mode asked for, and leaves nothing else', () => {
    writeFileSync(at('icp.yaml'), 'a much longer text than the new one')
    writeFileAtomically(at('icp.yaml'), new Uint8Array([104, 105]), 0o640)
    expect(readFileSync(at('icp.yaml'), 'utf8')).toBe('hi')
    expect(statSync(at('icp.yaml')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['icp.yaml'])
  })
  it('writes a name as long as names may be', () => {
    const name = `${'海'.repeat(83)}.yaml`
    writeFileAtomically(at(name), 'x')
    expect(readdirSync(folder)).toEqual([name])
  })
  it.each(['there', 'not there yet'])('keeps a link and writes the file it points to, %s', state => {
    mkdirSync(at('real'))
    if (state === 'there') writeFileSync(at('real/icp.yaml'), 'old')
    symlinkSync('real', at('folder-link'))
    symlinkSync('../real/icp.yaml', at('real/link'))
    writeFileAtomically(at('folder-link/link'), 'new')
    expect(lstatSync(at('real/link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real/icp.yaml'), 'utf8')).toBe('new')
    expect(readdirSync(at('real')).toSorted()).toEqual(['icp.yaml', 'link'])
  })
  it('writes a device as it is', () => {
    expect(() => writeFileAtomically('/dev/null', 'gone')).not.toThrow()
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
  it.each([
    ['a folder', 'folder', 'EISDIR'],
    ['a file in a missing folder', 'missing/icp.yaml', 'ENOENT'],
    ['a file below a file', 'file/icp.yaml', 'ENOTDIR'],
    ['a link to itself', 'loop', 'ELOOP'],
  ])('passes on why %s cannot be written and leaves no temporary file', (_what, name, code) => {
    mkdirSync(at('folder'))
    writeFileSync(at('file'), 'old')
    symlinkSync('loop', at('loop'))
    expect(() => writeFileAtomically(at(name), 'new')).toThrow(expect.objectContaining({ code }))
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder', 'loop'])
    expect(readFileSync(at('file'), 'utf8')).toBe('old')
  })
  it('passes on that the disk is full', () => {
    expect(() => writeFileAtomically('/dev/full', 'x')).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
  })
  it.skipIf(isRoot)('passes on that a folder may not be written to', () => {
    chmodSync(folder, 0o500)
    expect(() => writeFileAtomically(at('icp.yaml'), 'new')).toThrow(expect.objectContaining({ code: 'EACCES' }))
    chmodSync(folder, 0o700)
  })
})

const limit = 1_048_576
const problem = (code: FileProblemCode, path: string) => expect.objectContaining({ name: 'FileProblem', code, path })

describe('readTextFile', () => {
  it('reads UTF-8 and drops the byte order mark', () => {
    writeFileSync(at('icp.yaml'), '\uFEFFname: 𠮷风\r\n')
    expect(readTextFile(at('icp.yaml'), limit)).toBe('name: 𠮷风\r\n')
  })
  it('reads an empty file, and one of just the limit', () => {
    writeFileSync(at('empty'), '')
    writeFileSync(at('full'), 'x'.repeat(100))
    expect(readTextFile(at('empty'), limit)).toBe('')
    expect(readTextFile(at('full'), 100)).toHaveLength(100)
  })
  it('refuses a file of one byte more, and 50 MB without reading them', () => {
    writeFileSync(at('more'), 'x'.repeat(101))
    expect(() => readTextFile(at('more'), 100)).toThrow(problem('too-large', at('more')))
    writeFileSync(at('huge'), '')
    truncateSync(at('huge'), 50_000_000)
    const before = process.memoryUsage().arrayBuffers
    expect(() => readTextFile(at('huge'), limit)).toThrow(problem('too-large', at('huge')))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000)
  })
  it('refuses an endless device within the limit', () => {
    expect(() => readTextFile('/dev/zero', limit)).toThrow(problem('too-large', '/dev/zero'))
  })
  it.each([
    ['GBK', [0xba, 0xa3, 0xb7, 0xe7]],
    ['UTF-16', [0xff, 0xfe, 0x77, 0x6d]],
    ['a character cut short', [0xe6, 0xb5]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['NUL', [0x61, 0x00]],
  ])('calls %s binary', (_what, bytes) => {
    writeFileSync(at('file'), new Uint8Array(bytes))
    expect(() => readTextFile(at('file'), limit)).toThrow(problem('binary', at('file')))
  })
  it('tells a folder and a missing file apart', () => {
    expect(() => readTextFile(folder, limit)).toThrow(problem('directory', folder))
    expect(() => readTextFile(at('none'), limit)).toThrow(problem('missing', at('none')))
    writeFileSync(at('file'), '')
    expect(() => readTextFile(at('file/none'), limit)).toThrow(FileProblem)
  })
  it.skipIf(isRoot)('says that a file may not be read', () => {
    writeFileSync(at('secret'), 'x')
    chmodSync(at('secret'), 0)
    expect(() => readTextFile(at('secret'), limit)).toThrow(problem('forbidden', at('secret')))
  })
  it.each<[string | undefined, FileProblemCode]>([
    ['EACCES', 'forbidden'],
    ['EPERM', 'forbidden'],
    ['ENOENT', 'missing'],
    ['ENOTDIR', 'missing'],
    ['EISDIR', 'directory'],
    ['EIO', 'unreadable'],
    [undefined, 'unreadable'],
  ])('takes %s for %s', (systemError, code) => {
    expect(problemOf(systemError)).toBe(code)
  })
  it('reads a pipe to its end, but not beyond the limit', async () => {
    execFileSync('mkfifo', [at('pipe')])
    const feed = (command: string) => once(spawn('sh', ['-c', `${command} > "$0"`, at('pipe')]), 'exit')
    const short = feed('printf "海%.0s" $(seq 50000)')
    expect(readTextFile(at('pipe'), limit)).toBe('海'.repeat(50_000))
    await short
    const endless = feed('yes')
    expect(() => readTextFile(at('pipe'), limit)).toThrow(problem('too-large', at('pipe')))
    await endless
  })
})
