// `a: x` — the fact is this; of a list fact, one of its members is.
import { defineCondition, type Known } from './condition.ts'

export function isOrHolds(fact: Known, wanted: string | number | boolean): boolean {
  return typeof fact === 'object' ? fact.includes(String(wanted)) : fact === wanted
}

export const equals = defineCondition({
  name: 'equals',
  takes: 'scalar',
  holds: wanted => fact => isOrHolds(fact, wanted),
})
