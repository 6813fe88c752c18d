// A table out of a spreadsheet: UTF-8 or GB18030, with commas, semicolons or tabs.
import { CsvError, parse } from 'csv-parse/sync'
import { FileProblem, readBytes } from './read-file.ts'

export const tableLimit = 20_000_000

export type Row = { readonly line: number; readonly cells: readonly string[] }
export type Table = { readonly delimiter: string; readonly headings: readonly string[]; readonly rows: readonly Row[] }
export type UnreadTable = { readonly code: 'workbook' | 'empty' } | { readonly code: 'quotes'; readonly line: number }

/** A cell that a spreadsheet would run. */
const formula = /^[=+\-@\t\r]/

/** What is no text in either encoding, and UTF-16, is `binary`. @throws FileProblem */
function textOf(path: string, bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  for (const encoding of isWide ? [] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      continue
    }
  }
  throw new FileProblem('binary', path)
}

/** The mark that stands most often in the first line, outside quotes. */
function delimiterIn(text: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: bare.split(mark).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).mark
}

const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '')
const breaksIn = (cells: readonly string[]) => cells.join('').split('\n').length - 1
const unguarded = (cell: string) => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell)

/** @throws FileProblem */
export function readTable(path: string): Table | UnreadTable {
  if (/\.(xlsx|xlsm|xls|ods|et)$/i.test(path)) return { code: 'workbook' }
  const bytes = readBytes(path, tableLimit)
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004') return { code: 'workbook' }
  const text = textOf(path, bytes)
  const delimiter = delimiterIn(text)
  try {
    const rows: Row[] = []
    parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        if (!isBlank(record)) rows.push({ line: lines - breaksIn(record), cells: record.map(unguarded) })
        return null
      },
    })
    const [head, ...others] = rows
    return head ? { delimiter, headings: head.cells.map(cell => cell.trim()), rows: others } : { code: 'empty' }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { code: 'quotes', line: Number(error['lines']) || 1 }
  }
}

/** With a byte order mark, which spreadsheets need for Chinese; no cell is taken for a formula. */
export function tableText(rows: readonly (readonly string[])[], delimiter: string): string {
  const cell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return `\uFEFF${rows.map(row => `${row.map(cell).join(delimiter)}\r\n`).join('')}`
}
