// The lines of a manifest and the files they mean; what is told of a bag, with the file, the line and the name.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listBag } from '../src/bundle/bag-files.ts'
import { bagSums } from '../src/bundle/bag-sums.ts'
import { eachChunk, errorCode, findAlgorithm, hashFile } from '../src/bundle/hash-file.ts'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { inPayload, inTags, locator, nameProblems, readManifest, type Manifest } from '../src/bundle/read-manifest.ts'
import { checkNames, checkPayload, checkSums, checkTags } from '../src/bundle/verify-files.ts'
import { declared, makeBag } from './hand-made-bag.ts'
import { hasRights, withoutRights } from './without-rights.ts'

const workspace = mkdtempSync(join(tmpdir(), 'manifest-lines-'))
chmodSync(workspace, 0o755)
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
let count = 0
const bagOf = (files: Readonly<Record<string, string | Uint8Array>>): string =>
  makeBag(join(workspace, String((count += 1))), files)

const file = 'manifest-md5.txt'
const zeros = '0'.repeat(32)
const nfc = 'data/\u00e9'
const nfd = 'data/e\u0301'
const error = (code: string, where: object = {}) => ({ code, severity: 'error', ...where })
const warning = (code: string, where: object = {}) => ({ code, severity: 'warning', ...where })

describe('a name in a manifest', () => {
  const there = ['data/a', 'data/50%', 'data/%25', 'data/two\nlines', 'data/%0A', nfd]
  it.each([
    ['1.0', 'data/a', 'data/a', 'rule'],
    ['1.0', 'data/b', 'data/b', 'absent'],
    ['1.0', 'data/50%25', 'data/50%', 'rule'],
    ['1.0', 'data/50%', 'data/50%', 'rule'],
    ['1.0', 'data/%25', 'data/%25', 'slip'],
    ['1.0', 'data/%0A', 'data/%0A', 'slip'],
    ['1.0', 'data/two%0alines', 'data/two\nlines', 'rule'],
    ['1.0', 'data/gone%25', 'data/gone%', 'absent'],
    ['1.0', nfc, nfd, 'other-form'],
    ['1.0', nfd, nfd, 'rule'],
    ['0.97', 'data/%25', 'data/%25', 'rule'],
    ['0.97', 'data/50%25', 'data/50%25', 'absent'],
    ['0.97', 'data/%0A', 'data/%0A', 'rule'],
    ['0.97', 'data/two%0Alines', 'data/two\nlines', 'rule'],
    ['0.97', nfc, nfd, 'other-form'],
  ] as const)('of a bag of %s, %j, means %j by %s', (version, written, name, as) => {
    expect(locator(there, version)(written)).toEqual({ name, as })
  })

  const where = { path: file, line: 7 }
  it.each([
    ['data/a', inPayload, []],
    ['data', inPayload, [error('path-outside-data', { ...where, detail: 'data' })]],
    ['Data/a', inPayload, [error('path-outside-data', { ...where, detail: 'Data/a' })]],
    ['bagit.txt', inPayload, [error('path-outside-data', { ...where, detail: 'bagit.txt' })]],
    [String.raw`data/a\b`, inPayload, []],
    [String.raw`a\b`, inPayload, [error('path-outside-data', { ...where, detail: String.raw`a\b` })]],
    ['data//a', inPayload, [error('path-unsafe', { ...where, detail: 'empty-part' })]],
    ['/etc/passwd', inTags, [error('path-unsafe', { ...where, detail: 'absolute' })]],
    ['bagit.txt', inTags, []],
    [String.raw`a\b`, inTags, []],
    ['data.txt', inTags, []],
    ['data/a', inTags, [error('tag-manifest-lists-payload', { ...where, detail: 'data/a' })]],
    [
      'tagmanifest-md5.txt',
      inTags,
      [error('tag-manifest-lists-tag-manifest', { ...where, detail: 'tagmanifest-md5.txt' })],
    ],
    ['tagmanifest-md5.txt.bak', inTags, []],
    ['notes/tagmanifest-md5.txt', inTags, []],
    ['my-tagmanifest-md5.txt', inTags, []],
    ['tagmanifest-md5/a.txt', inTags, []],
  ] as const)('%j: problems in its place', (written, place, problems) => {
    expect(nameProblems(written, place, where)).toEqual(problems)
  })
})

const read = (text: string, there: readonly string[], version: '1.0' | '0.97' = '1.0', name = file): Manifest =>
  readManifest(name, text, { version, place: inPayload, locate: locator(there, version) })

describe('a manifest', () => {
  it('tells of each line what is odd or wrong', () => {
    const lines = [
      `${zeros}  data/a`,
      `${zeros} *data/star`,
      `${zeros}  ./data/dots`,
      `${zeros}  ././data/more dots`,
      `${zeros} */data/absolute`,
      `${zeros.slice(1)}  data/short`,
      `${zeros}0  data/long`,
      `${zeros}data/without blank`,
      `  data/without checksum`,
      `${'A'.repeat(32)}\tdata/capitals`,
      `${zeros}  data/50%`,
      `${zeros}  data/50%25`,
      `${zeros}  data/a`,
      `${zeros}  ${nfc}`,
      `${zeros}  ${nfd}`,
      `${zeros}  ./`,
    ]
    const manifest = read(lines.join('\n'), ['data/a', 'data/50%', nfd])
    const at = (line: number, detail?: string) => ({ path: file, line, ...(detail === undefined ? {} : { detail }) })
    expect(manifest.problems).toEqual([
      warning('mode-marker', at(2)),
      warning('dot-slash', at(3)),
      warning('dot-slash', at(4)),
      error('path-unsafe', at(5, 'absolute')),
      ...[6, 7, 8, 9].map(line => error('manifest-line', at(line))),
      error('percent-encoding', at(11)),
      error('path-duplicate', at(12, 'data/50%25')),
      error('path-duplicate', at(13, 'data/a')),
      warning('name-form', at(14, nfc)),
      error('normalization-collision', at(15, nfd)),
      error('path-unsafe', at(16, 'empty-part')),
    ])
    expect([...manifest.listed]).toEqual([
      ['data/a', zeros],
      ['data/star', zeros],
      ['data/dots', zeros],
      ['data/more dots', zeros],
      ['data/capitals', 'a'.repeat(32)],
      ['data/50%', zeros],
      [nfd, zeros],
    ])
    expect(manifest.algorithm).toMatchObject({ name: 'md5', hexLength: 32 })
  })

  it('in 0.97 is only warned of two forms of one name, and encodes as it likes', () => {
    const manifest = read(`${zeros}  ${nfc}\n${zeros}  ${nfd}\n${zeros}  data/5%\n`, [nfd, 'data/5%'], '0.97')
    expect(manifest.problems).toEqual([
      warning('name-form', { path: file, line: 1, detail: nfc }),
      warning('normalization-collision', { path: file, line: 2, detail: nfd }),
    ])
  })

  it('of an algorithm nobody has is told, and its checksums may be as long as they like', () => {
    const manifest = read('ab  data/a\nabcd  data/b\n', ['data/a'], '1.0', 'manifest-CRC-32.txt')
    expect(manifest.problems).toEqual([error('algorithm-unknown', { path: 'manifest-CRC-32.txt', detail: 'crc-32' })])
    expect(manifest.algorithm).toBeUndefined()
    expect([...manifest.listed.keys()]).toEqual(['data/a', 'data/b'])
  })

  it('of lines that are none is read to the thousandth of them', () => {
    const { problems, listed } = read(
      Array.from({ length: 1500 }, (_, at) => `none\n${zeros}  data/${at}\n`).join(''),
      [],
    )
    expect([problems.length, problems.at(-1)]).toEqual([1000, error('manifest-line', { path: file, line: 1999 })])
    expect(listed.size).toBe(999)
  })

  it('of lines that are odd and no more is read to its end', () => {
    const { problems, listed } = read(Array.from({ length: 1500 }, (_, at) => `${zeros} *data/${at}\n`).join(''), [])
    expect([problems.length, listed.size]).toEqual([1500, 1500])
  })
})

describe('what a bag lacks', () => {
  const files = (payload: readonly string[], tags: readonly string[], refused: readonly string[] = []) => ({
    payload: new Map(payload.map(name => [name, 1])),
    tags: new Map(tags.map(name => [name, 1])),
    refused: new Set(refused),
    hasData: true,
    problems: [],
  })
  const manifest = (name: string, ...names: string[]): Manifest => ({
    file: name,
    algorithm: findAlgorithm('md5'),
    listed: new Map(names.map(each => [each, zeros])),
    problems: [],
  })

  it('is told by the file, or by the manifest that does not list it', () => {
    const there = files(['data/c', 'data/a', 'data/unlisted'], [], ['data/link'])
    const manifests = [
      manifest('one', 'data/a', 'data/c', 'data/gone', 'data/far', 'data/link'),
      manifest('two', 'data/c'),
    ]
    const missing = [
      error('manifest-incomplete', { path: 'two', detail: 'data/a' }),
      error('fetch', { path: 'data/far' }),
      error('manifest-incomplete', { path: 'two', detail: 'data/far' }),
      error('payload-missing', { path: 'data/gone' }),
      error('manifest-incomplete', { path: 'two', detail: 'data/gone' }),
      error('manifest-incomplete', { path: 'two', detail: 'data/link' }),
      error('payload-unlisted', { path: 'data/unlisted' }),
    ]
    const fetched = new Set(['data/far', 'data/a'])
    expect(checkPayload(there, manifests, '1.0', fetched)).toEqual(missing)
    expect(checkPayload(there, manifests, '0.97', fetched)).toEqual(
      missing.filter(({ code }) => code !== 'manifest-incomplete'),
    )
  })

  it('is told by every tag manifest for itself', () => {
    const there = files([], ['bagit.txt', 'manifest-md5.txt', 'note.txt', 'tag-one', 'tag-two'])
    const seals = [manifest('tag-one', 'bagit.txt', 'gone.txt'), manifest('tag-two', 'manifest-md5.txt', 'note.txt')]
    expect(checkTags(there, seals, [file])).toEqual([
      error('tag-file-missing', { path: 'gone.txt', detail: 'tag-one' }),
      error('tag-manifest-incomplete', { path: 'tag-one', detail: file }),
      warning('tag-file-unlisted', { path: 'note.txt', detail: 'tag-one' }),
      warning('tag-file-unlisted', { path: 'bagit.txt', detail: 'tag-two' }),
    ])
    expect(checkTags(there, [], [file])).toEqual([warning('tag-manifest-missing')])
  })

  it('is a name of its own where two differ in case or form only', () => {
    expect(checkNames(['data/a', nfc, 'data/A', nfd, 'data/b'], '1.0')).toEqual([
      warning('case-collision', { path: 'data/A', detail: 'data/a' }),
      error('normalization-collision', { path: nfd, detail: nfc }),
    ])
    expect(checkNames([nfd, nfc], '0.97')).toEqual([warning('normalization-collision', { path: nfc, detail: nfd })])
  })

  it('is what cannot be read any more, or became a link since it was listed', () => {
    const bag = bagOf({ 'data/a': 'a' })
    symlinkSync('a', join(bag, 'data/link'))
    const manifests = [manifest(file, 'data/link', 'data/gone', 'data/a')]
    const names = ['data/link', 'data/gone', 'data/a', 'data/unlisted']
    expect(checkSums(bag, names, manifests, 'payload-checksum')).toEqual([
      error('unreadable', { path: 'data/link', detail: 'ELOOP' }),
      error('unreadable', { path: 'data/gone', detail: 'ENOENT' }),
      error('payload-checksum', { path: 'data/a', detail: file }),
    ])
  })
})

describe('a file', () => {
  it('is read in order, chunk by chunk, into every checksum asked for', () => {
    const bytes = Buffer.alloc(2_500_000, 'scan')
    const path = join(bagOf({ long: bytes }), 'long')
    const opened = openSync(path, 'r')
    const sizes: number[] = []
    const total = eachChunk(opened, path, chunk => sizes.push(chunk.length))
    closeSync(opened)
    expect([total, sizes]).toEqual([2_500_000, [1_048_576, 1_048_576, 402_848]])
    const algorithms = ['sha512', 'md5'].flatMap(name => findAlgorithm(name) ?? [])
    expect(hashFile(path, algorithms)).toEqual(
      ['sha512', 'md5'].map(name => createHash(name).update(bytes).digest('hex')),
    )
  })

  it('that turns out to be a folder is told by the name it was asked for', () => {
    const opened = openSync(workspace, 'r')
    try {
      expect(() => eachChunk(opened, 'data/a', () => undefined)).toThrow(
        expect.objectContaining({ code: 'EISDIR', path: 'data/a' }),
      )
    } finally {
      closeSync(opened)
    }
  })

  it.each([
    ['crc32', undefined],
    ['', undefined],
    ['sha-256', undefined],
    ['sha256', 64],
    ['sha3256', 64],
    ['sha512', 128],
    ['sha1', 40],
  ])('has a checksum by the algorithm %j of length %j', (name, length) => {
    expect(findAlgorithm(name)?.hexLength).toBe(length)
  })

  it.each([
    ['a bug', new Error('a bug')],
    ['a number for a code', Object.assign(new Error('odd'), { code: 5 })],
    ['no error', { code: 'ENOENT' }],
    ['a text', 'ENOENT'],
    ['nothing', undefined],
  ])('does not hide our own mistakes: %s', (_name, thrown) => {
    let again: unknown = 'nothing was thrown'
    try {
      errorCode(thrown)
    } catch (caught) {
      again = caught
    }
    expect(again).toBe(thrown)
    expect(errorCode(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toBe('ENOSPC')
  })
})

describe('the folder of a bag', () => {
  it('is listed in the order of names, folder by folder', () => {
    const names = Array.from({ length: 30 }, (_, at) => `${String((at * 7) % 30).padStart(2, '0')}.txt`)
    const bag = bagOf(
      Object.fromEntries(
        names.flatMap(name => [
          [name, 'tag'],
          [`data/${name}`, ''],
          [`b/${name}`, 'x'],
        ]),
      ),
    )
    const files = listBag(bag)
    const sorted = names.toSorted()
    expect([...files.payload]).toEqual(sorted.map(name => [`data/${name}`, 0]))
    expect([...files.tags]).toEqual([...sorted.map(name => [name, 3]), ...sorted.map(name => [`b/${name}`, 1])])
    expect([files.hasData, files.problems, files.refused]).toEqual([true, [], new Set()])
  })

  it('is listed in one order, however the disk sorts what is no letter of one unit', () => {
    const names = ['a', '\u{20bb7}', '\ufb01', '\u{1f4c4}', '\uff5e']
    const bag = bagOf(Object.fromEntries(names.map(name => [`data/${name}`, ''])))
    expect([...listBag(bag).payload.keys()]).toEqual(names.toSorted().map(name => `data/${name}`))
  })

  it.runIf(process.platform === 'linux')(
    'may hold a name that is no UTF-8, which is told by what is left of it',
    () => {
      const bag = bagOf({ 'data/a': '' })
      writeFileSync(Buffer.concat([Buffer.from(`${bag}/data/b`), Buffer.of(0xff)]), '')
      const path = 'data/b\uFFFD'
      expect(listBag(bag).problems).toEqual([error('unreadable', { path, detail: 'ENOENT' })])
      expect(listBag(bag).refused).toEqual(new Set([path]))
    },
  )

  it('whose name is longer than any name is told as unreadable', async () => {
    expect(await verifyBag(join(workspace, 'n'.repeat(300)))).toEqual([
      error('unreadable', { path: '.', detail: 'ENAMETOOLONG' }),
    ])
    expect(await verifyBag(join(workspace, 'missing'))).toEqual([error('not-a-folder')])
  })

  it('without anything in it lacks its declaration', async () => {
    const bag = join(workspace, 'empty')
    mkdirSync(bag)
    expect(await verifyBag(bag)).toEqual([error('declaration-missing', { path: 'bagit.txt' })])
    writeFileSync(join(bag, 'bagit.txt'), declared('1.0'))
    expect(await verifyBag(bag)).toEqual([
      error('payload-folder-missing', { path: 'data' }),
      error('manifest-missing'),
      warning('tag-manifest-missing'),
    ])
  })

  it('may hold a tag file under another form of its name, or one that was not encoded', async () => {
    const bag = bagOf({
      'data/a': 'a',
      'bagit.txt': declared('1.0'),
      '\u00e9.txt': 'a',
      '50%25.txt': 'b',
      [file]: '{md5 data/a}  data/a\n',
      'tagmanifest-md5.txt': [
        '{md5 bagit.txt}  bagit.txt',
        `{md5 ${file}}  ${file}`,
        '{md5 \u00e9.txt}  e\u0301.txt',
        '{md5 50%25.txt}  50%25.txt',
      ].join('\n'),
    })
    const path = 'tagmanifest-md5.txt'
    expect(await verifyBag(bag)).toEqual([
      warning('name-form', { path, line: 3, detail: 'e\u0301.txt' }),
      error('percent-encoding', { path, line: 4 }),
    ])
  })

  it('may hold no tag file that is too large for any list', async () => {
    const bag = bagOf({ 'bagit.txt': declared('1.0'), 'data/a': '', [file]: '' })
    truncateSync(join(bag, file), 256 * 1024 * 1024 + 1)
    expect(await verifyBag(bag)).toEqual([error('tag-file-too-large', { path: file }), warning('tag-manifest-missing')])
    truncateSync(join(bag, 'bagit.txt'), 256 * 1024 * 1024 + 1)
    expect(await verifyBag(bag)).toEqual([error('tag-file-too-large', { path: 'bagit.txt' })])
  })

  it.runIf(hasRights)('that not everything may be read of is told by what is closed', async () => {
    const files = { 'data/a': 'a', 'data/in/b': 'b', 'bagit.txt': declared('0.97'), 'note.txt': 'note' }
    const bag = bagOf({
      ...files,
      [file]: '{md5 data/a}  data/a\n{md5 data/in/b}  data/in/b\n',
      'bag-info.txt': 'A: 1\n',
      'tagmanifest-md5.txt':
        '{md5 bagit.txt}  bagit.txt\n{md5 note.txt}  note.txt\n{md5 manifest-md5.txt}  manifest-md5.txt\n{md5 bag-info.txt}  bag-info.txt\n',
    })
    expect(await verifyBag(bag)).toEqual([])
    const closed = (...paths: string[]) => {
      for (const path of paths) chmodSync(join(bag, path), 0)
      const problems = withoutRights(() => verifyBag(bag))
      for (const path of paths) chmodSync(join(bag, path), 0o755)
      return problems
    }
    const unreadable = (path: string) => error('unreadable', { path, detail: 'EACCES' })
    expect(await closed('data/a', 'note.txt')).toEqual([unreadable('note.txt'), unreadable('data/a')])
    expect(await closed('bag-info.txt')).toEqual([unreadable('bag-info.txt'), unreadable('bag-info.txt')])
    expect(await closed('bagit.txt')).toEqual([unreadable('bagit.txt')])
    expect(await closed('data/in')).toEqual([unreadable('data/in'), error('payload-missing', { path: 'data/in/b' })])
    expect(await closed('.')).toEqual([unreadable(''), error('declaration-missing', { path: 'bagit.txt' })])
  })
})

it('the checksums of a sound bag stand under the names of its payload', () => {
  const bag = bagOf({
    'data/a': 'a',
    'data/in/50%': 'b',
    'manifest-sha256.txt': '{sha256 data/a}  data/a\n{sha256 data/in/50%}  data/in/50%25\n',
  })
  expect([...bagSums(bag, 'sha256')]).toEqual([
    ['a', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    ['in/50%', '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d'],
  ])
  expect(() => bagSums(bag, 'sha512')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
