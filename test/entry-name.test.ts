// Names: of an archive's entries, in a bag, of places; which mean what, which may be used, which two would meet.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { bagContent } from '../src/bundle/bag-content.ts'
import { pathFault } from '../src/bundle/bag-name.ts'
import { BundleRefused } from '../src/bundle/bundle-refused.ts'
import { claimingPaths } from '../src/bundle/claim-path.ts'
import { nameProblem } from '../src/bundle/entry-name.ts'
import { bagIn } from '../src/bundle/find-bag.ts'
import { clashingNames } from '../src/bundle/name-clash.ts'
import { isSealedName } from '../src/bundle/open-archive.ts'
import { placeName } from '../src/bundle/place-name.ts'
import { readArchive } from '../src/bundle/read-archive.ts'
import { WriteRefused } from '../src/bundle/write-refused.ts'
import { handMadeZip, type HandMadeEntry } from './hand-made-zip.ts'
import { tables } from './small-world.ts'

const workspace = mkdtempSync(join(tmpdir(), 'entry-name-test-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** Undefined where nothing is refused. */
function refusalOf(act: () => unknown): object | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof BundleRefused) return error.problem
    if (error instanceof WriteRefused) return { code: error.code, path: error.path, fault: error.fault }
    throw error
  }
}

/** The names under which an archive's files would be unpacked. */
function namesIn(...entries: HandMadeEntry[]): Promise<string[]> {
  const path = join(workspace, 'a.zip')
  writeFileSync(path, handMadeZip(entries))
  return readArchive(path, files => Promise.resolve(files.map(file => file.path)))
}

const field = (id: number, ...data: readonly (Uint8Array | string)[]): Buffer => {
  const bytes = Buffer.concat(data.map(part => Buffer.from(part)))
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(bytes.length, 2)
  return Buffer.concat([head, bytes])
}
const sumOf = (raw: Uint8Array): Buffer => {
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(raw))
  return sum
}
const unicodePath = (version: number, raw: Uint8Array, name: string | Uint8Array) =>
  field(0x7075, Buffer.of(version), sumOf(raw), name)

describe('the name of an entry', () => {
  const plain = Buffer.from('plain.txt')
  const gbk = Buffer.of(0xcb, 0xb5, 0xc3, 0xf7)
  const times = field(0x5455, Buffer.of(1), sumOf(plain), Buffer.of(1, 2, 3, 4))
  const cases: readonly (readonly [string, Uint8Array, readonly Buffer[], string])[] = [
    ['is what it is without anything beside it', plain, [], 'plain.txt'],
    ['is the UTF-8 name beside it', gbk, [unicodePath(1, gbk, '说明')], '说明'],
    ['is the UTF-8 name behind other fields', gbk, [times, unicodePath(1, gbk, '说明')], '说明'],
    ['is not what stands in other fields', plain, [times], 'plain.txt'],
    ['is its own where the one beside it is empty', plain, [unicodePath(1, plain, '')], 'plain.txt'],
    ['is its own where the one beside it is of a later version', plain, [unicodePath(2, plain, 'b')], 'plain.txt'],
    ['is its own where the one beside it belongs to another', plain, [unicodePath(1, gbk, 'b')], 'plain.txt'],
    ['is its own where the one beside it is no UTF-8', plain, [unicodePath(1, plain, gbk)], 'plain.txt'],
    ['keeps a mark at its beginning', Buffer.from('\uFEFFa'), [], '\uFEFFa'],
  ]
  it.each(cases)('%s', async (_name, raw, extra, name) => {
    expect(await namesIn({ name: raw, flags: 0, extra: Buffer.concat(extra) })).toEqual([name])
  })

  it('that is no UTF-8 is told as it stands, byte by byte', async () => {
    await expect(namesIn({ name: Buffer.of(0x61, 0xc3, 0xf7), flags: 0 })).rejects.toMatchObject({
      problem: { code: 'name-encoding', path: 'a\u00c3\u00f7' },
    })
  })

  it('is not listed where the Finder added it', async () => {
    const added = ['__MACOSX/._a', '__MACOSX/in/._b', 'in/__MACOSX/c', '__MACOSX.txt']
    expect(await namesIn(...added.map(name => ({ name })))).toEqual(['in/__MACOSX/c', '__MACOSX.txt'])
  })
})

describe('a name in an archive', () => {
  const long = (letters: number) => 'n'.repeat(letters)
  const harmless = 'a a/ a/b console icon con-1 com com10 lptx nul1.txt a.con falcon/x .con data 说明.md …'
  const folders = `${long(249)}/`.repeat(3)
  const longest = [long(255), `${long(255)}/`, folders + long(250), `${folders}${long(250)}/`]
  it.each([...harmless.split(' '), ...longest])('may be %j', name => {
    expect(nameProblem(name)).toBeUndefined()
  })

  const devices =
    'con CON con/ a/prn/b aux.txt nul.tar.gz Nul. conin$ CONOUT$.log com0 com1 lpt9 lpt9.a.b com¹ LPT³ com².txt'
  it.each([...devices.split(' '), ' con', 'con ', 'con /a'])(
    'may not be %j: Windows has a device of that name',
    name => {
      expect(nameProblem(name)).toEqual({ code: 'name-device', path: name })
    },
  )

  it.each([
    [long(256)],
    [`${long(256)}/a`],
    [`a/${long(256)}`],
    ['长'.repeat(86)],
    [folders + long(251)],
    [`${'长'.repeat(66)}/`.repeat(5) + 'abcdef'],
  ])('may not be as long as %j', name => {
    expect(nameProblem(name)).toEqual({ code: 'name-too-long', path: `${name.slice(0, 60)}…` })
  })

  it.each([
    ['', 'empty'],
    ['/', 'empty'],
    ['a//', 'empty-part'],
    ['a/../b/', 'parent'],
    ['./a', 'empty-part'],
    ['c:a', 'drive'],
    ['~', 'home'],
  ])('may not be %j: %s', (path, detail) => {
    expect(nameProblem(path)).toEqual({ code: 'name-unsafe', path, detail })
  })

  const clashes: readonly (readonly [readonly string[], object | undefined])[] = [
    [['a/', 'a/b', 'a/c/', 'a/c/d', 'b'], undefined],
    [['a/', 'a/'], undefined],
    [['a/b', 'a/'], undefined],
    [['ab/c', 'a'], undefined],
    [['a/', 'a'], { code: 'name-is-folder', path: 'a' }],
    [['a', 'a/'], { code: 'name-is-folder', path: 'a' }],
    [['a', 'a/b'], { code: 'name-is-folder', path: 'a' }],
    [['a/b', 'a'], { code: 'name-is-folder', path: 'a' }],
    [['a/b', 'a/b'], { code: 'name-twice', path: 'a/b' }],
    [['a/b', 'A/c'], { code: 'name-case', path: 'A', detail: 'a' }],
    [['straße', 'STRASSE'], { code: 'name-case', path: 'STRASSE', detail: 'straße' }],
    [['\u00e9', 'e\u0301'], { code: 'name-form', path: 'e\u0301', detail: '\u00e9' }],
  ]
  it.each(clashes)('may stand beside others: %j', (names, problem) => {
    const clashOf = clashingNames()
    expect(names.map(name => clashOf(name)).find(found => found !== undefined)).toEqual(problem)
  })
})

describe('a path in a bag', () => {
  it.each([
    ['a', undefined],
    ['a b/c.d', undefined],
    ['a/b:c', undefined],
    ['no:te', undefined],
    ['1:a', undefined],
    ['a~', undefined],
    ['a/~', undefined],
    ['a..b/...', undefined],
    ['c:', 'drive'],
    ['Z:/a', 'drive'],
    [String.raw`a\b`, 'backslash'],
    [String.raw`a\.\b`, 'empty-part'],
    ['a/', 'empty-part'],
    ['..', 'parent'],
    [String.raw`\a`, 'absolute'],
  ])('may be %j, or is refused: %s', (path, fault) => {
    expect(pathFault(path)).toBe(fault)
    const made = bagContent(
      [{ path, from: { text: '' } }],
      { baggingDate: '', softwareAgent: '', externalIdentifier: '' },
      'sha256',
    )
    expect(refusalOf(() => made.next())).toEqual(fault === undefined ? undefined : { code: 'unsafe-path', path, fault })
  })

  it('is missing where a bag holds nothing', () => {
    const nothing = bagContent([], { baggingDate: '', softwareAgent: '', externalIdentifier: '' }, 'sha256')
    expect(refusalOf(() => nothing.next())).toEqual({ code: 'empty-bag', path: 'data', fault: undefined })
  })

  const colliding = (path: string) => ({ code: 'colliding-paths', path, fault: undefined })
  it.each([
    [['a/b/c', 'a/b/d', 'a/e', 'f'], undefined],
    [['ab/c', 'a'], undefined],
    [['a/b', 'ab'], undefined],
    [['a/b/c', 'ab'], undefined],
    [['a/b', 'b'], undefined],
    [['a', 'a'], colliding('a')],
    [['a/b/c', 'a/b'], colliding('a/b')],
    [['a/b/c', 'a'], colliding('a')],
    [['a/b', 'a/b/c/d'], colliding('a/b/c/d')],
    [['a', 'A/b'], colliding('A/b')],
    [['ß', 'SS'], colliding('SS')],
    [['\u212a', 'k'], colliding('k')],
    [['\u03f4', '\u0398'], colliding('\u0398')],
    [['a', '../b'], { code: 'unsafe-path', path: '../b', fault: 'parent' }],
  ])('may stand beside others: %j', (paths, refused) => {
    const claim = claimingPaths()
    expect(refusalOf(() => paths.forEach(path => claim(path)))).toEqual(refused)
  })
})

describe('the bag in an archive', () => {
  it.each([
    [['bagit.txt', 'data/a', 'more/bagit.txt'], ''],
    [['data/a', 'bagit.txt'], ''],
    [['b/data/a', 'b/bagit.txt'], 'b'],
    [['/bagit.txt'], ''],
    [['b/bagit.txt', 'b/data/bagit.txt'], 'b'],
  ])('of %j lies in %j', (paths, folder) => {
    expect(bagIn(paths)).toBe(folder)
  })

  it.each([
    [[], { code: 'no-bag' }],
    [['a.txt'], { code: 'no-bag' }],
    [['b/my-bagit.txt'], { code: 'no-bag' }],
    [['b/bagit.txt/a'], { code: 'no-bag' }],
    [['b/c/bagit.txt'], { code: 'no-bag' }],
    [['b/bagit.txt', 'c/bagit.txt', 'd/bagit.txt'], { code: 'several-bags', path: 'b', detail: 'c' }],
    [['b/bagit.txt', 'bc/a'], { code: 'beside-bag', path: 'bc/a' }],
    [['b', 'b/bagit.txt'], { code: 'beside-bag', path: 'b' }],
  ])('of %j is refused', (paths, problem) => {
    expect(refusalOf(() => bagIn(paths))).toEqual(problem)
  })

  it.each([
    ['bundle.zip.age', true],
    ['BUNDLE.AGE', true],
    ['.age', true],
    ['bundle.zip', false],
    ['bundle.age.zip', false],
    ['age', false],
    ['bundle-age', false],
  ])('is sealed by its name %s: %s', (name, sealed) => {
    expect(isSealedName(name)).toBe(sealed)
  })
})

it.each([
  ['440305', '广东省 / 深圳市 / 南山区'],
  ['110105', '北京市 / 朝阳区'],
  ['429004', '湖北省 / 省直辖县级行政区划 / 仙桃市'],
  ['449999', '广东省'],
  ['999999', undefined],
  ['4403', undefined],
  ['44', undefined],
  ['4403051', undefined],
  ['x440305', undefined],
  ['44030五', undefined],
  ['', undefined],
])('the place %s is chosen as %s', (code, name) => {
  expect(placeName(code, tables)).toBe(name)
})
