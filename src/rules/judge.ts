// One rule and the facts of one subject: what the rule says about it.
import { conditionNamed } from '../conditions/index.ts'
import type { Scope } from '../facts/fact.ts'
import { factNamed } from '../facts/index.ts'
import type { Bound, Context, Known } from '../conditions/condition.ts'
import type { Path } from '../model/filing.ts'
import type { Line, Rule } from './rule.ts'
import type { Bilingual } from './source.ts'

/** A line that does not hold: what was found, which part of it decided, and the answer it was read from. */
export type Broken = Line & { readonly got: Known; readonly because: readonly string[]; readonly field?: Path }

export type Verdict =
  | { readonly is: 'pass' }
  | { readonly is: 'skip' }
  /** cannot be told yet: these facts are not known */
  | { readonly is: 'ask'; readonly facts: readonly string[] }
  | { readonly is: 'fail'; readonly broken: readonly Broken[] }
  /** one of these documents is called for */
  | { readonly is: 'need'; readonly materials: readonly string[] }
  | { readonly is: 'confirm'; readonly text: Bilingual }
  | { readonly is: 'note'; readonly text: Bilingual }

/** A line ready to be judged. Lines that say the same are one and share their number. */
export type BoundLine = {
  readonly number: number
  readonly line: Line
  readonly bound: Bound
  /** what the line is about, where it reads no other fact */
  readonly scope: Scope | undefined
}

/** 0 is left for what nobody has looked at yet. */
export const state = { holds: 1, breaks: 2, unknown: 3 } as const
export type LineState = (typeof state)[keyof typeof state]

/** Where a line is judged: its facts and lists, and perhaps a memory of lines judged before. */
export type Judging = Context & { readonly stateOf?: (line: BoundLine) => LineState }

export type BoundRule = {
  readonly rule: Rule
  readonly when: readonly BoundLine[]
  readonly require: readonly BoundLine[]
}

const boundRules = new WeakMap<Rule, BoundRule>()
const boundLines = new Map<string, BoundLine>()

/** How many different lines there are so far. */
export function lineCount(): number {
  return boundLines.size
}

function bind(line: Line): BoundLine {
  const key = `${line.fact} ${line.word} ${JSON.stringify(line.takes)}`
  const known = boundLines.get(key)
  if (known) return known
  const condition = conditionNamed(line.word)
  if (!condition) throw new Error(`no condition word ${line.word}`)
  const bound = condition.bind(line.takes)
  const scope = bound.reads.length === 0 ? factNamed(line.fact)?.scope : undefined
  const made = { number: boundLines.size, line, bound, scope }
  boundLines.set(key, made)
  return made
}

export function boundRule(rule: Rule): BoundRule {
  const known = boundRules.get(rule)
  if (known) return known
  const bound = { rule, when: rule.when.map(bind), require: rule.require.map(bind) }
  boundRules.set(rule, bound)
  return bound
}

/** Facts a line still waits for. */
function waitsFor({ line, bound }: BoundLine, context: Context): readonly string[] {
  if (context.fact(line.fact) === undefined) return [line.fact]
  return bound.reads.filter(name => context.fact(name) === undefined)
}

export function lineState({ line, bound }: BoundLine, context: Context): LineState {
  const got = context.fact(line.fact)
  if (got === undefined || bound.reads.some(name => context.fact(name) === undefined)) return state.unknown
  return bound.holds(got, context) ? state.holds : state.breaks
}

function brokenLine({ line, bound }: BoundLine, context: Context): Broken[] {
  const got = context.fact(line.fact)
  return got === undefined ? [] : [{ ...line, got, because: bound.because(got, context) }]
}

const skip = { is: 'skip' } as const
const pass = { is: 'pass' } as const

/** The weakest of the lines: one that breaks decides, else one that is unknown. */
function stateOfAll(lines: readonly BoundLine[], judging: Judging): LineState {
  let all: LineState = state.holds
  for (const line of lines) {
    const each = judging.stateOf ? judging.stateOf(line) : lineState(line, judging)
    if (each === state.breaks) return each
    if (each === state.unknown) all = each
  }
  return all
}

const ask = (lines: readonly BoundLine[], judging: Judging): Verdict => ({
  is: 'ask',
  facts: lines.flatMap(line => waitsFor(line, judging)),
})

/** A rule whose condition is known not to hold is skipped, even where other answers are still missing. */
export function judge(rule: Rule, judging: Judging): Verdict {
  return judgeBound(boundRule(rule), judging)
}

export function judgeBound({ rule, when, require }: BoundRule, judging: Judging): Verdict {
  const applies = stateOfAll(when, judging)
  if (applies === state.breaks) return skip
  if (applies === state.unknown) return ask(when, judging)
  if (rule.verb === 'needs') return { is: 'need', materials: rule.needs }
  if (rule.text && rule.verb !== 'require') return { is: rule.verb, text: rule.text }
  const kept = stateOfAll(require, judging)
  if (kept === state.holds) return pass
  if (kept === state.unknown) return ask(require, judging)
  const broken = require.filter(line => lineState(line, judging) === state.breaks)
  return { is: 'fail', broken: broken.flatMap(line => brokenLine(line, judging)) }
}
