// Rules in force, sorted for judging: by what they are judged on, then by their first condition.
import type { Scope } from '../facts/fact.ts'
import { boundRule, type BoundLine, type BoundRule } from './judge.ts'
import type { Rule } from './rule.ts'

/** Rules that begin with the same condition: where it breaks, none of them applies. */
export type RuleGroup = {
  readonly first: BoundLine | undefined
  readonly rules: readonly { readonly bound: BoundRule; readonly position: number }[]
}

const sorted = new WeakMap<readonly Rule[], ReadonlyMap<Scope, readonly RuleGroup[]>>()

/** Sorted once for every list of rules; `position` is the rule's place in that list. */
export function groupsOf(rules: readonly Rule[]): ReadonlyMap<Scope, readonly RuleGroup[]> {
  const known = sorted.get(rules)
  if (known) return known
  const scopes = new Map<Scope, Map<BoundLine | undefined, { bound: BoundRule; position: number }[]>>()
  for (const [position, rule] of rules.entries()) {
    const bound = boundRule(rule)
    const groups = scopes.get(rule.scope) ?? new Map<BoundLine | undefined, { bound: BoundRule; position: number }[]>()
    scopes.set(rule.scope, groups)
    groups.set(bound.when[0], [...(groups.get(bound.when[0]) ?? []), { bound, position }])
  }
  const made = new Map(
    [...scopes].map(
      ([scope, groups]) => [scope, [...groups].map(([first, members]) => ({ first, rules: members }))] as const,
    ),
  )
  sorted.set(rules, made)
  return made
}
