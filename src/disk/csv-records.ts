// The records of CSV, one after the other; a quotation mark without a partner spoils its own line and no other.
export type CsvRecord = {
  readonly line: number
  readonly cells: readonly string[]
  /** a quotation mark opened in it and never closed: the cells are those of the line as it stands */
  readonly unpaired?: true
}

/** No record of filings comes near it: what is longer began with a quotation mark that nobody closed. */
const longestRecord = 1_000_000

type Found = { readonly cells: readonly string[]; readonly end: number; readonly crossesLines: boolean }
type Cell = { readonly text: string; readonly end: number; readonly crossesLines: boolean }
/** `more`: it may go on in what is not read yet. */
type Unfound = 'more' | 'unpaired'

const breaks = /\r\n|\n|\r/g
const linesIn = (text: string) => text.match(breaks)?.length ?? 0

class Records {
  readonly #delimiter: string
  readonly #plainEnd: RegExp

  constructor(delimiter: string) {
    this.#delimiter = delimiter
    this.#plainEnd = new RegExp(`[${delimiter}\r\n]`, 'g')
  }

  /** `isWhole`: nothing comes behind the text. */
  at(text: string, from: number, isWhole: boolean): Found | Unfound {
    const cells: string[] = []
    let crossesLines = false
    let at = from
    for (;;) {
      const cell = text[at] === '"' ? this.#quoted(text, at, isWhole) : this.#plain(text, at, isWhole)
      if (cell === 'unpaired') return cell
      if (cell === 'more') return text.length - from > longestRecord ? 'unpaired' : cell
      cells.push(cell.text)
      crossesLines ||= cell.crossesLines
      const mark = text[cell.end]
      if (mark !== this.#delimiter) {
        if (mark === '\r' && cell.end + 1 === text.length && !isWhole) return 'more'
        return { cells, end: cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1), crossesLines }
      }
      at = cell.end + 1
    }
  }

  #plain(text: string, from: number, isWhole: boolean): Cell | 'more' {
    this.#plainEnd.lastIndex = from
    const end = this.#plainEnd.exec(text)?.index ?? text.length
    return end === text.length && !isWhole ? 'more' : { text: text.slice(from, end), end, crossesLines: false }
  }

  /** Marks around a part of a cell, as in `"Sea" Ltd`, are part of its text, unless they embrace a line break. */
  #quoted(text: string, from: number, isWhole: boolean): Cell | Unfound {
    let close = text.indexOf('"', from + 1)
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    if (close < 0) return isWhole || text.length - from > longestRecord ? 'unpaired' : 'more'
    let end = close + 1
    while (text[end] === ' ') end += 1
    if (end >= text.length && !isWhole) return 'more'
    const mark = text[end]
    const inside = text.slice(from + 1, close)
    const crossesLines = /[\r\n]/.test(inside)
    if (mark === undefined || mark === this.#delimiter || mark === '\r' || mark === '\n')
      return { text: inside.replaceAll('""', '"'), end, crossesLines }
    return crossesLines ? 'unpaired' : this.#plain(text, from, isWhole)
  }
}

/** `chunks` in any size. Lines are counted as they stand in the file. */
export function* csvRecords(chunks: Iterable<string>, delimiter: string): Generator<CsvRecord> {
  const records = new Records(delimiter)
  const rest = chunks[Symbol.iterator]()
  let text = ''
  let from = 0
  let line = 1
  let isWhole = false
  let width: number | undefined
  for (;;) {
    if (isWhole && from >= text.length) return
    const found = records.at(text, from, isWhole)
    if (found === 'more') {
      const next = rest.next()
      isWhole = next.done === true
      text = text.slice(from) + (next.done === true ? '' : next.value)
      from = 0
      continue
    }
    const isSpoilt = found === 'unpaired' || (found.crossesLines && found.cells.length !== width && swallows(found.end))
    const end = isSpoilt ? lineEnd(from) : found.end
    const cells = isSpoilt
      ? text
          .slice(from, end)
          .replace(/(?<![\r\n])[\r\n]+$/, '')
          .split(delimiter)
      : found.cells
    yield { line, cells, ...(isSpoilt ? { unpaired: true } : {}) }
    if (cells.some(cell => cell.trim() !== '')) width ??= cells.length
    line += linesIn(text.slice(from, end))
    from = end
  }

  function lineEnd(start: number): number {
    breaks.lastIndex = start
    const found = breaks.exec(text)
    return found ? found.index + found[0].length : text.length
  }

  /** Whether the line behind its first one is a good record by itself. */
  function swallows(end: number): boolean {
    const next = lineEnd(from)
    const alone = text.slice(next, Math.min(lineEnd(next), end)).replace(/(?<![\r\n])[\r\n]+$/, '')
    const record = records.at(alone, 0, true)
    return typeof record !== 'string' && record.cells.length === width
  }
}
