// A table as text that spreadsheets open, and its cells as they were before a spreadsheet was kept from running them.

/** A cell that a spreadsheet would run. */
const formula = /^[=+\-@\t\r]/

export const unguarded = (cell: string) => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell)

/** Spreadsheets need it for Chinese. */
export const byteOrderMark = '\uFEFF'

/** No cell is taken for a formula. */
export function rowText(cells: readonly string[], delimiter: string): string {
  const cell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return `${cells.map(cell).join(delimiter)}\r\n`
}
