/** Where in a text an offset stands, in the lines and columns a person counts. */

/** Both count from 1; a column is one Unicode character (a code point), so 海 is one and 𠮷 is one. */
export type Position = { line: number; column: number }

/** Counts lines (LF, CRLF or CR) and characters beyond U+FFFF once, on the first call; later calls only look up. */
export function positionsIn(text: string): (offset: number) => Position {
  let lines: number[] | undefined
  let wide: number[] = []
  return offset => {
    if (lines === undefined) {
      lines = [0, ...endsOf(/\r\n?|\n/g, text)]
      wide = endsOf(/[\u{10000}-\u{10FFFF}]/gu, text)
    }
    const line = countUpTo(lines, offset)
    const start = lines[line - 1] ?? 0
    return { line, column: offset - start - (countUpTo(wide, offset) - countUpTo(wide, start)) + 1 }
  }
}

function endsOf(pattern: RegExp, text: string): number[] {
  return Array.from(text.matchAll(pattern), match => match.index + match[0].length)
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
