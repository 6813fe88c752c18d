// A table out of a workbook (.xlsx, .xlsm): one of its sheets, row by row, each cell as a person sees it.
import { posix } from 'node:path'
import { formatOf, type NumberFormat } from './number-formats.ts'
import { sheetRows } from './sheet-rows.ts'
import { stringReader } from './shared-strings.ts'
import { TableRefused, type Table } from './table.ts'
import { WorkbookParts, type OpenZip } from './workbook-parts.ts'

const megabyte = 1_000_000
/** Few megabytes describe a workbook; texts that its cells share lie in memory. */
const limits = { small: 20 * megabyte, strings: 200 * megabyte } as const

type Sheet = { readonly name: string; readonly id: string; readonly isHidden: boolean }
type Relation = { readonly type: string; readonly target: string }

/** @throws FileProblem, TableRefused; both also while the rows are read */
export async function readWorkbook(path: string, wanted: string | undefined, openZip: OpenZip): Promise<Table> {
  const parts = await WorkbookParts.open(path, openZip)
  try {
    const main = await mainPart(parts)
    const relations = await relationsOf(parts, main)
    const { sheets, from1904 } = await outlineOf(parts, main)
    const sheet = chosen(sheets, wanted)
    const part = relations.get(sheet.id)?.target
    if (part === undefined) throw new TableRefused({ code: 'workbook-damaged' })
    const partOf = (type: string) => [...relations.values()].find(each => each.type === type)?.target
    const shared = await stringsIn(parts, partOf('sharedStrings'))
    const formats = await formatsIn(parts, partOf('styles'))
    const rows = sheetRows(parts, part, { shared, formats, from1904 })
    const first = await rows.next()
    if (first.done === true) throw new TableRefused({ code: 'empty' })
    const others = sheets.filter(each => each !== sheet && !each.isHidden).map(({ name }) => name)
    const headings = first.value.cells.map(cell => cell.trim())
    return { delimiter: ',', headings, rows, sheet: { name: sheet.name, others } }
  } catch (error) {
    parts.close()
    throw error
  }
}

/** The first that is to be seen, unless one is named. */
function chosen(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const shown = sheets.filter(({ isHidden }) => !isHidden)
  const found =
    wanted === undefined ? (shown[0] ?? sheets[0]) : sheets.find(({ name }) => name.trim() === wanted.trim())
  if (found) return found
  if (wanted === undefined) throw new TableRefused({ code: 'workbook-damaged' })
  throw new TableRefused({ code: 'no-sheet', name: wanted, known: shown.map(({ name }) => name) })
}

async function mainPart(parts: WorkbookParts): Promise<string> {
  if (!parts.has('_rels/.rels')) throw new TableRefused({ code: 'workbook-kind' })
  const relations = await relationsOf(parts, '')
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined || !parts.has(main)) throw new TableRefused({ code: 'workbook-kind' })
  return main
}

/** By their ids; targets from the top of the archive. */
async function relationsOf(parts: WorkbookParts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part === '' ? '' : posix.dirname(part)
  const relations = new Map<string, Relation>()
  const open = (name: string, attributes: ReadonlyMap<string, string>) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map(key => attributes.get(key))
    if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return
    const whole = target.startsWith('/') ? target : posix.join('/', folder, target)
    relations.set(id, { type: posix.basename(type), target: posix.normalize(whole).slice(1) })
  }
  await parts.readAll(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), { open }, limits.small)
  return relations
}

async function outlineOf(parts: WorkbookParts, main: string) {
  const sheets: Sheet[] = []
  let from1904 = false
  const open = (name: string, attributes: ReadonlyMap<string, string>) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
    if (name !== 'sheet') return
    const isHidden = (attributes.get('state') ?? 'visible') !== 'visible'
    sheets.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '', isHidden })
  }
  await parts.readAll(main, { open }, limits.small)
  return { sheets, from1904 }
}

async function stringsIn(parts: WorkbookParts, part: string | undefined): Promise<readonly string[]> {
  if (part === undefined || !parts.has(part)) return []
  const strings: string[] = []
  await parts.readAll(
    part,
    stringReader('si', text => strings.push(text)),
    limits.strings,
  )
  return strings
}

/** The format of each style that cells name by its number. */
async function formatsIn(parts: WorkbookParts, part: string | undefined): Promise<readonly NumberFormat[]> {
  if (part === undefined || !parts.has(part)) return []
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isInCells = false
  const open = (name: string, attributes: ReadonlyMap<string, string>) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    if (name === 'numFmt') codes.set(id, attributes.get('formatCode') ?? '')
    if (name === 'cellXfs') isInCells = true
    if (name === 'xf' && isInCells) formats.push(formatOf(id, codes.get(id)))
  }
  const close = (name: string) => {
    if (name === 'cellXfs') isInCells = false
  }
  await parts.readAll(part, { open, close }, limits.small)
  return formats
}
