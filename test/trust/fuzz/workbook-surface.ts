// Workbooks: their parts as nobody should write them, and the archive around these damaged.
import * as fc from 'fast-check'
import { handMadeWorkbook, rowOf } from '../../hand-made-workbook.ts'
import { hex } from './case.ts'
import type { Surface } from './fuzz.ts'
import { damaged, damagedBytes, words } from './hostile.ts'
import { call } from './worlds.ts'

const headings = ['provider', 'province', 'sponsor.kind', 'sponsor.name', 'principal.mobile']
const soundRows = rowOf(1, headings) + rowOf(2, ['aliyun', '广东', '企业', '海风', '13800138000'])

const oddCells = fc.constantFrom(
  '<c r="A2" t="s"><v>99999999</v></c>',
  '<c r="ZZZ9999999"><v>1</v></c>',
  '<c r=""><v>1e999</v></c>',
  '<c r="B2" s="-1"><v>NaN</v></c>',
  '<c r="B2" s="1"><v>2958466</v></c>',
  '<c r="B2" t="e"><v>#REF!</v></c>',
  '<c><is><t>&#0;</t></is></c>',
  '<c r="A2" t="inlineStr"><is><t>&amp;&lt;</t></is></c>',
  '<row r="1048577"><c r="A1"/></row>',
)
const entities = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const rows = fc.oneof(
  damaged(soundRows),
  fc.array(fc.oneof(oddCells, words), { maxLength: 8 }).map(parts => `${soundRows}<row r="3">${parts.join('')}</row>`),
  fc.constant(`${entities}${soundRows}`),
  fc.nat(30_000).map(count => `${soundRows}${'<row>'.repeat(count)}`),
)
const merged = fc.constantFrom(
  '',
  '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>',
)
const format = fc.constantFrom(
  'yyyy-mm-dd',
  '0'.repeat(5000),
  '[',
  '[$-804]e"年"',
  '"'.repeat(300),
  '#,##0.00;[Red]',
  '@',
)

const made = fc
  .record({ rows, after: merged, format, from1904: fc.boolean(), shared: words })
  .map(({ rows: written, after, format: code, from1904, shared }) =>
    handMadeWorkbook({
      sheets: [{ name: 'a', rows: written, after }],
      strings: [shared.replaceAll(/[<&]/g, '')],
      formats: [code],
      from1904,
    }),
  )
const sound = handMadeWorkbook({ sheets: [{ name: 'a', rows: soundRows }] })

export const workbook: Surface = {
  name: 'workbook',
  share: 60,
  calls: fc
    .tuple(fc.oneof(made, damagedBytes(sound), made.chain(damagedBytes)), fc.constantFrom('zh', 'en'), fc.boolean())
    .map(([bytes, lang, named]) =>
      call(
        ['import', 't.xlsx', '--out', 'o', '--lang', lang, ...(named ? ['--sheet', 'a'] : [])],
        [['t.xlsx', hex(bytes)]],
      ),
    ),
}
