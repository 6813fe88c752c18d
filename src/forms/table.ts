// Tables: an answer beside the name of its field, or several columns, each as wide as what stands in it asks.
import { textOf, type Block, type Runs } from './block.ts'
import { margin, measureOfText, type Paper, type Style } from './paper.ts'

type Tabled = Extract<Block, { is: 'row' | 'columns' }>

export const isTabled = (block: Block): block is Tabled => block.is === 'row' || block.is === 'columns'

const cell: Style = { size: 10, leading: 16 }
const padding = { x: 6, y: 4 } as const
const labelShare = 0.29

type Cell = { readonly runs: Runs; readonly width: number; readonly isShaded: boolean }

/** In points, with the room around it. */
export function heightOfTable(rows: readonly Tabled[], paper: Paper): number {
  const widths = widthsIn(rows, paper)
  const heights = rows.map(row => {
    const lines = cellsOf(row, widths).map(({ runs, width }) => paper.lines(runs, width - 2 * padding.x, cell).length)
    return heightOf(Math.max(...lines))
  })
  return heights.reduce((sum, height) => sum + height, 12)
}

const heightOf = (lines: number) => Math.max(lines, 1) * cell.leading + 2 * padding.y

export function drawTable(rows: readonly Tabled[], paper: Paper): void {
  paper.y += 4
  const widths = widthsIn(rows, paper)
  for (const row of rows) drawRow(cellsOf(row, widths), paper)
  paper.y += 8
}

/** Rows of as many columns stand in line. */
function widthsIn(rows: readonly Tabled[], paper: Paper): ReadonlyMap<number, readonly number[]> {
  const counts = new Set(rows.flatMap(row => (row.is === 'columns' ? [row.cells.length] : [])))
  return new Map([...counts].map(count => [count, columnWidths(count, rows, paper)] as const))
}

/** No column is so narrow that its name breaks twice, none so wide that the others starve; in points. */
const narrowest = 62
const widest = 210

/** Of each column, by the widest text in it; together they fill the line. */
function columnWidths(count: number, rows: readonly Tabled[], paper: Paper): number[] {
  const alike = rows.flatMap(row => (row.is === 'columns' && row.cells.length === count ? [row.cells] : []))
  const wanted = Array.from({ length: count }, (_, column) => {
    const texts = alike.map(cells => paper.measure(textOf(cells[column] ?? []), cell.size) + 2 * padding.x + 2)
    return Math.min(Math.max(narrowest, ...texts), widest)
  })
  const sum = wanted.reduce((total, width) => total + width, 0)
  return wanted.map(width => (width * measureOfText) / sum)
}

function cellsOf(row: Tabled, widthsOf: ReadonlyMap<number, readonly number[]>): Cell[] {
  if (row.is === 'row') {
    const width = measureOfText * labelShare
    return [
      { runs: [{ is: 'text', text: row.label }], width, isShaded: true },
      { runs: row.runs, width: measureOfText - width, isShaded: false },
    ]
  }
  const widths = widthsOf.get(row.cells.length) ?? []
  return row.cells.map((runs, index) => ({ runs, width: widths[index] ?? 0, isShaded: row.isHead }))
}

/** A row that no page holds goes on where the next one begins. */
function drawRow(cells: readonly Cell[], paper: Paper): void {
  let rest = cells.map(({ runs, width }) => paper.lines(runs, width - 2 * padding.x, cell))
  paper.need(Math.min(heightOf(Math.max(...rest.map(lines => lines.length))), heightOf(3)))
  for (;;) {
    const fitting = Math.max(1, Math.floor((paper.room - 2 * padding.y) / cell.leading))
    const now = rest.map(lines => lines.slice(0, fitting))
    const height = heightOf(Math.max(...now.map(lines => lines.length)))
    drawCells(cells, now, height, paper)
    rest = rest.map(lines => lines.slice(fitting))
    if (rest.every(lines => lines.length === 0)) return
    paper.turn()
  }
}

function drawCells(
  cells: readonly Cell[],
  lines: readonly ReturnType<Paper['lines']>[],
  height: number,
  paper: Paper,
): void {
  let x: number = margin.left
  cells.forEach(({ width, isShaded }, index) => {
    paper.box(x, paper.y, width, height, isShaded ? 'shaded' : 'plain')
    const own = lines[index] ?? []
    const top = paper.y + (height - own.length * cell.leading) / 2
    own.forEach((line, at) => paper.write(line, x + padding.x, top + at * cell.leading, cell))
    x += width
  })
  paper.y += height
}
