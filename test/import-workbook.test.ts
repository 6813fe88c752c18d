// `icp-prep import` of workbooks: what a person sees in a cell is what the filing says, or the row says why not.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { handMadeWorkbook, inline, rowOf, type HandMadeWorkbook } from './hand-made-workbook.ts'
import { handMadeZip } from './hand-made-zip.ts'

const home = process.cwd()

/** A folder with the workbook in it, and what the program does there. */
function world(workbook: HandMadeWorkbook | Buffer, bin = join(home, 'bin', 'icp-prep.js')) {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-workbook-'))
  writeFileSync(join(folder, 'clients.xlsx'), Buffer.isBuffer(workbook) ? workbook : handMadeWorkbook(workbook))
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [bin, 'import', 'clients.xlsx', '--out', 'out', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' },
    })
  const read = (...path: string[]) => readFileSync(join(folder, 'out', ...path), 'utf8')
  return { folder, run, read }
}

const head = rowOf(1, ['sponsor.name', 'principal.document.number', 'principal.document.valid-from', 'region'])
const one = (cells: string, more: Partial<HandMadeWorkbook> = {}) =>
  world({ sheets: [{ name: '客户', rows: `${head}<row r="2">${inline(0, 2, '海风')}${cells}</row>` }], ...more })

describe('a cell', () => {
  it.each<[what: string, cell: string, more: Partial<HandMadeWorkbook>, expected: string]>([
    [
      'with a shared text in runs',
      '<c r="B2" t="s"><v>0</v></c>',
      {
        strings: ['<r><t>44030519900</t></r><r><t>101123X</t></r><rPh><t>x</t></rPh>'],
      },
      'number: 44030519900101123X',
    ],
    ['with a number', '<c r="B2"><v>123456789012345</v></c>', {}, 'number: "123456789012345"'],
    ['with a number in powers of ten', '<c r="B2"><v>1.38E10</v></c>', {}, 'number: "13800000000"'],
    ['shown with zeros in front', '<c r="D2" s="1"><v>51234</v></c>', { formats: ['000000'] }, 'region: "051234"'],
    ['with a day', '<c r="C2" s="1"><v>45296</v></c>', {}, 'valid-from: 2024-01-05'],
    [
      'with a Chinese day',
      '<c r="C2" s="1"><v>45296</v></c>',
      { formats: ['[$-804]yyyy"年"m"月"d"日";@'] },
      'valid-from: 2024-01-05',
    ],
    [
      'with a day and a time',
      '<c r="C2" s="1"><v>45296.5</v></c>',
      { formats: ['yyyy-mm-dd hh:mm'] },
      'valid-from: 2024-01-05',
    ],
    ['with a day counted from 1904', '<c r="C2" s="1"><v>43834</v></c>', { from1904: true }, 'valid-from: 2024-01-05'],
    ['with a day written out', '<c r="C2" t="d"><v>2024-01-05T00:00:00</v></c>', {}, 'valid-from: 2024-01-05'],
    ['with a formula', '<c r="B2" t="str"><f>A2&amp;"1"</f><v>G123&amp;4</v></c>', {}, 'number: G123&4'],
    ['with letters that XML cannot hold', '<c r="B2" t="inlineStr"><is><t>A_x0042_</t></is></c>', {}, 'number: AB'],
    ['without a name of its own', '<c t="inlineStr"><is><t>G1234</t></is></c>', {}, 'number: G1234'],
  ])('%s is read as it is seen', (_what, cell, more, expected) => {
    const { run, read } = one(cell, more)
    const { stdout, stderr, status } = run()
    expect([stdout, stderr, status]).toEqual([expect.stringContaining('1 imported, 0 not'), '', 0])
    expect(read('海风', 'icp.yaml')).toContain(expected)
  })

  it.each<[what: string, cell: string, told: string]>([
    ['digits that Excel has lost', '<c r="B2"><v>4.4030519900101101E+17</v></c>', 'number of more than 15 digits'],
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', 'Excel’s error #N/A'],
    ['a formula without a result', '<c r="B2"><f>1+1</f></c>', 'formula without a result'],
    ['more cells than headings', `<c r="XFD2"><v>1</v></c>`, 'cells under 4 headings'],
  ])('with %s keeps its row back, with the reason', (_what, cell, told) => {
    const { folder, run, read } = one(cell)
    const { stdout, status } = run()
    expect(status).toBe(1)
    expect(stdout).toContain(told)
    expect(read('rejected.csv')).toContain(told)
    expect(existsSync(join(folder, 'out', '海风'))).toBe(false)
  })

  it('of a column that is left out keeps nothing back', () => {
    const rows = `${rowOf(1, ['sponsor.name', '备注'])}<row r="2">${inline(0, 2, '海风')}<c r="B2" t="e"><v>#N/A</v></c></row>`
    expect(world({ sheets: [{ name: 'a', rows }] }).run().status).toBe(0)
  })
})

describe('a sheet', () => {
  const rows = (name: string) => rowOf(1, ['sponsor.name']) + rowOf(2, [name])
  const sheets = [
    { name: '旧', rows: rows('旧'), state: 'hidden' },
    { name: '客户 1', rows: rows('海风') },
    { name: '客户 2', rows: rows('山岚') },
  ]

  it('is the first that is to be seen, which is told', () => {
    const { run } = world({ sheets })
    const { stdout, stderr } = run()
    expect(stdout).toContain('out/海风/icp.yaml')
    expect(stderr).toContain('Worksheet taken: 客户 1; not taken: 客户 2')
  })

  it('is the one that is named', () => {
    expect(world({ sheets }).run('--sheet', '客户 2').stdout).toContain('out/山岚/icp.yaml')
    const { stderr, status } = world({ sheets }).run('--sheet', '客户')
    expect([stderr, status]).toEqual([expect.stringContaining('there are: 客户 1, 客户 2'), 2])
  })

  it('keeps its row numbers over empty rows, and the text of cells over several rows', () => {
    const first = rowOf(3, ['海风', 'a.example'])
    const gap = '<row r="4"><c r="A4" s="1"/></row>'
    const second = `<row r="5"><c r="A5"/>${inline(1, 5, 'b.example')}</row>`
    const heads = rowOf(1, ['sponsor.name', 'services.0.domains.0.name'])
    const merged = '<mergeCells count="2"><mergeCell ref="A3:A5"/><mergeCell ref="A1:B1"/></mergeCells>'
    const { run, read } = world({
      sheets: [
        {
          name: 'a',
          rows: heads + rowOf(2, ['', '']) + first + gap.replace('<c r="A4" s="1"/>', '') + second,
          after: merged,
        },
      ],
    })
    const { stdout } = run()
    expect(stdout).toContain('line 3: out/海风/icp.yaml')
    expect(stdout).toContain('line 5: out/海风-3/icp.yaml (line 3 has the same name')
    expect(read('海风-3', 'icp.yaml')).toContain('name: 海风')
    expect(read('海风-3', 'icp.yaml')).toContain('name: b.example')
  })
})

describe('is refused in a sentence', () => {
  const sheet = 'xl/worksheets/sheet1.xml'
  const good: HandMadeWorkbook = { sheets: [{ name: 'a', rows: rowOf(1, ['sponsor.name']) + rowOf(2, ['海风']) }] }
  const bomb = Buffer.alloc(60_000_000, ' ')
  it.each<[what: string, workbook: HandMadeWorkbook | Buffer, told: string]>([
    ['an archive of something else', handMadeZip([{ name: 'content.xml', data: '<a/>' }]), 'is no .xlsx workbook'],
    ['a workbook of Excel 97, or with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is no .xlsx workbook'],
    ['half a workbook', handMadeWorkbook(good).subarray(0, 900), 'damaged workbook'],
    ['XML that is none', { sheets: [{ name: 'a', rows: '<row><c></row>' }] }, 'damaged workbook'],
    [
      'a document type',
      { ...good, more: [{ name: sheet, data: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>' }] },
      'damaged workbook',
    ],
    [
      'a part that unpacks to far more',
      { ...good, more: [{ name: sheet, data: bomb, deflate: true }] },
      'unpacks to far more',
    ],
    [
      'a part larger than it says',
      { ...good, more: [{ name: sheet, data: bomb, deflate: true, unpacked: 1000 }] },
      'damaged workbook',
    ],
    ['an empty sheet', { sheets: [{ name: 'a', rows: '' }] }, 'is empty'],
  ])('%s', (_what, workbook, told) => {
    const { folder, run } = world(workbook)
    const { stdout, stderr, status } = run()
    expect([stderr, stdout, status]).toEqual([expect.stringContaining(told), '', 2])
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('a row a million rows down and a cell in the last column fill no memory', () => {
    const far = `<row r="1048576">${inline(0, 1048576, '海风')}</row>`
    const { run } = world({ sheets: [{ name: 'a', rows: rowOf(1, ['sponsor.name']) + far }] })
    expect(run().stdout).toContain('line 1048576: out/海风/icp.yaml')
  })

  it('where the package is missing, with the command that installs it', () => {
    const bare = mkdtempSync(join(tmpdir(), 'icp-prep-bare-'))
    for (const part of ['bin', 'dist', 'rules', 'package.json'])
      cpSync(join(home, part), join(bare, part), { recursive: true })
    mkdirSync(join(bare, 'node_modules'))
    symlinkSync(join(home, 'node_modules', 'yauzl'), join(bare, 'node_modules', 'yauzl'))
    const { stderr, status } = world(good, join(bare, 'bin', 'icp-prep.js')).run()
    expect([stderr, status]).toEqual([expect.stringContaining('run npm install sax where icp-prep is installed'), 2])
  })
})
