// `{ length-at-least: 21 }` — characters of the text, or members of the list fact.
import { defineCondition, type Known } from './condition.ts'

/** Characters as a reader counts them, blanks at the ends left out; of a list fact, its members. */
export function lengthOf(fact: Known): number {
  if (typeof fact === 'object') return fact.length
  let count = 0
  for (const _ of String(fact).trim()) count += 1
  return count
}

export const lengthAtLeast = defineCondition({
  name: 'length-at-least',
  takes: 'number',
  holds: least => fact => lengthOf(fact) >= least,
  because: fact => [String(lengthOf(fact))],
})
