// What changed in the rules since a bundle was packed.
import { digestOf } from '../disk/rule-digest.ts'
import { changesBetween, type RuleChanges } from '../rules/changes.ts'
import type { Rule } from '../rules/rule.ts'
import type { BundleRecord } from './bundle-record.ts'

export const digestsOf = (rules: Iterable<Rule>): Map<string, string> =>
  new Map([...rules].map(rule => [rule.id, digestOf(rule)]))

/** Undefined where the bundle does not carry the rules it was judged by. */
export function changedSince(
  record: BundleRecord | undefined,
  rules: ReadonlyMap<string, Rule>,
): RuleChanges | undefined {
  const then = rulesThen(record)
  return then && changesBetween(then, digestsOf(rules.values()))
}

export function rulesThen(record: BundleRecord | undefined): ReadonlyMap<string, string> | undefined {
  return record?.rules && new Map(Object.entries(record.rules))
}
