// Bags as archivists' suites sort them, made up here: valid, valid with a warning, invalid; for BagIt 0.97 and 1.0.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { bagWords } from '../src/locales/bag-words.ts'
import { languages } from '../src/locales/index.ts'
import { tellBag, tellDamage } from '../src/commands/tell-bag.ts'
import type { BagProblemCode } from '../src/model/bag-problem.ts'
import { declared, makeBag } from './hand-made-bag.ts'

const workspace = mkdtempSync(join(tmpdir(), 'bag-conformance-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
let count = 0
const make = (files: Files): string => {
  const bag = join(workspace, String((count += 1)))
  mkdirSync(join(bag, 'data'), { recursive: true })
  return makeBag(bag, files)
}

type Files = Readonly<Record<string, string | Uint8Array>>
type Version = '0.97' | '1.0'
/** What is wrong, warnings included; each code once, in any order. */
type Case = readonly [name: string, files: (version: Version) => Files, codes: readonly BagProblemCode[]]

const letter = { 'data/letter.txt': '承诺书' }
const sealed = (algorithm = 'sha256', manifest = `manifest-${algorithm}.txt`) => ({
  [manifest]: `{${algorithm} data/letter.txt}  data/letter.txt\n`,
  [`tagmanifest-${algorithm}.txt`]: `{${algorithm} bagit.txt}  bagit.txt\n{${algorithm} ${manifest}}  ${manifest}\n`,
})
const basic = (version: Version, more: Files = {}): Files => ({
  ...letter,
  'bagit.txt': declared(version),
  ...sealed(),
  ...more,
})
const listed =
  (lines: string, more: Files = {}) =>
  (version: Version) => ({
    ...letter,
    'bagit.txt': declared(version),
    ...more,
    'manifest-sha256.txt': lines,
  })
const own = '{sha256 data/letter.txt}  data/letter.txt\n'
const zeros = '0'.repeat(64)
const empty = createHash('sha256').digest('hex')
const unsealed = ['tag-manifest-missing'] as const
const declaration = (text: string) => (version: Version) =>
  basic(version, { 'bagit.txt': text.replaceAll('{version}', version) })

const inBoth: readonly Case[] = [
  ['a basic bag', version => basic(version), []],
  ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].map((algorithm): Case => [
    `a bag with ${algorithm}`,
    version => ({ ...letter, 'bagit.txt': declared(version), ...sealed(algorithm) }),
    [],
  ]),
  [
    'a bag with SHA-3, under the name the standard gives it',
    version => ({
      ...letter,
      'bagit.txt': declared(version),
      'manifest-sha3256.txt': '{sha3-256 data/letter.txt}  data/letter.txt\n',
    }),
    unsealed,
  ],
  [
    'a bag in a bag',
    version => ({
      'data/inner/bagit.txt': declared('0.97'),
      'data/inner/data/a.txt': 'a',
      'data/inner/manifest-md5.txt': '{md5 data/inner/data/a.txt}  data/a.txt\n',
      'bagit.txt': declared(version),
      'manifest-sha256.txt': ['data/inner/bagit.txt', 'data/inner/data/a.txt', 'data/inner/manifest-md5.txt']
        .map(path => `{sha256 ${path}}  ${path}\n`)
        .join(''),
    }),
    unsealed,
  ],
  ['a bag of nothing', version => ({ 'bagit.txt': declared(version), 'manifest-sha256.txt': '' }), unsealed],
  [
    'a bag with an empty file',
    version => ({ 'data/empty': '', 'bagit.txt': declared(version), 'manifest-sha256.txt': `${empty}  data/empty\n` }),
    unsealed,
  ],
  [
    'names with blanks, in Chinese, with an emoji',
    version => ({
      'data/two words.txt': 'a',
      'data/营业执照 副本.jpg': 'b',
      'data/📄.txt': 'c',
      'bagit.txt': declared(version),
      'manifest-sha256.txt': ['two words.txt', '营业执照 副本.jpg', '📄.txt']
        .map(name => `{sha256 data/${name}}  data/${name}\n`)
        .join(''),
    }),
    unsealed,
  ],
  [
    'capital checksums',
    listed(`${createHash('sha256').update('承诺书').digest('hex').toUpperCase()}  data/letter.txt\n`),
    unsealed,
  ],
  ['tabs between checksum and name', listed('{sha256 data/letter.txt}\t\tdata/letter.txt\n'), unsealed],
  ['a last line without its end', listed('{sha256 data/letter.txt} data/letter.txt'), unsealed],
  ['lines that end in CR', listed('{sha256 data/letter.txt}  data/letter.txt\r'), unsealed],
  [
    'lines that end in CRLF in every tag file',
    version => ({
      ...letter,
      'bagit.txt': declared(version).replaceAll('\n', '\r\n'),
      'bag-info.txt': 'Payload-Oxum: 9.1\r\n',
      'manifest-sha256.txt': own.replace('\n', '\r\n'),
    }),
    unsealed,
  ],
  [
    'the same label again and again',
    listed(own, { 'bag-info.txt': 'Contact-Name: 王海\nContact-Name: Li Na\ncontact-name: 王海\n' }),
    unsealed,
  ],
  [
    'a value over several lines',
    listed(own, { 'bag-info.txt': 'External-Description: one\n  two: three\n\tfour\nPayload-Oxum: 9.1\n' }),
    unsealed,
  ],
  [
    'tag folders, sealed too',
    version => ({
      ...letter,
      'bagit.txt': declared(version),
      'notes/a.txt': 'a',
      'manifest-sha256.txt': own,
      'tagmanifest-sha256.txt': ['bagit.txt', 'manifest-sha256.txt', 'notes/a.txt']
        .map(path => `{sha256 ${path}}  ${path}\n`)
        .join(''),
    }),
    [],
  ],
  [
    'tag files in ISO-8859-1',
    version => ({
      'data/é': 'a',
      'bagit.txt': declared(version, 'ISO-8859-1'),
      'manifest-md5.txt': Buffer.from(`${createHash('md5').update('a').digest('hex')}  data/é\n`, 'latin1'),
    }),
    unsealed,
  ],
  [
    'tag files in UTF-16',
    version => ({
      ...letter,
      'bagit.txt': declared(version, 'UTF-16'),
      'manifest-sha256.txt': Buffer.from(
        `\uFEFF${createHash('sha256').update('承诺书').digest('hex')}  data/letter.txt\n`,
        'utf16le',
      ),
    }),
    unsealed,
  ],
  [
    'everything there that fetch.txt names',
    listed(own, { 'fetch.txt': 'https://example.cn/letter.txt 9 data/letter.txt\n' }),
    ['fetch-present', ...unsealed],
  ],
  ['the * of sha256sum -b', listed('{sha256 data/letter.txt} *data/letter.txt\n'), ['mode-marker', ...unsealed]],
  ['the ./ of find', listed('{sha256 data/letter.txt}  ./data/letter.txt\n'), ['dot-slash', ...unsealed]],
  [
    'the ./ of find beside the name itself',
    listed(`${own}${own.replace('  ', '  ./')}`),
    ['path-duplicate', ...unsealed],
  ],
  [
    'names that differ in case only',
    listed(`${own}{sha256 data/LETTER.txt}  data/LETTER.txt\n`, { 'data/LETTER.txt': 'a' }),
    ['case-collision', ...unsealed],
  ],
  ['a tag file that nothing seals', version => basic(version, { 'note.txt': 'a' }), ['tag-file-unlisted']],

  ['no bagit.txt', () => ({ ...letter, 'manifest-sha256.txt': own }), ['declaration-missing']],
  ['an empty bagit.txt', declaration(''), ['declaration-malformed']],
  ['a bagit.txt of one line', declaration('BagIt-Version: {version}\n'), ['declaration-malformed']],
  [
    'a bagit.txt the wrong way round',
    declaration('Tag-File-Character-Encoding: UTF-8\nBagIt-Version: {version}\n'),
    ['declaration-malformed'],
  ],
  [
    'a blank before the colon',
    declaration('BagIt-Version : {version}\nTag-File-Character-Encoding: UTF-8\n'),
    ['declaration-malformed'],
  ],
  [
    'no blank behind the colon',
    declaration('BagIt-Version:{version}\nTag-File-Character-Encoding: UTF-8\n'),
    ['declaration-malformed'],
  ],
  [
    'a blank at the end of a line',
    declaration('BagIt-Version: {version} \nTag-File-Character-Encoding: UTF-8\n'),
    ['declaration-malformed'],
  ],
  [
    'an empty line in bagit.txt',
    declaration('BagIt-Version: {version}\n\nTag-File-Character-Encoding: UTF-8\n'),
    ['declaration-malformed'],
  ],
  [
    'a version that is no number',
    declaration('BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n'),
    ['declaration-malformed'],
  ],
  [
    'a version of three numbers',
    declaration('BagIt-Version: {version}.0\nTag-File-Character-Encoding: UTF-8\n'),
    ['declaration-malformed'],
  ],
  [
    'a version that is not yet there',
    declaration('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'),
    ['version-unsupported'],
  ],
  [
    'a bagit.txt with a mark',
    declaration('\uFEFFBagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n'),
    ['byte-order-mark'],
  ],
  [
    'a bagit.txt in UTF-16',
    version => basic(version, { 'bagit.txt': Buffer.from(declared(version, 'UTF-16'), 'utf16le') }),
    ['declaration-malformed'],
  ],
  [
    'an encoding nobody knows',
    declaration('BagIt-Version: {version}\nTag-File-Character-Encoding: WTF-8\n'),
    ['encoding-unknown'],
  ],
  [
    'a manifest that is not in the declared encoding',
    version => ({
      ...letter,
      'bagit.txt': declared(version),
      'manifest-sha256.txt': Buffer.concat([Buffer.from(`${zeros}  data/`), Buffer.of(0xcb, 0xff, 0x0a)]),
    }),
    ['encoding-invalid', ...unsealed],
  ],
  [
    'no payload manifest',
    version => ({ ...letter, 'bagit.txt': declared(version) }),
    ['manifest-missing', ...unsealed],
  ],
  [
    'a manifest of an algorithm nobody knows',
    version => ({ ...letter, 'bagit.txt': declared(version), 'manifest-crc99.txt': 'ab  data/letter.txt\n' }),
    ['algorithm-unknown', ...unsealed],
  ],
  ['a payload file changed', listed(`${zeros}  data/letter.txt\n`), ['payload-checksum', ...unsealed]],
  [
    'a tag file changed',
    version =>
      basic(version, {
        'bag-info.txt': 'Contact-Name: a\n',
        'tagmanifest-sha256.txt': `{sha256 bagit.txt}  bagit.txt\n{sha256 manifest-sha256.txt}  manifest-sha256.txt\n${zeros}  bag-info.txt\n`,
      }),
    ['tag-file-checksum'],
  ],
  ['a payload file lost', listed(`${own}${zeros}  data/gone.txt\n`), ['payload-missing', ...unsealed]],
  ['a payload file too many', listed(own, { 'data/more.txt': 'a' }), ['payload-unlisted', ...unsealed]],
  ['a hidden payload file too many', listed(own, { 'data/.DS_Store': 'a' }), ['payload-unlisted', ...unsealed]],
  [
    'a file in two lines with two checksums',
    listed(`${own}${zeros}  data/letter.txt\n`),
    ['path-duplicate', ...unsealed],
  ],
  [
    'a checksum of another length',
    listed('ab12  data/letter.txt\n'),
    ['manifest-line', 'payload-unlisted', ...unsealed],
  ],
  [
    'a checksum that is none',
    listed(`${'x'.repeat(64)}  data/letter.txt\n`),
    ['manifest-line', 'payload-unlisted', ...unsealed],
  ],
  [
    'a tag file in the payload manifest',
    listed(`${own}{sha256 bagit.txt}  bagit.txt\n`),
    ['path-outside-data', ...unsealed],
  ],
  ...[
    '/etc/passwd',
    '../letter.txt',
    'data/../../letter.txt',
    '~/letter.txt',
    '~root/letter.txt',
    'C:\\letter.txt',
    'c:letter.txt',
    '\\\\?\\C:\\letter.txt',
    '\\\\.\\PhysicalDrive0',
    '\\\\server\\share\\letter.txt',
    'data\\..\\..\\letter.txt',
  ].flatMap((path): Case[] => [
    [`${path} in the manifest`, listed(`${own}${zeros}  ${path}\n`), ['path-unsafe', ...unsealed]],
    [
      `${path} in fetch.txt`,
      listed(own, { 'fetch.txt': `https://example.cn/a 1 ${path}\n` }),
      ['fetch-present', 'path-unsafe', ...unsealed],
    ],
    [
      `${path} in the tag manifest`,
      version =>
        basic(version, {
          'tagmanifest-sha256.txt': `{sha256 bagit.txt}  bagit.txt\n{sha256 manifest-sha256.txt}  manifest-sha256.txt\n${zeros}  ${path}\n`,
        }),
      ['path-unsafe'],
    ],
  ]),
  [
    'a file that must be fetched',
    listed(`${own}${zeros}  data/far.txt\n`, { 'fetch.txt': 'https://example.cn/far.txt - data/far.txt\n' }),
    ['fetch-present', 'fetch', ...unsealed],
  ],
  [
    'a file to fetch that no manifest knows',
    listed(own, { 'fetch.txt': 'https://example.cn/far.txt - data/far.txt\n' }),
    ['fetch-present', 'fetch-unlisted', ...unsealed],
  ],
  [
    'a tag file to fetch',
    listed(own, { 'fetch.txt': 'https://example.cn/bag-info.txt 1 bag-info.txt\n' }),
    ['fetch-present', 'path-outside-data', ...unsealed],
  ],
  [
    'a Payload-Oxum of other bytes',
    listed(own, { 'bag-info.txt': 'Payload-Oxum: 10.1\n' }),
    ['oxum-mismatch', ...unsealed],
  ],
  [
    'a Payload-Oxum of other files',
    listed(own, { 'bag-info.txt': 'Payload-Oxum: 9.2\n' }),
    ['oxum-mismatch', ...unsealed],
  ],
  ['a Payload-Oxum in words', listed(own, { 'bag-info.txt': 'Payload-Oxum: nine\n' }), ['oxum-malformed', ...unsealed]],
  ['a bag-info without a colon', listed(own, { 'bag-info.txt': 'Contact-Name\n' }), ['bag-info-line', ...unsealed]],
  [
    'a tag manifest without the manifest',
    version => basic(version, { 'tagmanifest-sha256.txt': '{sha256 bagit.txt}  bagit.txt\n' }),
    ['tag-manifest-incomplete'],
  ],
  [
    'a tag manifest that lists what is not there',
    version =>
      basic(version, {
        'tagmanifest-sha256.txt': `{sha256 bagit.txt}  bagit.txt\n{sha256 manifest-sha256.txt}  manifest-sha256.txt\n${zeros}  gone.txt\n`,
      }),
    ['tag-file-missing'],
  ],
]

const twoManifests = (version: Version): Files => ({
  ...letter,
  'data/b.txt': 'b',
  'bagit.txt': declared(version),
  'manifest-md5.txt': '{md5 data/letter.txt}  data/letter.txt\n',
  'manifest-sha256.txt': `${own}{sha256 data/b.txt}  data/b.txt\n`,
})
const percent = (name: string, written: string): Case => [
  `a file ${JSON.stringify(name)} written ${written}`,
  version => ({
    [`data/${name}`]: 'a',
    'bagit.txt': declared(version),
    'manifest-md5.txt': `${createHash('md5').update('a').digest('hex')}  data/${written}\n`,
  }),
  unsealed,
]
const breaking = (each: Case, ...codes: BagProblemCode[]): Case => [each[0], each[1], [...codes, ...unsealed]]
const nfc = 'data/\u00e9'
const nfd = 'data/e\u0301'
const bothForms = (version: Version): Files => ({
  [nfc]: 'a',
  [nfd]: 'a',
  'bagit.txt': declared(version),
  'manifest-md5.txt': [nfc, nfd].map(name => `${createHash('md5').update('a').digest('hex')}  ${name}\n`).join(''),
})

const cases: Readonly<Record<Version, readonly Case[]>> = {
  '0.97': [
    ...inBoth,
    ['every file in one of two manifests', twoManifests, unsealed],
    percent('100%', '100%'),
    percent('%25', '%25'),
    percent('two\nlines', 'two%0Alines'),
    ['blanks around the colon of bag-info', listed(own, { 'bag-info.txt': 'Payload-Oxum :   9.1 \n' }), unsealed],
    ['two files that look the same', bothForms, ['normalization-collision', ...unsealed]],
  ],
  '1.0': [
    ...inBoth,
    ['a file missing in one of two manifests', twoManifests, ['manifest-incomplete', ...unsealed]],
    percent('100%', '100%25'),
    percent('%25', '%2525'),
    percent('two\nlines', 'two%0Alines'),
    percent('two\r\nlines', 'two%0d%0alines'),
    percent('a%20b', 'a%2520b'),
    breaking(percent('100%', '100%'), 'percent-encoding'),
    breaking(percent('a%20b', 'a%20b'), 'percent-encoding'),
    [
      'blanks around the colon of bag-info',
      listed(own, { 'bag-info.txt': 'Payload-Oxum : 9.1\n' }),
      ['bag-info-line', ...unsealed],
    ],
    ['two files that look the same', bothForms, ['normalization-collision', ...unsealed]],
  ],
}

const warnings = new Set<BagProblemCode>([
  'mode-marker',
  'dot-slash',
  'fetch-present',
  'tag-manifest-missing',
  'tag-file-unlisted',
  'name-form',
  'case-collision',
])
const isWarning = (code: BagProblemCode, version: Version): boolean =>
  warnings.has(code) || (code === 'normalization-collision' && version === '0.97')

for (const version of ['0.97', '1.0'] as const) {
  describe(`BagIt ${version}`, () => {
    it.each(cases[version])('%s', async (_name, files, codes) => {
      const problems = await verifyBag(make(files(version)))
      expect([...new Set(problems.map(({ code }) => code))].toSorted()).toEqual([...codes].toSorted())
      const errors = codes.filter(code => !isWarning(code, version))
      expect(problems.some(({ severity }) => severity === 'error')).toBe(errors.length > 0)
    })
  })
}

describe('what is told of a bag', () => {
  it('is another sentence for every problem, in both languages', () => {
    for (const { problem } of Object.values(bagWords)) {
      const sentences = Object.values(problem).map(sentence => sentence('x'))
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })

  it('names the place, what was found and what to do', async () => {
    const bag = make(listed(`${own}${zeros}  ../outside\nab  data/b\n`, { 'data/more.txt': 'a' })('1.0'))
    expect(tellDamage('bundle', await verifyBag(bag), languages.en)).toBe(
      [
        'bundle/manifest-sha256.txt:2: the path is not safe (it has a ..) and was not opened',
        'bundle/manifest-sha256.txt:3: a line is checksum, blanks, path; the checksum as long as the algorithm makes it',
        'bundle/data/more.txt: is in no manifest: it may have been put there after packing',
        bagWords.en.changed,
      ].join('\n'),
    )
    expect(tellDamage('bundle', await verifyBag(bag), languages.zh)).toContain('路径不安全（含 ..），没有打开')
  })

  it('shows what a name would do to a terminal instead of doing it', async () => {
    const bag = make(listed(own, { 'data/\u001B[2Jgone\u202Egpj.exe': 'a' })('1.0'))
    const told = tellDamage('bundle', await verifyBag(bag), languages.en)
    expect(told).toContain(String.raw`bundle/data/\u{1b}[2Jgone\u{202e}gpj.exe: is in no manifest`)
  })

  it('ends after twenty lines, with the number of the rest', () => {
    const problems = Array.from({ length: 50_000 }, (_, index) => ({
      code: 'payload-missing' as const,
      severity: 'error' as const,
      path: `data/${index}`,
    }))
    const lines = tellBag('bundle', problems, languages.en)
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toBe('bundle: and 49980 more')
  })
})
