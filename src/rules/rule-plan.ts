// Rules in force, made ready for judging many filings: what they are judged on, and which can apply to what kind of filing.
import type { Scope } from '../facts/fact.ts'
import { numberedFact, valueAt, type NumberedFact } from '../facts/index.ts'
import { once } from '../model/remember.ts'
import { boundLine, state, type BoundLine } from './bound-line.ts'
import { boundRule, type BoundRule } from './judge.ts'
import type { Line, Rule } from './rule.ts'
import type { SubjectJudging } from './subject-judging.ts'

/** `position`: the rule's place in the list. */
type PlacedRule = { readonly rule: Rule; readonly position: number }

/** `when`: its conditions that are not known to hold. */
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

/** One branch for each value of the next gate; a kind of subject at the end of each. */
type Branch = { readonly below: Map<unknown, Branch>; open?: readonly PlannedRule[] }

/** The rules of one scope. */
export class ScopePlan {
  readonly #rules: readonly PlacedRule[]
  readonly #gates: readonly NumberedFact[]
  readonly #gateNames: ReadonlySet<string>
  #kinds: Branch = { below: new Map() }
  #count = 0

  constructor(rules: readonly PlacedRule[]) {
    this.#rules = rules
    this.#gates = gatesOf(rules)
    this.#gateNames = new Set(this.#gates.map(({ name }) => name))
  }

  /** The rules that can apply to the subject, each with the conditions that are still to be looked at. */
  openTo(judging: SubjectJudging): readonly PlannedRule[] {
    let kind = this.#kinds
    for (const gate of this.#gates) {
      const value = valueAt(gate, judging.subject)
      kind = branchFor(kind, typeof value === 'object' ? `[${value.join('\u0001')}]` : value)
    }
    return kind.open ?? this.#openTo(kind, judging)
  }

  #openTo(kind: Branch, judging: SubjectJudging): readonly PlannedRule[] {
    kind.open = this.#rules.flatMap(rule => this.#leftOf(rule, judging) ?? [])
    this.#count += 1
    if (this.#count >= kindsAtMost) {
      this.#kinds = { below: new Map() }
      this.#count = 0
    }
    return kind.open
  }

  /** Lines are bound for rules that can apply only: the gates are looked at first. */
  #leftOf({ rule, position }: PlacedRule, judging: SubjectJudging): PlannedRule | undefined {
    const held = new Set<Line>()
    for (const line of rule.when) {
      if (!this.#gateNames.has(line.fact)) continue
      const bound = boundLine(line)
      const found = bound.reads.length === 0 ? judging.stateOf(bound) : state.unknown
      if (found === state.breaks) return undefined
      if (found === state.holds) held.add(line)
    }
    const when = rule.when.filter(line => !held.has(line)).map(boundLine)
    return { bound: boundRule(rule), position, when }
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

function gatesOf(rules: readonly PlacedRule[]): NumberedFact[] {
  const asked = new Map<string, number>()
  for (const { rule } of rules)
    for (const name of new Set(rule.when.map(({ fact }) => fact))) asked.set(name, (asked.get(name) ?? 0) + 1)
  return [...asked]
    .filter(([, count]) => count >= askedByAtLeast)
    .sort(([, one], [, other]) => other - one)
    .flatMap(([name]) => numberedFact(name) ?? [])
    .filter(({ fact }) => hasFewValues.has(fact.kind))
    .slice(0, gatesAtMost)
}

export type RulePlan = ReadonlyMap<Scope, ScopePlan>

/** Made once for every list of rules. */
export const planOf = once((rules: readonly Rule[]): RulePlan => {
  const scopes = new Map<Scope, PlacedRule[]>()
  for (const [position, rule] of rules.entries()) {
    const planned = scopes.get(rule.scope) ?? []
    scopes.set(rule.scope, planned)
    planned.push({ rule, position })
  }
  return new Map([...scopes].map(([scope, planned]) => [scope, new ScopePlan(planned)] as const))
})
