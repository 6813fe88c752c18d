// Rules in force, made ready for judging many filings: what they are judged on, and which can apply to what kind of filing.
import type { Scope } from '../facts/fact.ts'
import { valueAt, type NumberedFact } from '../facts/index.ts'
import { once } from '../model/remember.ts'
import { state, type BoundLine } from './bound-line.ts'
import { boundRule, type BoundRule, type Verdict } from './judge.ts'
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

/** What a kind of subject is told by every filing, and the rules that are still to be judged. */
export type Open = {
  readonly says: readonly { readonly rule: Rule; readonly position: number; readonly verdict: Verdict }[]
  readonly rules: readonly PlannedRule[]
}

/** One branch for each value of the next gate; a kind of subject at the end of each. */
type Branch = { readonly below: Map<unknown, Branch>; open?: Open }

/** The rules of one scope. */
export class ScopePlan {
  readonly #rules: readonly PlannedRule[]
  readonly #gates: readonly NumberedFact[]
  #kinds: Branch = { below: new Map() }
  #count = 0

  constructor(rules: readonly PlannedRule[]) {
    this.#rules = rules
    this.#gates = gatesOf(rules)
  }

  /** The rules that can apply to the subject, each with the conditions that are still to be looked at. */
  openTo(judging: SubjectJudging): Open {
    let kind = this.#kinds
    for (const gate of this.#gates) {
      const value = valueAt(gate, judging.subject)
      kind = branchFor(kind, typeof value === 'object' ? `[${value.join('\u0001')}]` : value)
    }
    return kind.open ?? this.#openTo(kind, judging)
  }

  #openTo(kind: Branch, judging: SubjectJudging): Open {
    const left = this.#rules.flatMap(rule => this.#leftOf(rule, judging) ?? [])
    const says = left.flatMap(({ bound: { rule, says: verdict }, when, position }) =>
      verdict && when.length === 0 ? { rule, position, verdict } : [],
    )
    const rules = left.filter(({ bound, when }) => !bound.says || when.length > 0)
    kind.open = { says, rules }
    this.#count += 1
    if (this.#count >= kindsAtMost) {
      this.#kinds = { below: new Map() }
      this.#count = 0
    }
    return kind.open
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

function branchFor(branch: Branch, value: unknown): Branch {
  const known = branch.below.get(value)
  if (known) return known
  const made: Branch = { below: new Map() }
  branch.below.set(value, made)
  return made
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
