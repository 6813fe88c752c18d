// A table out of CSV: UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs.
import { csvRecords } from './csv-records.ts'
import { FileProblem, problemOf, systemCode } from './read-file.ts'
import { TableRefused, type Row, type Table } from './table.ts'
import { textChunks, type Text } from './text-chunks.ts'
import { unguarded } from './table-text.ts'

/** The mark that stands most often in the first line, outside quotes. */
function delimiterIn(text: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: bare.split(mark).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).mark
}

const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '')

/** Excel's own first line, which says what parts the cells. */
const saysDelimiter = /^sep=([,;\t])(?:\r\n|\n|\r)/i

function* rowsIn(chunks: Iterable<string>, delimiter: string, before: number): Generator<Row> {
  for (const { line, cells, unpaired } of csvRecords(chunks, delimiter)) {
    if (isBlank(cells)) continue
    const problems = unpaired === true ? { problems: [{ code: 'unpaired' as const }] } : {}
    yield { line: line + before, cells: cells.map(unguarded), ...problems }
  }
}

function opened(path: string): Text {
  try {
    return textChunks(path)
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(problemOf(systemCode(error)), path, error)
  }
}

/** @throws FileProblem, TableRefused; FileProblem also while the rows are read */
export function readCsv(path: string): Table {
  const { encoding, chunks } = opened(path)
  const rest = chunks[Symbol.iterator]()
  const first = rest.next()
  const head = first.done === true ? '' : first.value
  const said = saysDelimiter.exec(head)
  const body = said ? head.slice(said[0].length) : head
  const delimiter = said?.[1] ?? delimiterIn(body)
  const rows = rowsIn(chain(body, rest), delimiter, said ? 1 : 0)
  const heading = rows.next()
  if (heading.done === true) throw new TableRefused({ code: 'empty' })
  if (heading.value.problems) throw new TableRefused({ code: 'quotes' })
  const headings = heading.value.cells.map(cell => cell.trim())
  return { delimiter, headings, rows, ...(encoding === 'utf-8' ? {} : { encoding }) }
}

function* chain(first: string, rest: Iterator<string>): Generator<string> {
  yield first
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value
}
