// Workbooks written by hand: the parts of an .xlsx as Excel writes them, and as nobody should.
import { handMadeZip, type HandMadeEntry } from './hand-made-zip.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

const relationsOf = (all: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${declaration}<Relationships xmlns="${packaged}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export type HandMadeSheet = {
  readonly name: string
  /** what stands in sheetData */
  readonly rows: string
  readonly state?: string
  /** what stands behind it */
  readonly after?: string
}
export type HandMadeWorkbook = {
  readonly sheets: readonly HandMadeSheet[]
  readonly strings?: readonly string[]
  /** format codes, the styles 1, 2, … of the cells */
  readonly formats?: readonly string[]
  readonly from1904?: boolean
  readonly more?: readonly HandMadeEntry[]
}

const zipped = (name: string, data: string): HandMadeEntry => ({ name, data, deflate: true })

/** `column` counts from 0. */
const nameOf = (column: number, row: number) => `${String.fromCodePoint(65 + column)}${row}`

/** A cell with its text in it. */
export const inline = (column: number, row: number, text: string) =>
  `<c r="${nameOf(column, row)}" t="inlineStr"><is><t>${text}</t></is></c>`

export const rowOf = (row: number, texts: readonly string[]) =>
  `<row r="${row}">${texts.map((text, column) => (text === '' ? '' : inline(column, row, text))).join('')}</row>`

export function handMadeWorkbook({
  sheets,
  strings = [],
  formats = [],
  from1904,
  more = [],
}: HandMadeWorkbook): Buffer {
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const styles = [
    '<xf numFmtId="0"/>',
    ...formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`),
    '<xf numFmtId="14"/>',
  ]
  return handMadeZip([
    zipped('_rels/.rels', relationsOf([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    zipped(
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${from1904 === true ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    zipped(
      'xl/_rels/workbook.xml.rels',
      relationsOf([
        ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['rId90', 'styles', '/xl/styles.xml'],
        ['rId91', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    ),
    zipped(
      'xl/styles.xml',
      `${declaration}<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ),
    zipped(
      'xl/sharedStrings.xml',
      `${declaration}<sst xmlns="${main}">${strings.map(text => `<si>${text}</si>`).join('')}</sst>`,
    ),
    ...sheets.map(({ rows, after = '' }, at) =>
      zipped(
        `xl/worksheets/sheet${at + 1}.xml`,
        `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ),
    ),
    ...more,
  ])
}
