// `a: [x, y]` — the fact is one of these; of a list fact, one of its members is.
import { defineCondition, type Known } from './condition.ts'
import { isOrHolds } from './equals.ts'
import type { Scalar } from './takes.ts'

export function isAnyOf(fact: Known, wanted: readonly Scalar[]): boolean {
  for (const each of wanted) if (isOrHolds(fact, each)) return true
  return false
}

export const oneOf = defineCondition({
  name: 'one-of',
  takes: 'scalars',
  holds: wanted => fact => isAnyOf(fact, wanted),
})
