// What judging remembers of a subject's lines; used again for the next filing, as to make it anew costs more than many a rule.
import { lineCount, type BoundLine, type LineState } from './bound-line.ts'

const isRemembered = (found: number | undefined): found is LineState => found !== undefined && found !== 0

export class LineStates {
  #states = new Uint8Array(lineCount())

  of(line: BoundLine): LineState | undefined {
    const known = this.#states[line.number]
    return isRemembered(known) ? known : undefined
  }

  remember(line: BoundLine, found: LineState): void {
    // The first filing of a run is judged while its lines are still being bound.
    if (line.number >= this.#states.length) {
      const larger = new Uint8Array(lineCount() * 2)
      larger.set(this.#states)
      this.#states = larger
    }
    this.#states[line.number] = found
  }

  clear(): this {
    this.#states.fill(0)
    return this
  }
}

const free: LineStates[] = []
/** Few filings have more services. */
const freeAtMost = 32

export function takeStates(): LineStates {
  return free.pop()?.clear() ?? new LineStates()
}

export function giveBack(states: readonly LineStates[]): void {
  free.push(...states.slice(0, freeAtMost - free.length))
}
