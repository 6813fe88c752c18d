/** Lines out of chunks of bytes: whole ones, one at a time, within bounds whatever the input sends. */
import { isUtf8 } from 'node:buffer'

export type Line = { readonly is: 'text'; readonly text: string } | { readonly is: 'too-long' | 'not-utf-8' }

const newline = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = '\uFEFF'

/** A line ends with LF or CRLF; the last may end with the input. Of a line over the limit no more than that is kept. */
export class LineFramer {
  readonly #limit: number
  #parts: Buffer[] = []
  #held = 0
  #isFirst = true

  /** @param limit bytes of the longest line that is read */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The lines that this chunk completes, in their order. */
  *push(chunk: Buffer): Generator<Line> {
    let from = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      this.#hold(chunk.subarray(from, end))
      from = end + 1
      yield this.#take()
    }
    if (from < chunk.length) this.#hold(chunk.subarray(from))
  }

  /** What stands behind the last line end. */
  *end(): Generator<Line> {
    if (this.#held > 0) yield this.#take()
  }

  #hold(part: Buffer): void {
    this.#held += part.length
    if (this.#held > this.#limit) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  #take(): Line {
    const [first] = this.#parts
    const bytes = this.#parts.length === 1 && first ? first : Buffer.concat(this.#parts)
    const isTooLong = this.#held > this.#limit
    const isFirst = this.#isFirst
    this.#parts = []
    this.#held = 0
    this.#isFirst = false
    if (isTooLong) return { is: 'too-long' }
    const line = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
    if (!isUtf8(line)) return { is: 'not-utf-8' }
    const text = line.toString('utf8')
    return { is: 'text', text: isFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text }
  }
}
