// `icp-prep import` of CSV that people and programs spoil: no row is swallowed, none overwrites another.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecords, type CsvRecord } from '../src/disk/csv-records.ts'
import { FolderNames } from '../src/commands/import-names.ts'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')

function imported(table: string | Uint8Array, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-rows-'))
  writeFileSync(join(folder, 'clients.csv'), table)
  const run = () =>
    spawnSync(process.execPath, [bin, 'import', 'clients.csv', '--out', 'out', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' },
    })
  const read = (...path: string[]) => readFileSync(join(folder, 'out', ...path), 'utf8')
  return { ...run(), run, read, has: (...path: string[]) => existsSync(join(folder, 'out', ...path)) }
}

/** In pieces of that size. */
function recordsOf(text: string, size = text.length + 1): CsvRecord[] {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  )
  return [...csvRecords(pieces, ',')]
}

describe('records', () => {
  it.each<[what: string, text: string, expected: [line: number, cells: string[], unpaired?: true][]]>([
    [
      'plain',
      'a,b\r\nc,\r\n',
      [
        [1, ['a', 'b']],
        [2, ['c', '']],
      ],
    ],
    [
      'with any line end',
      'a\rb\nc\r\nd',
      [
        [1, ['a']],
        [2, ['b']],
        [3, ['c']],
        [4, ['d']],
      ],
    ],
    [
      'in quotes',
      '"a,""b""","c\nd"\ne,f',
      [
        [1, ['a,"b"', 'c\nd']],
        [3, ['e', 'f']],
      ],
    ],
    ['with quotes around a part', '"海风"科技,b"c\n', [[1, ['"海风"科技', 'b"c']]]],
    ['with blanks behind quotes', '"a" ,"b"\n', [[1, ['a', 'b']]]],
    [
      'with a quote open to the end',
      'a,b\n"c,d\ne,f\n',
      [
        [1, ['a', 'b']],
        [2, ['"c', 'd'], true],
        [3, ['e', 'f']],
      ],
    ],
    [
      'with a quote open to the next one',
      'a,b\n"c,d\n"e",f\n',
      [
        [1, ['a', 'b']],
        [2, ['"c', 'd'], true],
        [3, ['e', 'f']],
      ],
    ],
    [
      'with a quote that another line seems to close',
      'a,b\n"c,d\ne,f"\ng,h\n',
      [
        [1, ['a', 'b']],
        [2, ['"c', 'd'], true],
        [3, ['e', 'f"']],
        [4, ['g', 'h']],
      ],
    ],
    [
      'with a quote open in the last line',
      'a,b\nc,"d',
      [
        [1, ['a', 'b']],
        [2, ['c', '"d'], true],
      ],
    ],
  ])('%s are told apart, in pieces of any size', (_what, text, expected) => {
    const wanted = expected.map(([line, cells, unpaired]) => ({ line, cells, ...(unpaired ? { unpaired } : {}) }))
    for (const size of [1, 2, 3, 7, 1000]) expect(recordsOf(text, size)).toEqual(wanted)
  })

  it('hold every character of the text, however it is spoilt', () => {
    const spoilt = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', '海', ' '), { maxLength: 60 })
    const letters = (text: string) => text.replaceAll(/[^a海]/g, '')
    fc.assert(
      fc.property(spoilt, fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = parts.join('')
        const records = recordsOf(text, size)
        expect(records).toEqual(recordsOf(text))
        expect(letters(records.flatMap(({ cells }) => cells).join(''))).toBe(letters(text))
      }),
    )
  })

  it('survive a quote that opens before a million lines', () => {
    const text = `a,b\n"c,d\n${'e,f\n'.repeat(400_000)}`
    const records = recordsOf(text, 65_536)
    expect(records).toHaveLength(400_002)
    expect(records[1]?.unpaired).toBe(true)
  })
})

describe('a quotation mark without a partner', () => {
  it('costs its own row, which is told with its line; those before and behind are done', () => {
    const { stdout, status, read, has } = imported('sponsor.name,sponsor.kind\n海风,企业\n"山岚,企业\n溪谷,企业\n')
    expect(status).toBe(1)
    expect(stdout).toContain('line 3 not imported: a quotation mark has no partner')
    expect(stdout).toContain('2 imported, 1 not')
    expect(has('溪谷', 'icp.yaml')).toBe(true)
    expect(read('rejected.csv')).toContain('"""山岚","企业","line 3; a quotation mark')
  })

  it('in the headings leaves nothing to tell columns by', () => {
    const { stderr, status } = imported('"sponsor.name,sponsor.kind\n海风,企业\n')
    expect([stderr, status]).toEqual([expect.stringContaining('in the headings has no partner'), 2])
  })
})

describe('an encoding', () => {
  const text = 'sponsor.name,sponsor.kind\n海风,企业\n'
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
  // 海风 and 企业 in GB18030
  const chinese = Buffer.concat([
    Buffer.from('sponsor.name,sponsor.kind\n'),
    Buffer.from([0xba, 0xa3, 0xb7, 0xe7, 0x2c, 0xc6, 0xf3, 0xd2, 0xb5, 0x0a]),
  ])

  it.each<[name: string, bytes: Uint8Array, told: string]>([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), ''],
    ['UTF-16 as Excel writes it', wide, 'Read as UTF-16LE'],
    ['UTF-16 the other way round', Buffer.from(wide).swap16(), 'Read as UTF-16BE'],
    ['GB18030', chinese, 'Read as GB18030'],
  ])('%s is read, and told where it is no UTF-8', (_name, bytes, told) => {
    const { stderr, status, read } = imported(bytes)
    expect([status, stderr.includes(told), stderr === '']).toEqual([0, true, told === ''])
    expect(read('海风', 'icp.yaml')).toContain('name: 海风\n  kind: enterprise')
  })

  it('that is UTF-8 but for one byte is not taken for another', () => {
    const { stderr, status } = imported(Buffer.concat([Buffer.from(text), Buffer.from([0xe6, 0xb5, 0x0a])]))
    expect([stderr, status]).toEqual([expect.stringContaining('no text, or none in sound UTF-8'), 2])
  })

  it('is seen behind the first pieces of a long file', () => {
    const many = Buffer.concat([Buffer.from(`sponsor.name\n${'\n'.repeat(300_000)}`), Buffer.from([0xba, 0xa3, 0x0a])])
    expect(imported(many).stdout).toContain('line 300002: out/海/icp.yaml')
  })
})

it('the first line of Excel says what parts the cells', () => {
  expect(imported('sep=;\nsponsor.name;sponsor.kind\n海,风;企业\n').stdout).toContain('line 3: out/海,风/icp.yaml')
})

describe('two rows of one name', () => {
  it('have a folder each, which is told; the same table again overwrites nothing', () => {
    const { run, stdout, read, status } = imported(
      'sponsor.name,services.0.domains.0.name\n海风,a.example\n海风,b.example\n海风-2,c.example\n',
    )
    expect(status).toBe(0)
    expect(stdout).toContain('line 3: out/海风-2/icp.yaml (line 2 has the same name')
    expect(stdout).toContain('line 4: out/海风-2-2/icp.yaml (line 3 has the same name')
    expect(read('海风-2', 'icp.yaml')).toContain('b.example')
    const again = run()
    expect(again.stdout).toContain('0 imported, 3 not')
    expect(read('海风', 'icp.yaml')).toContain('a.example')
  })

  it('are never called alike, also where capitals are all the same', () => {
    const names = new FolderNames()
    const given = ['Sea', 'sea', 'SEA-2', '', 'Sea'].map((name, at) => names.next(name, at + 2).name)
    expect(given).toEqual(['Sea', 'sea-2', 'SEA-2-2', '5', 'Sea-3'])
  })
})
