// The texts of a bag: from bytes to lines, declarations, fields and what is elsewhere; each problem with its line.
import { describe, expect, it } from 'vitest'
import type { BagFiles } from '../src/bundle/bag-files.ts'
import { checkBagInfo, readBagInfo } from '../src/bundle/read-bag-info.ts'
import { readFetch, unlistedFetches } from '../src/bundle/read-fetch.ts'
import type { Manifest } from '../src/bundle/read-manifest.ts'
import { decodeTag, linesOf, readDeclaration } from '../src/bundle/tag-text.ts'
import { declared } from './hand-made-bag.ts'

describe('the lines of a text', () => {
  it.each([
    ['', []],
    ['one', ['one']],
    ['one\n', ['one']],
    ['one\ntwo', ['one', 'two']],
    ['one\r\ntwo\r\n', ['one', 'two']],
    ['one\rtwo\rthree', ['one', 'two', 'three']],
    ['\n', ['']],
    ['\n\r\n\r', ['', '', '']],
    ['\r\r\n\n', ['', '', '']],
    ['one\u2028still one\vand\f', ['one\u2028still one\vand\f']],
  ])('of %j are %j', (text, lines) => {
    expect([...linesOf(text)]).toEqual(lines.map((line, index) => ({ number: index + 1, text: line })))
  })
})

describe('the bytes of a tag file', () => {
  const invalid = (detail: string) => ({ code: 'encoding-invalid', severity: 'error', path: 'a.txt', detail })
  const marked = { code: 'byte-order-mark', severity: 'error', path: 'a.txt' }
  const cases: readonly (readonly [string, readonly number[], string | object])[] = [
    ['UTF-8', [0xe5, 0xa4, 0x87], '备'],
    ['UTF-8', [0xef, 0xbb, 0xbf, 0x61], marked],
    ['utf-8', [0x61, 0xef, 0xbb, 0xbf], 'a\uFEFF'],
    ['UTF-8', [0xe5, 0xa4], invalid('UTF-8')],
    ['UTF-8', [0xed, 0xa0, 0x80], invalid('UTF-8')],
    ['UTF-8', [0xc0, 0x80], invalid('UTF-8')],
    ['GBK', [0xcb, 0xb5], '说'],
    ['GBK', [0xcb, 0xff], invalid('GBK')],
    ['ISO-8859-1', [0xe9], 'é'],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 'a'],
    ['UTF-16', [0xfe, 0xff, 0x00, 0x61], 'a'],
    ['UTF-16', [0x00, 0x61], 'a'],
    ['UTF-16', [0xff, 0x21], 'Ａ'],
    ['UTF-16', [0x58, 0xfe], '壾'],
    ['UTF-16', [], ''],
    ['UTF-16', [0x00], invalid('UTF-16')],
    ['utf-16le', [0x61, 0x00], 'a'],
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0x00], 'a'],
    ['UTF-16BE', [0x00, 0x61], 'a'],
    ['UTF-16BE', [0xd8, 0x00], invalid('UTF-16BE')],
  ]
  it.each(cases)('in %s, %j, are %j', (encoding, bytes, text) => {
    expect(decodeTag('a.txt', Uint8Array.from(bytes), encoding)).toEqual(text)
  })
})

describe('a declaration', () => {
  const path = 'bagit.txt'
  const wrong = (code: string, detail?: string) => ({
    code,
    severity: 'error',
    path,
    ...(detail === undefined ? {} : { detail }),
  })
  it.each([
    [declared('1.0'), { version: '1.0', encoding: 'UTF-8' }],
    [declared('0.97', 'GB18030'), { version: '0.97', encoding: 'GB18030' }],
    [declared('1.0').replaceAll('\n', '\r'), { version: '1.0', encoding: 'UTF-8' }],
    [declared('1.0').trimEnd(), { version: '1.0', encoding: 'UTF-8' }],
    [declared('1.0').toUpperCase(), { version: '1.0', encoding: 'UTF-8' }],
    [declared('0.96'), wrong('version-unsupported', '0.96')],
    [declared('11.0'), wrong('version-unsupported', '11.0')],
    [declared('1.0', 'UTF-9'), wrong('encoding-unknown', 'UTF-9')],
    [declared('1.0', 'UTF 8'), wrong('declaration-malformed')],
    [`${declared('1.0')}\n`, wrong('declaration-malformed')],
    [` ${declared('1.0')}`, wrong('declaration-malformed')],
    ['', wrong('declaration-malformed')],
    [`\uFEFF${declared('1.0')}`, wrong('byte-order-mark')],
  ])('%j is read as %j', (text, read) => {
    expect(readDeclaration(Buffer.from(text))).toEqual(read)
  })

  it('that is no UTF-8 is told, whatever encoding it declares', () => {
    const bytes = Buffer.from(declared('1.0', 'ISO-8859-1 é'), 'latin1')
    expect(readDeclaration(bytes)).toEqual(wrong('encoding-invalid', 'utf-8'))
  })
})

const payloadOf = (...sizes: number[]): BagFiles => ({
  payload: new Map(sizes.map((size, index) => [`data/${index}`, size])),
  tags: new Map(),
  refused: new Set(),
  hasData: true,
  problems: [],
})

describe('bag-info.txt', () => {
  it.each([
    ['1.0', 'Note:  a  ', ' a  '],
    ['0.97', 'Note:  a  ', 'a'],
    ['0.97', 'Note \t:a', 'a'],
    ['1.0', 'Note:\ta', 'a'],
    ['0.97', 'Note:', ''],
    ['1.0', 'Note: a: b', 'a: b'],
  ] as const)('in %s: %j says %j', (version, text, value) => {
    expect(readBagInfo(text, version)).toEqual({ fields: [{ label: 'Note', value, line: 1 }], malformed: [] })
  })

  it.each([
    ['1.0', 'Note:'],
    ['1.0', 'Note:a'],
    ['1.0', 'Note : a'],
    ['1.0', ' Note: a'],
    ['0.97', ' Note: a'],
    ['0.97', ': a'],
    ['0.97', 'Note'],
  ] as const)('in %s: %j is no field', (version, text) => {
    expect(readBagInfo(text, version)).toEqual({ fields: [], malformed: [1] })
  })

  it('of lines that are none is read to the thousandth of them', () => {
    const read = readBagInfo(`A: 1\n${'none\nB: 2\n'.repeat(1500)}`)
    expect([read.malformed.length, read.malformed.at(-1), read.fields.length]).toEqual([1000, 2000, 1000])
  })

  const wrong = (code: string, line: number, detail?: string) => ({
    code,
    severity: 'error',
    path: 'bag-info.txt',
    line,
    ...(detail === undefined ? {} : { detail }),
  })
  it.each([
    ['A: 1\nPayload-Oxum: 12.2\n', []],
    ['payload-oxum: 12.2', []],
    ['Payload-Oxum:   12.2  \n', []],
    ['Payload-Oxum: 12.3\n', [wrong('oxum-mismatch', 1, '12.2')]],
    ['Payload-Oxum: 13.2\n', [wrong('oxum-mismatch', 1, '12.2')]],
    ['A: 1\nPayload-Oxum: 12\n', [wrong('oxum-malformed', 2)]],
    ['Payload-Oxum: -12.2', [wrong('oxum-malformed', 1)]],
    ['Payload-Oxum: 12.2 files', [wrong('oxum-malformed', 1)]],
    ['Payload-Oxum: .', [wrong('oxum-malformed', 1)]],
    ['Payload-Oxum: 12.2\nA: 1\nPayload-Oxum: 12.2\n', [wrong('oxum-repeated', 3)]],
    [
      'none\nPayload-Oxum: 1.1\nnone\n',
      [wrong('oxum-mismatch', 2, '12.2'), wrong('bag-info-line', 1), wrong('bag-info-line', 3)],
    ],
  ])('%j of two files of twelve bytes: %j', (text, problems) => {
    expect(checkBagInfo(text, '1.0', payloadOf(5, 7))).toEqual(problems)
  })
})

describe('fetch.txt', () => {
  const path = 'fetch.txt'
  const present = { code: 'fetch-present', severity: 'warning', path }
  const wrong = (code: string, line: number, detail?: string) => ({
    code,
    severity: 'error',
    path,
    line,
    ...(detail === undefined ? {} : { detail }),
  })

  it('names files and the lines where they stand, and every line that is none', () => {
    const lines = [
      'https://example.cn/a 12 data/a',
      'https://example.cn/b\t-\tdata/two words',
      'example.cn/c 1 data/c',
      'https://example.cn/d many data/d',
      '',
      'https://example.cn/e 1 bagit.txt',
      'https://example.cn/f 1 data/../f',
      'https://example.cn/g 1 data/50%25%0Ag',
      ' https://example.cn/h 1 data/h',
      '0https://example.cn/i 1 data/i',
    ]
    const { names, problems } = readFetch(lines.join('\n'), '1.0')
    expect([...names]).toEqual([
      ['data/a', 1],
      ['data/two words', 2],
      ['data/50%\ng', 8],
    ])
    expect(problems).toEqual([
      present,
      ...[3, 4, 5].map(line => wrong('fetch-line', line)),
      wrong('path-outside-data', 6, 'bagit.txt'),
      wrong('path-unsafe', 7, 'parent'),
      ...[9, 10].map(line => wrong('fetch-line', line)),
    ])
  })

  it('in 0.97 takes a per cent sign as it is', () => {
    expect([...readFetch('http://example.cn/ 1 data/50%25', '0.97').names.keys()]).toEqual(['data/50%25'])
  })

  it('of lines that are none is read to the thousandth of them', () => {
    const { names, problems } = readFetch('none\nhttp://example.cn/ 1 data/a\n'.repeat(1500), '1.0')
    expect([problems.length, problems.at(-1), names.get('data/a')]).toEqual([1001, wrong('fetch-line', 1999), 1998])
  })

  const manifest = (...names: string[]): Manifest => ({
    file: 'manifest-md5.txt',
    algorithm: undefined,
    listed: new Map(names.map(name => [name, ''])),
    problems: [],
  })
  it('fetches in 1.0 what every manifest lists, in 0.97 what one of them lists', () => {
    const fetch = readFetch(['a', 'b', 'c'].map(name => `http://example.cn/ 1 data/${name}\n`).join(''), '1.0')
    const manifests = [manifest('data/a', 'data/b'), manifest('data/a')]
    expect(unlistedFetches(fetch, manifests, '1.0')).toEqual([
      wrong('fetch-unlisted', 2, 'data/b'),
      wrong('fetch-unlisted', 3, 'data/c'),
    ])
    expect(unlistedFetches(fetch, manifests, '0.97')).toEqual([wrong('fetch-unlisted', 3, 'data/c')])
  })
})
