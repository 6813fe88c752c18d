import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BagProblem } from '../src/model/bag-problem.ts'
import { bagTags } from '../src/bundle/bag.ts'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { bagInfoFields, readBagInfo } from '../src/bundle/read-bag-info.ts'
import { writeBag } from '../src/bundle/write-bag.ts'
import { declared, makeBag } from './hand-made-bag.ts'

const info = { baggingDate: '2026-11-24', softwareAgent: 'icp-prep 0.1.0', externalIdentifier: 'example.cn' }
const payload = [
  { path: 'icp.yaml', from: { text: 'icp: 1\n' } },
  { path: 'materials/01-business-licence.jpg', from: { bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9) } },
  { path: '说明.md', from: { text: '# 备案包\n' } },
]
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const workspace = mkdtempSync(join(tmpdir(), 'bag-test-'))
const sound = join(workspace, 'sound')
let count = 0
const freshPath = (): string => join(workspace, `bag-${(count += 1)}`)
const bagOf = (files: Record<string, string | Uint8Array>): string => makeBag(freshPath(), files)

beforeAll(() => {
  writeBag(sound, payload, info, { replace: false })
})
afterAll(() => {
  rmSync(workspace, { recursive: true, force: true })
})

/** Every file under a folder, as [path, hex] pairs in order of path. */
const contents = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(folder, path)).isFile())
    .map((path): [string, string] => [path, readFileSync(join(folder, path), 'hex')])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

const codes = async (bag: string): Promise<string[]> => [
  ...new Set((await verifyBag(bag)).map(({ code, severity }) => (severity === 'error' ? code : `${code} (warning)`))),
]

const noSeal = 'tag-manifest-missing (warning)'

describe('the tag files of a bag', () => {
  it('are these bytes, sorted by code point, with a manifest that sha256sum reads', () => {
    const entries = [
      { path: '𠮷.txt', checksum: 'b'.repeat(64), bytes: 3 },
      { path: 'ﬁ.txt', checksum: 'a'.repeat(64), bytes: 4 },
      { path: '50%\r\n.txt', checksum: 'c'.repeat(64), bytes: 5 },
    ]
    const [declaration, bagInfo, manifest, seal] = bagTags(entries, info).map(({ text }) => text)
    expect(declaration).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(bagInfo).toBe(
      'Bagging-Date: 2026-11-24\nPayload-Oxum: 12.3\nExternal-Identifier: example.cn\nBag-Software-Agent: icp-prep 0.1.0\n',
    )
    expect(manifest).toBe(
      `${'c'.repeat(64)}  data/50%25%0D%0A.txt\n${'a'.repeat(64)}  data/ﬁ.txt\n${'b'.repeat(64)}  data/𠮷.txt\n`,
    )
    expect(seal).toBe(
      `${sha256(bagInfo ?? '')}  bag-info.txt\n${sha256(declaration ?? '')}  bagit.txt\n${sha256(manifest ?? '')}  manifest-sha256.txt\n`,
    )
  })

  it('keep a value with line breaks on one line, so that it cannot begin another field', () => {
    const text = bagTags([], { ...info, bagSize: '1 KB', externalIdentifier: 'a\r\nPayload-Oxum: 9.9' })[1]?.text ?? ''
    expect(readBagInfo(text).fields.map(({ label, value }) => [label, value])).toEqual([
      ['Bagging-Date', '2026-11-24'],
      ['Payload-Oxum', '0.0'],
      ['Bag-Size', '1 KB'],
      ['External-Identifier', 'a Payload-Oxum: 9.9'],
      ['Bag-Software-Agent', 'icp-prep 0.1.0'],
    ])
  })
})

describe('a written bag', () => {
  it('is complete and valid without a warning', async () => {
    expect(await verifyBag(sound)).toEqual([])
  })

  it('is found through a link to its folder', async () => {
    symlinkSync(sound, join(workspace, 'link'))
    expect(await verifyBag(join(workspace, 'link'))).toEqual([])
  })

  it('has every file in the list it returns, with its checksum and size', () => {
    const bag = freshPath()
    const written = writeBag(bag, payload, info, { replace: false })
    expect(written.map(({ path }) => path)).toEqual([
      'data/icp.yaml',
      'data/materials/01-business-licence.jpg',
      'data/说明.md',
      'bagit.txt',
      'bag-info.txt',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ])
    for (const { path, checksum, bytes } of written) {
      expect(checksum).toBe(sha256(readFileSync(join(bag, path))))
      expect(bytes).toBe(statSync(join(bag, path)).size)
    }
  })

  it('is the same bytes for the same payload on the same day, in whatever order the payload comes', () => {
    const bag = freshPath()
    writeBag(bag, payload.toReversed(), info, { replace: false })
    expect(contents(bag)).toEqual(contents(sound))
  })

  it('is sealed with sha512 when told to, and with nothing else', async () => {
    const bag = freshPath()
    writeBag(bag, payload, info, { replace: false, algorithm: 'sha512' })
    expect(readdirSync(bag).filter(name => name.includes('manifest'))).toEqual([
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
    ])
    expect(await verifyBag(bag)).toEqual([])
    writeFileSync(join(bag, 'data/icp.yaml'), 'icp: 2\n')
    expect(await verifyBag(bag)).toEqual([
      { code: 'payload-checksum', severity: 'error', path: 'data/icp.yaml', detail: 'manifest-sha512.txt' },
    ])
  })

  it('may have a file made from those before it', () => {
    const bag = freshPath()
    const names = { record: (earlier: readonly { path: string }[]) => earlier.map(({ path }) => path).join('\n') }
    writeBag(bag, [...payload.slice(0, 2), { path: 'record', from: names }], info, { replace: false })
    expect(readFileSync(join(bag, 'data/record'), 'utf8')).toBe('icp.yaml\nmaterials/01-business-licence.jpg')
  })

  it('may hold names with per cent signs, line breaks and what looks like an encoding', async () => {
    const bag = freshPath()
    const names = ['100%.txt', '%0A.txt', 'two\nlines.txt', 'carriage\rreturn.txt', '%250D', ' blank ', '*star']
    writeBag(
      bag,
      names.map(path => ({ path, from: { text: path } })),
      info,
      { replace: false },
    )
    expect(await verifyBag(bag)).toEqual([])
  })
})

const append = (path: string, text: string) => (bag: string) => appendFileSync(join(bag, path), text)
const replace = (path: string, from: string | RegExp, to: string) => (bag: string) => {
  const before = readFileSync(join(bag, path), 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(join(bag, path), after)
}
const write = (path: string, content: string | Uint8Array) => (bag: string) => writeFileSync(join(bag, path), content)
const remove = (path: string) => (bag: string) => rmSync(join(bag, path), { recursive: true })
const rename = (from: string, to: string) => (bag: string) => renameSync(join(bag, from), join(bag, to))
const link = (path: string, to: string) => (bag: string) => symlinkSync(to, join(bag, path))
const manifest = 'manifest-sha256.txt'
const broken = 'tag-file-checksum'

describe('a damaged bag', () => {
  const damages: [string, (bag: string) => void, string[]][] = [
    ['is no folder', bag => (rmSync(bag, { recursive: true }), writeFileSync(bag, '')), ['not-a-folder']],
    ['is not there', bag => rmSync(bag, { recursive: true }), ['not-a-folder']],
    ['has lost its declaration', remove('bagit.txt'), ['declaration-missing']],
    ['has a declaration with a byte-order mark', replace('bagit.txt', /^/, '\uFEFF'), ['byte-order-mark']],
    ['has a third line in its declaration', append('bagit.txt', 'More: lines\n'), ['declaration-malformed']],
    ['has one blank too many in its declaration', replace('bagit.txt', ': 1', ':  1'), ['declaration-malformed']],
    ['is of a later version', replace('bagit.txt', '1.0', '1.1'), ['version-unsupported']],
    ['declares an encoding nobody knows', replace('bagit.txt', 'UTF-8', 'UTF-9'), ['encoding-unknown']],
    ['has bytes that are not UTF-8', write('bag-info.txt', Uint8Array.of(0x41, 0xff)), ['encoding-invalid', broken]],
    ['has a byte-order mark in its bag-info', replace('bag-info.txt', /^/, '\uFEFF'), ['byte-order-mark', broken]],
    ['has lost its payload', remove('data'), ['oxum-mismatch', 'payload-folder-missing', 'payload-missing']],
    ['has lost one payload file', remove('data/icp.yaml'), ['oxum-mismatch', 'payload-missing']],
    ['has one payload file more', write('data/more.txt', ''), ['oxum-mismatch', 'payload-unlisted']],
    ['has a payload file renamed', rename('data/icp.yaml', 'data/icp.yml'), ['payload-missing', 'payload-unlisted']],
    ['has a longer payload file', append('data/icp.yaml', ' '), ['oxum-mismatch', 'payload-checksum']],
    ['has a payload file changed', write('data/icp.yaml', 'icp: 2\n'), ['payload-checksum']],
    ['has a malformed Payload-Oxum', replace('bag-info.txt', /Oxum: \d+/, 'Oxum: many'), ['oxum-malformed', broken]],
    ['has two Payload-Oxum', append('bag-info.txt', 'payload-oxum: 1.1\n'), ['oxum-repeated', broken]],
    ['has a line in bag-info that is no field', append('bag-info.txt', 'no field\n'), ['bag-info-line', broken]],
    ['has lost its payload manifest', remove(manifest), ['manifest-missing', 'tag-file-missing']],
    ['has a manifest line without a name', append(manifest, 'ab12\n'), ['manifest-line', broken]],
    ['has an empty line in its manifest', append(manifest, '\n'), ['manifest-line', broken]],
    ['has a checksum cut short', replace(manifest, /^./, ''), ['manifest-line', 'payload-unlisted', broken]],
    [
      'has a file listed twice',
      bag => append(manifest, readFileSync(join(bag, manifest), 'utf8'))(bag),
      ['path-duplicate', broken],
    ],
    ['has a manifest made by sha256sum -b', replace(manifest, '  ', ' *'), ['mode-marker (warning)', broken]],
    [
      'has an unencoded per cent sign',
      append(manifest, `${'0'.repeat(64)}  data/5%\n`),
      ['percent-encoding', 'payload-missing', broken],
    ],
    [
      'has a manifest of an unknown algorithm',
      write('manifest-crc32.txt', ''),
      ['algorithm-unknown', 'manifest-incomplete', 'tag-manifest-incomplete'],
    ],
    [
      'has a second manifest that lists nothing',
      write('manifest-md5.txt', ''),
      ['manifest-incomplete', 'tag-manifest-incomplete'],
    ],
    ['has lost its tag manifest', remove('tagmanifest-sha256.txt'), [noSeal]],
    [
      'has a tag manifest without the manifest',
      replace('tagmanifest-sha256.txt', /.*manifest-sha256.txt\n/, ''),
      ['tag-manifest-incomplete'],
    ],
    [
      'has a tag manifest without bag-info',
      replace('tagmanifest-sha256.txt', /.*bag-info.txt\n/, ''),
      ['tag-file-unlisted (warning)'],
    ],
    [
      'has a tag manifest that lists payload',
      append('tagmanifest-sha256.txt', `${'0'.repeat(64)}  data/icp.yaml\n`),
      ['tag-manifest-lists-payload'],
    ],
    [
      'has a tag manifest that lists itself',
      append('tagmanifest-sha256.txt', `${'0'.repeat(64)}  tagmanifest-sha256.txt\n`),
      ['tag-manifest-lists-tag-manifest'],
    ],
    ['has a tag file more', write('note.txt', 'note'), ['tag-file-unlisted (warning)']],
    ['has lost a tag file', remove('bag-info.txt'), ['tag-file-missing']],
    ['has a tag file changed', append('bag-info.txt', 'Contact-Name: 王海\n'), [broken]],
    ['has a link in its payload', link('data/link', '/etc/hostname'), ['symlink']],
    [
      'has a link for a payload file',
      bag => (remove('data/icp.yaml')(bag), link('data/icp.yaml', '../bagit.txt')(bag)),
      ['symlink', 'oxum-mismatch'],
    ],
    ['has a linked folder', link('data/more', '../..'), ['symlink']],
    [
      'has a link for its payload folder',
      bag => (rename('data', 'real')(bag), link('data', 'real')(bag)),
      ['symlink', 'oxum-mismatch', 'payload-folder-missing', 'payload-missing', 'tag-file-unlisted (warning)'],
    ],
    ['has a pipe in its payload', bag => execFileSync('mkfifo', [join(bag, 'data/pipe')]), ['special-file']],
    [
      'has names that differ only in case',
      write('data/ICP.yaml', ''),
      ['oxum-mismatch', 'payload-unlisted', 'case-collision (warning)'],
    ],
  ]

  for (const [sentence, damage, expected] of damages) {
    it(`that ${sentence} is told as ${expected.join(', ')}`, async () => {
      const bag = freshPath()
      cpSync(sound, bag, { recursive: true })
      damage(bag)
      expect(await codes(bag)).toEqual(expected)
    })
  }

  const escapes = [
    '/etc/passwd',
    '../outside',
    'data/../../outside',
    '~/secret',
    '~root/secret',
    'C:/Windows',
    'data//a',
    'data/./a',
    'data\\..\\..\\a',
    'data/\0',
  ]
  for (const name of escapes) {
    it(`that lists ${JSON.stringify(name)} is refused and nothing there is looked for`, async () => {
      for (const [file, more] of [
        [manifest, [broken]],
        ['tagmanifest-sha256.txt', []],
      ] as const) {
        const bag = freshPath()
        cpSync(sound, bag, { recursive: true })
        append(file, `${'0'.repeat(64)}  ${name}\n`)(bag)
        expect(await codes(bag)).toEqual(['path-unsafe', ...more])
      }
    })
  }

  it('that lists a tag file as payload is refused', async () => {
    const bag = freshPath()
    cpSync(sound, bag, { recursive: true })
    append(manifest, `${'0'.repeat(64)}  bagit.txt\n`)(bag)
    expect(await codes(bag)).toEqual(['path-outside-data', broken])
  })

  it('tells where: the file, or the line of the tag file and what it says', async () => {
    const bag = freshPath()
    cpSync(sound, bag, { recursive: true })
    writeFileSync(join(bag, 'data/icp.yaml'), 'icp: 2\n')
    append(manifest, 'x\n')(bag)
    replace('bag-info.txt', /Oxum: \d+/, 'Oxum: 1')(bag)
    expect(await verifyBag(bag)).toEqual<BagProblem[]>([
      { code: 'oxum-mismatch', severity: 'error', path: 'bag-info.txt', line: 2, detail: '23.3' },
      { code: 'manifest-line', severity: 'error', path: manifest, line: 4 },
      { code: 'tag-file-checksum', severity: 'error', path: 'bag-info.txt', detail: 'tagmanifest-sha256.txt' },
      { code: 'tag-file-checksum', severity: 'error', path: manifest, detail: 'tagmanifest-sha256.txt' },
      { code: 'payload-checksum', severity: 'error', path: 'data/icp.yaml', detail: manifest },
    ])
  })
})

describe('a bag of another tool', () => {
  const a = { 'data/a': 'a' }
  const ab = { 'data/a': 'a', 'data/b': 'b' }
  const nfc = 'data/\u00e9'
  const nfd = 'data/e\u0301'
  const bags: [string, Record<string, string | Uint8Array>, string[]][] = [
    [
      'in version 0.97 with MD5 is sound',
      { ...a, 'bagit.txt': declared('0.97'), 'manifest-md5.txt': '{md5 data/a} data/a\n' },
      [noSeal],
    ],
    [
      'with CRLF, capitals, tabs and no last line end is sound',
      {
        ...a,
        'bagit.txt': 'bagit-version: 1.0\r\nTAG-FILE-CHARACTER-ENCODING: utf-8',
        'manifest-md5.txt': `${md5('a').toUpperCase()}\t \tdata/a`,
      },
      [noSeal],
    ],
    [
      'with SHA-1 and SHA-512 is sound',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'manifest-sha1.txt': '{sha1 data/a}  data/a\n',
        'manifest-sha512.txt': '{sha512 data/a}  data/a\n',
      },
      [noSeal],
    ],
    [
      'with two manifests, of which one is wrong, is told',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'manifest-sha1.txt': '{sha1 data/a}  data/a\n',
        'manifest-md5.txt': `${md5('b')}  data/a\n`,
      },
      [noSeal, 'payload-checksum'],
    ],
    [
      'in 1.0 lists every file in every manifest',
      {
        ...ab,
        'bagit.txt': declared('1.0'),
        'manifest-sha1.txt': '{sha1 data/a}  data/a\n',
        'manifest-md5.txt': '{md5 data/b}  data/b\n',
      },
      ['manifest-incomplete', noSeal],
    ],
    [
      'in 0.97 lists every file in one manifest',
      {
        ...ab,
        'bagit.txt': declared('0.97'),
        'manifest-sha1.txt': '{sha1 data/a}  data/a\n',
        'manifest-md5.txt': '{md5 data/b}  data/b\n',
      },
      [noSeal],
    ],
    [
      'in 0.97 still lists every file',
      { ...ab, 'bagit.txt': declared('0.97'), 'manifest-sha1.txt': '{sha1 data/a}  data/a\n' },
      ['payload-unlisted', noSeal],
    ],
    [
      'may have tag files in GBK',
      {
        'data/说明': 'a',
        'bagit.txt': declared('0.97', 'GBK'),
        'manifest-md5.txt': Buffer.concat([Buffer.from(`${md5('a')}  data/`), Buffer.of(0xcb, 0xb5, 0xc3, 0xf7)]),
      },
      [noSeal],
    ],
    [
      'may have tag files in UTF-16 with a mark',
      { ...a, 'bagit.txt': declared('1.0', 'UTF-16'), 'manifest-md5.txt': utf16(`\uFEFF${md5('a')}  data/a\n`) },
      [noSeal],
    ],
    [
      'may have tag files in UTF-16, big-endian',
      {
        ...a,
        'bagit.txt': declared('0.97', 'UTF-16BE'),
        'manifest-md5.txt': Buffer.from(utf16(`${md5('a')}  data/a\n`)).swap16(),
      },
      [noSeal],
    ],
    [
      'may name files elsewhere, but nothing is fetched',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'manifest-md5.txt': `{md5 data/a}  data/a\n${md5('b')}  data/b\n`,
        'fetch.txt': 'https://example.cn/b 1 data/b\n',
      },
      ['fetch-present (warning)', 'fetch', noSeal],
    ],
    [
      'may have everything already that it would fetch',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'manifest-md5.txt': '{md5 data/a}  data/a\n',
        'fetch.txt': 'https://example.cn/a - data/a\n',
      },
      ['fetch-present (warning)', noSeal],
    ],
    [
      'fetches only what it lists',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'manifest-md5.txt': '{md5 data/a}  data/a\n',
        'fetch.txt': 'https://example.cn/c - data/c\n',
      },
      ['fetch-present (warning)', 'fetch-unlisted', noSeal],
    ],
    [
      'fetches into its payload and nowhere else',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'manifest-md5.txt': '{md5 data/a}  data/a\n',
        'fetch.txt': 'no url data/a\nhttp://example.cn/ - ../a\nhttp://example.cn/ 1 bagit.txt\n',
      },
      ['fetch-present (warning)', 'fetch-line', 'path-unsafe', 'path-outside-data', noSeal],
    ],
    [
      'may have names in another Unicode form, with a warning',
      { [nfd]: 'a', 'bagit.txt': declared('1.0'), 'manifest-md5.txt': `${md5('a')}  ${nfc}\n` },
      ['name-form (warning)', noSeal],
    ],
    [
      'may not list one file under two forms',
      { [nfd]: 'a', 'bagit.txt': declared('1.0'), 'manifest-md5.txt': `${md5('a')}  ${nfc}\n${md5('a')}  ${nfd}\n` },
      ['name-form (warning)', 'normalization-collision', noSeal],
    ],
    [
      'may not hold two files whose names look the same',
      {
        [nfd]: 'a',
        [nfc]: 'a',
        'bagit.txt': declared('1.0'),
        'manifest-md5.txt': `${md5('a')}  ${nfc}\n${md5('a')}  ${nfd}\n`,
      },
      [noSeal, 'normalization-collision'],
    ],
    [
      'in 0.97 is only warned of them',
      {
        [nfd]: 'a',
        [nfc]: 'a',
        'bagit.txt': declared('0.97'),
        'manifest-md5.txt': `${md5('a')}  ${nfc}\n${md5('a')}  ${nfd}\n`,
      },
      [noSeal, 'normalization-collision (warning)'],
    ],
    [
      'in 0.97 takes per cent signs as they are',
      { 'data/%25%0A': 'a', 'bagit.txt': declared('0.97'), 'manifest-md5.txt': `${md5('a')}  data/%25%0A\n` },
      [noSeal],
    ],
    [
      'in 0.97 may still encode line breaks',
      { 'data/%25\n': 'a', 'bagit.txt': declared('0.97'), 'manifest-md5.txt': `${md5('a')}  data/%25%0a\n` },
      [noSeal],
    ],
    [
      'in 1.0 that forgot to encode is told and its file found',
      { 'data/%0A': 'a', 'bagit.txt': declared('1.0'), 'manifest-md5.txt': `${md5('a')}  data/%0A\n` },
      ['percent-encoding', noSeal],
    ],
    [
      'in 0.97 may have blanks around the colons of bag-info',
      {
        ...a,
        'bagit.txt': declared('0.97'),
        'bag-info.txt': 'Payload-Oxum  :  1.1 \n',
        'manifest-md5.txt': '{md5 data/a}  data/a\n',
      },
      [noSeal],
    ],
    [
      'in 1.0 may not',
      {
        ...a,
        'bagit.txt': declared('1.0'),
        'bag-info.txt': 'Payload-Oxum : 1.1\n',
        'manifest-md5.txt': '{md5 data/a}  data/a\n',
      },
      ['bag-info-line', noSeal],
    ],
  ]
  for (const [sentence, files, expected] of bags) {
    it(`${sentence}: ${expected.join(', ')}`, async () => {
      expect(await codes(bagOf(files))).toEqual(expected)
    })
  }

  it.runIf(process.platform === 'linux')(
    'with a name that is not UTF-8 is told, and the files beside it are read',
    async () => {
      const bag = bagOf({
        ...ab,
        'bagit.txt': declared('1.0'),
        'manifest-md5.txt': '{md5 data/a}  data/a\n{md5 data/b}  data/b\n',
      })
      writeFileSync(Buffer.concat([Buffer.from(`${bag}/data/a`), Buffer.of(0xff)]), '')
      expect(await codes(bag)).toEqual(['unreadable', noSeal])
    },
  )

  it('with a tag file too large for any list is told without reading it', async () => {
    const bag = bagOf({ ...a, 'bagit.txt': declared('1.0'), 'manifest-md5.txt': '' })
    truncateSync(join(bag, 'manifest-md5.txt'), 300 * 1024 * 1024)
    expect(await codes(bag)).toEqual(['tag-file-too-large', noSeal])
  })

  it('with more problems than a function takes arguments is read to the end', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `${'0'.repeat(32)}  data/${index}\n`).join('')
    const bag = bagOf({ ...a, 'bagit.txt': declared('1.0'), 'manifest-md5.txt': lines })
    expect((await verifyBag(bag)).filter(({ code }) => code === 'payload-missing')).toHaveLength(200_000)
  })
})

describe('bag-info.txt', () => {
  it('is read in order, with repeated labels, continuation lines and any line end', () => {
    const text =
      'Contact-Name: 王海\r\ncontact-name: Li Na\rExternal-Description: two lines,\n\t  of: which this is one\nEmpty: \n'
    const read = readBagInfo(text)
    expect(read).toEqual({
      fields: [
        { label: 'Contact-Name', value: '王海', line: 1 },
        { label: 'contact-name', value: 'Li Na', line: 2 },
        { label: 'External-Description', value: 'two lines,\nof: which this is one', line: 3 },
        { label: 'Empty', value: '', line: 5 },
      ],
      malformed: [],
    })
    expect(bagInfoFields(read, 'CONTACT-NAME').map(({ value }) => value)).toEqual(['王海', 'Li Na'])
  })

  it('names the lines it cannot read', () => {
    expect(readBagInfo(' begins with a blank: x\nLabel : x\n: x\nLabel:x\n\n').malformed).toEqual([1, 2, 3, 4, 5])
  })
})
