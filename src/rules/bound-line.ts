// A line of a rule, made ready for judging: its fact and its word looked up, once for all rules that say the same.
import { conditionNamed } from '../conditions/index.ts'
import type { Bound, Context, Known } from '../conditions/condition.ts'
import type { Scope } from '../facts/fact.ts'
import { numberedFact, type NumberedFact } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import { once } from '../model/remember.ts'
import type { Line } from './rule.ts'

/** Lines that say the same are one and share their number. */
export type BoundLine = Pick<Bound, 'holds' | 'because' | 'reads'> & {
  readonly number: number
  readonly line: Line
  readonly fact: NumberedFact | undefined
  /** what the line is about, where it reads no other fact */
  readonly scope: Scope | undefined
}

/** A line that does not hold: what was found, which part of it decided, and the answer it was read from. */
export type Broken = Line & {
  readonly got: Known
  readonly because: readonly string[]
  readonly field?: Path | undefined
}

/** 0 is left for what nobody has looked at yet. */
export const state = { holds: 1, breaks: 2, unknown: 3 } as const
export type LineState = (typeof state)[keyof typeof state]

const boundLines = new Map<string, BoundLine>()

/** How many different lines there are so far. */
export function lineCount(): number {
  return boundLines.size
}

const keyOf = ({ fact, word, takes }: Line) =>
  typeof takes === 'string' ? `${fact} ${word} "${takes}"` : `${fact} ${word} ${JSON.stringify(takes)}`

/** A line of several rules of one sheet is one object, of several sheets one text. */
export const boundLine = once((line: Line): BoundLine => {
  const key = keyOf(line)
  const known = boundLines.get(key)
  if (known) return known
  const condition = conditionNamed(line.word)
  if (!condition) throw new Error(`no condition word ${line.word}`)
  const { holds, because, reads } = condition.bind(line.takes)
  const fact = numberedFact(line.fact)
  const scope = reads.length === 0 ? fact?.scope : undefined
  const made = { number: boundLines.size, line, holds, because, reads, fact, scope }
  boundLines.set(key, made)
  return made
})

/** Facts a line still waits for. */
export function waitsFor({ line, reads }: BoundLine, context: Context): readonly string[] {
  if (context.fact(line.fact) === undefined) return [line.fact]
  return reads.filter(name => context.fact(name) === undefined)
}

/** `got`: the value of the line's own fact. */
export function stateOfLine(line: BoundLine, got: Known | undefined, context: Context): LineState {
  if (got === undefined) return state.unknown
  for (const name of line.reads) if (context.fact(name) === undefined) return state.unknown
  return line.holds(got, context) ? state.holds : state.breaks
}

export function brokenLine({ line, because }: BoundLine, context: Context): Broken[] {
  const got = context.fact(line.fact)
  return got === undefined ? [] : [{ ...line, got, because: because(got, context) }]
}
