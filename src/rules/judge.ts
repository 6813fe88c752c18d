// One rule and the facts of one subject: what the rule says about it.
import { conditionNamed } from '../conditions/index.ts'
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

type BoundLine = { readonly line: Line; readonly bound: Bound }
type BoundRule = { readonly when: readonly BoundLine[]; readonly require: readonly BoundLine[] }

const boundRules = new WeakMap<Rule, BoundRule>()

function bind(line: Line): BoundLine {
  const condition = conditionNamed(line.word)
  if (!condition) throw new Error(`no condition word ${line.word}`)
  return { line, bound: condition.bind(line.takes) }
}

function boundRule(rule: Rule): BoundRule {
  const known = boundRules.get(rule)
  if (known) return known
  const bound = { when: rule.when.map(bind), require: rule.require.map(bind) }
  boundRules.set(rule, bound)
  return bound
}

/** Facts a line still waits for. */
function waitsFor({ line, bound }: BoundLine, context: Context): readonly string[] {
  if (context.fact(line.fact) === undefined) return [line.fact]
  return bound.reads.length === 0 ? bound.reads : bound.reads.filter(name => context.fact(name) === undefined)
}

function breaks({ line, bound }: BoundLine, context: Context): Broken | undefined {
  const got = context.fact(line.fact)
  if (got === undefined || bound.reads.some(name => context.fact(name) === undefined)) return undefined
  return bound.holds(got, context) ? undefined : { ...line, got, because: bound.because(got, context) }
}

/** A rule whose condition is known not to hold is skipped, even where other answers are still missing. */
export function judge(rule: Rule, context: Context): Verdict {
  const { when, require } = boundRule(rule)
  if (when.some(line => breaks(line, context) !== undefined)) return { is: 'skip' }
  const waits = when.flatMap(line => waitsFor(line, context))
  if (waits.length > 0) return { is: 'ask', facts: waits }
  if (rule.verb === 'needs') return { is: 'need', materials: rule.needs }
  if (rule.text && rule.verb !== 'require') return { is: rule.verb, text: rule.text }
  const broken = require.flatMap(line => breaks(line, context) ?? [])
  if (broken.length > 0) return { is: 'fail', broken }
  const unknown = require.flatMap(line => waitsFor(line, context))
  return unknown.length > 0 ? { is: 'ask', facts: unknown } : { is: 'pass' }
}
