// Rules in force, made ready for judging many filings: what they are judged on, and which can apply to what kind of filing.
import type { Scope } from '../facts/fact.ts'
import { valueAt, type NumberedFact } from '../facts/index.ts'
import { once } from '../model/remember.ts'
import { state, type BoundLine } from './bound-line.ts'
import { boundRule, type BoundRule } from './judge.ts'
import type { Rule } from './rule.ts'
import type { SubjectJudging } from './subject-judging.ts'

/** `position`: the rule's place in the list; `when`: its conditions that are not known to hold. */
export type PlannedRule = {
  readonly bound: BoundRule
  readonly position: number
  readonly when: readonly BoundLine[]
}

/** Facts of few values that many rules begin with: together they tell most of the rules that cannot apply. */
const gatesAtMost = 10
const askedByAtLeast = 4

/** Kinds of subjects kept apart; more than any real set of filings has. */
const kindsAtMost = 2000

/** The rules of one scope. */
export class ScopePlan {
  readonly #rules: readonly PlannedRule[]
  readonly #gates: readonly NumberedFact[]
  readonly #open = new Map<string, readonly PlannedRule[]>()

  constructor(rules: readonly PlannedRule[]) {
    this.#rules = rules
    this.#gates = gatesOf(rules)
  }

  /** The rules that can apply to the subject, each with the conditions that are still to be looked at. */
  openTo(judging: SubjectJudging): readonly PlannedRule[] {
    const kind = this.#kindOf(judging)
    const known = this.#open.get(kind)
    if (known) return known
    const open = this.#rules.flatMap(rule => this.#leftOf(rule, judging) ?? [])
    if (this.#open.size >= kindsAtMost) this.#open.clear()
    this.#open.set(kind, open)
    return open
  }

  #kindOf({ subject }: SubjectJudging): string {
    let kind = ''
    for (const gate of this.#gates) {
      const value = valueAt(gate, subject)
      kind += typeof value === 'object' ? `[${value.join('\u0001')}]\u0000` : `${value}\u0000`
    }
    return kind
  }

  #leftOf(rule: PlannedRule, judging: SubjectJudging): PlannedRule | undefined {
    const when: BoundLine[] = []
    for (const line of rule.when) {
      const found = this.#isGate(line) ? judging.stateOf(line) : state.unknown
      if (found === state.breaks) return undefined
      if (found === state.unknown) when.push(line)
    }
    return { ...rule, when }
  }

  #isGate({ fact, reads }: BoundLine): boolean {
    return fact !== undefined && reads.length === 0 && this.#gates.includes(fact)
  }
}

const hasFewValues = new Set(['code', 'yes-no'])

function gatesOf(rules: readonly PlannedRule[]): NumberedFact[] {
  const asked = new Map<NumberedFact, number>()
  for (const { when } of rules) {
    const gates = new Set(when.flatMap(({ fact }) => (fact && hasFewValues.has(fact.fact.kind) ? fact : [])))
    for (const gate of gates) asked.set(gate, (asked.get(gate) ?? 0) + 1)
  }
  return [...asked]
    .filter(([, count]) => count >= askedByAtLeast)
    .sort(([, one], [, other]) => other - one)
    .slice(0, gatesAtMost)
    .map(([fact]) => fact)
}

export type RulePlan = ReadonlyMap<Scope, ScopePlan>

/** Made once for every list of rules. */
export const planOf = once((rules: readonly Rule[]): RulePlan => {
  const scopes = new Map<Scope, PlannedRule[]>()
  for (const [position, rule] of rules.entries()) {
    const bound = boundRule(rule)
    const planned = scopes.get(rule.scope) ?? []
    scopes.set(rule.scope, planned)
    planned.push({ bound, position, when: bound.when })
  }
  return new Map([...scopes].map(([scope, planned]) => [scope, new ScopePlan(planned)] as const))
})
