// Several files are written together or not at all: what fails on the way leaves every file as it was.
import {
  chmodSync,
  existsSync,
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeTogether } from '../src/disk/write-together.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(at(name), 'utf8')
const mode = (name: string) => statSync(at(name)).mode & 0o777

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-together-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('files written together', () => {
  it('are all there, for nobody else to read, in folders made for them', () => {
    writeFileSync(at('b'), 'old')
    writeTogether([
      { path: at('new/deep/a'), data: 'one' },
      { path: at('b'), data: new Uint8Array([50]) },
    ])
    expect([read('new/deep/a'), read('b')]).toEqual(['one', '2'])
    expect([mode('new'), mode('new/deep'), mode('new/deep/a'), mode('b')]).toEqual([0o700, 0o700, 0o600, 0o600])
    expect(readdirSync(folder)).toEqual(['b', 'new'])
  })

  it('leave everything as it was where one cannot take its place', () => {
    writeFileSync(at('first'), 'old')
    mkdirSync(at('last/full'), { recursive: true })
    const files = ['first', 'made/second', 'last'].map(name => ({ path: at(name), data: 'new' }))
    expect(() => writeTogether(files)).toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(read('first')).toBe('old')
    expect(existsSync(at('made'))).toBe(false)
    expect(readdirSync(folder).toSorted()).toEqual(['first', 'last'])
  })

  it.skipIf(process.getuid?.() === 0)('leave everything as it was where a folder takes nothing', () => {
    mkdirSync(at('closed'))
    writeFileSync(at('first'), 'old')
    chmodSync(at('closed'), 0o500)
    expect(() =>
      writeTogether([
        { path: at('first'), data: 'new' },
        { path: at('closed/second'), data: 'new' },
      ]),
    ).toThrow(/EACCES/)
    expect(read('first')).toBe('old')
    expect(readdirSync(folder).toSorted()).toEqual(['closed', 'first'])
  })

  it('follow a link to the file behind it', () => {
    writeFileSync(at('real'), 'old')
    symlinkSync('real', at('link'))
    writeTogether([{ path: at('link'), data: 'new' }])
    expect(read('real')).toBe('new')
    expect(readdirSync(folder).toSorted()).toEqual(['link', 'real'])
  })
})
