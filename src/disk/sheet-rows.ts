// The rows of one sheet of a workbook, in order; of a cell that spans several rows, each row has the text.
import type { NumberFormat } from './number-formats.ts'
import type { RowProblem } from '../model/table-problem.ts'
import { unescaped } from './shared-strings.ts'
import type { Row } from './table.ts'
import { cellText } from './workbook-cell.ts'
import type { WorkbookParts } from './workbook-parts.ts'

export type Workbook = {
  readonly shared: readonly string[]
  /** by the number of a cell's style */
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
}

/** Nobody fills in more; what stands further out is counted as one cell more than there may be. */
const widest = 1000
/** What a cell of Excel takes. */
const longestText = 32_767
const mostMerges = 100_000

/** A cell over several rows, from `first` to `last`, in the column it begins in. */
type Merge = { readonly first: number; readonly last: number; readonly column: number }

/** Rows without anything are left out; every row keeps its number. @throws FileProblem, TableRefused */
export async function* sheetRows(parts: WorkbookParts, part: string, workbook: Workbook): AsyncGenerator<Row> {
  try {
    const reader = new SheetReader(workbook, await mergesIn(parts, part))
    for await (const _ of parts.read(part, reader.events)) yield* reader.take()
    yield* reader.take()
  } finally {
    parts.close()
  }
}

async function mergesIn(parts: WorkbookParts, part: string): Promise<readonly Merge[]> {
  const merges: Merge[] = []
  const open = (name: string, attributes: ReadonlyMap<string, string>) => {
    if (name !== 'mergeCell' || merges.length >= mostMerges) return
    const [from, to] = (attributes.get('ref') ?? '').split(':').map(placeOf)
    if (from && to && to.row > from.row) merges.push({ first: from.row, last: to.row, column: from.column })
  }
  for await (const _ of parts.read(part, { open }));
  return merges.sort((one, other) => one.first - other.first)
}

/** `B12` → row 12, column 1 */
function placeOf(written: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(written) ?? []
  if (letters === undefined || row === undefined) return undefined
  return { row: Number(row), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}

type Open = { readonly type: string; readonly style: number; readonly column: number }

class SheetReader {
  readonly #workbook: Workbook
  readonly #merges: readonly Merge[]
  #nextMerge = 0
  #spanning: { readonly merge: Merge; readonly text: string }[] = []
  #done: Row[] = []
  #line = 0
  #cells: string[] = []
  #problems: RowProblem[] = []
  #cell: Open | undefined
  #column = 0
  #value = ''
  #isFormula = false
  #isValue = false
  #isSpoken = false
  /** of the headings: what a row leaves empty at its end is not in the file */
  #width: number | undefined

  constructor(workbook: Workbook, merges: readonly Merge[]) {
    this.#workbook = workbook
    this.#merges = merges
  }

  readonly events = {
    open: (name: string, attributes: ReadonlyMap<string, string>) => this.#open(name, attributes),
    close: (name: string) => this.#close(name),
    text: (text: string) => {
      if (this.#isValue && !this.#isSpoken && this.#value.length <= longestText) this.#value += text
    },
  }

  take(): Row[] {
    const rows = this.#done
    this.#done = []
    return rows
  }

  #open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'row') {
      this.#line = Number(attributes.get('r') ?? this.#line + 1)
      this.#cells = []
      this.#problems = []
      this.#column = 0
    } else if (name === 'c') {
      const column = placeOf(attributes.get('r') ?? '')?.column ?? this.#column
      this.#cell = { type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0), column }
      this.#column = column + 1
      this.#value = ''
      this.#isFormula = false
    } else if (this.#cell && (name === 'v' || name === 't')) this.#isValue = true
    else if (name === 'f') this.#isFormula = true
    else if (name === 'rPh') this.#isSpoken = true
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'rPh') this.#isSpoken = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  #endCell(): void {
    if (!this.#cell) return
    const { type, style, column } = this.#cell
    const { shared, formats, from1904 } = this.#workbook
    const value = type === 'inlineStr' || type === 'str' ? unescaped(this.#value) : this.#value
    const raw = { type, value, isFormula: this.#isFormula, format: formats[style] }
    const { text, problem } = cellText(raw, shared, from1904)
    if (text !== '') this.#put(Math.min(column, widest), text)
    if (problem) this.#problems.push({ code: problem, column, text })
    this.#cell = undefined
  }

  #put(column: number, text: string): void {
    while (this.#cells.length < column) this.#cells.push('')
    this.#cells[column] = text
  }

  #endRow(): void {
    this.#span()
    if (this.#problems.length === 0 && this.#cells.every(cell => cell.trim() === '')) return
    this.#width ??= this.#cells.length
    while (this.#cells.length < this.#width) this.#cells.push('')
    const problems = this.#problems.length > 0 ? { problems: this.#problems } : {}
    this.#done.push({ line: this.#line, cells: this.#cells, ...problems })
  }

  /** What a cell that began above says here, and what begins here and goes on below. */
  #span(): void {
    this.#spanning = this.#spanning.filter(({ merge }) => merge.last >= this.#line)
    for (const { merge, text } of this.#spanning) this.#put(Math.min(merge.column, widest), text)
    for (;;) {
      const merge = this.#merges[this.#nextMerge]
      if (!merge || merge.first > this.#line) return
      this.#nextMerge += 1
      const text = merge.first === this.#line ? (this.#cells[merge.column] ?? '') : ''
      if (text !== '') this.#spanning.push({ merge, text })
    }
  }
}
