// What changed between two sets of rules: which came, which went, which say something else.
import type { RuleId } from './rule.ts'

/** Rule id → what the rule says, as a digest. */
export type RuleDigests = ReadonlyMap<RuleId, string>

export type RuleChanges = {
  readonly came: readonly RuleId[]
  readonly went: readonly RuleId[]
  readonly changed: readonly RuleId[]
}

export function changesBetween(then: RuleDigests, now: RuleDigests): RuleChanges {
  return {
    came: [...now.keys()].filter(id => !then.has(id)),
    went: [...then.keys()].filter(id => !now.has(id)),
    changed: [...now].flatMap(([id, digest]) => {
      const before = then.get(id)
      return before === undefined || before === digest ? [] : [id]
    }),
  }
}

export function isUnchanged({ came, went, changed }: RuleChanges): boolean {
  return came.length + went.length + changed.length === 0
}
