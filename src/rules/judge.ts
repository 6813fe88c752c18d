// One rule and the facts of one subject: what the rule says about it.
import type { Context } from '../conditions/condition.ts'
import { once } from '../model/remember.ts'
import {
  boundLine,
  brokenLine,
  state,
  stateOfLine,
  waitsFor,
  type BoundLine,
  type Broken,
  type LineState,
} from './bound-line.ts'
import type { Rule } from './rule.ts'
import type { Bilingual } from './source.ts'

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

/** Where a line is judged: its facts and lists, and the state of each line there. */
export type Judging = Context & { readonly stateOf: (line: BoundLine) => LineState }

/** What a rule says once it is known to apply; made once a rule, for those that say the same whatever is found. */
export type BoundRule = {
  readonly rule: Rule
  readonly when: readonly BoundLine[]
  readonly require: readonly BoundLine[]
  /** what it says wherever it applies; undefined for `require` */
  readonly says: Verdict | undefined
}

export const boundRule = once((rule: Rule): BoundRule => ({
  rule,
  when: rule.when.map(boundLine),
  require: rule.require.map(boundLine),
  says: saidBy(rule),
}))

function saidBy(rule: Rule): Verdict | undefined {
  const { verb, needs } = rule
  if (verb === 'needs') return { is: 'need', materials: needs }
  if (verb === 'require') return undefined
  return {
    is: verb,
    get text() {
      return rule.text ?? rule.title
    },
  }
}

export const skip = { is: 'skip' } as const
export const pass = { is: 'pass' } as const

/** The weakest of the lines: one that breaks decides, else one that is unknown. */
function stateOfAll(lines: readonly BoundLine[], judging: Judging): LineState {
  let all: LineState = state.holds
  for (const line of lines) {
    const each = judging.stateOf(line)
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
export function judge(rule: Rule, context: Context): Verdict {
  const stateOf = (line: BoundLine) => stateOfLine(line, context.fact(line.line.fact), context)
  const bound = boundRule(rule)
  return judgeBound(bound, bound.when, { ...context, stateOf })
}

/** `when`: the conditions of the rule that are not known to hold already. */
export function judgeBound({ require, says }: BoundRule, when: readonly BoundLine[], judging: Judging): Verdict {
  const applies = stateOfAll(when, judging)
  if (applies === state.breaks) return skip
  if (applies === state.unknown) return ask(when, judging)
  if (says) return says
  const kept = stateOfAll(require, judging)
  if (kept === state.holds) return pass
  if (kept === state.unknown) return ask(require, judging)
  const broken = require.filter(line => judging.stateOf(line) === state.breaks)
  return { is: 'fail', broken: broken.flatMap(line => brokenLine(line, judging)) }
}
