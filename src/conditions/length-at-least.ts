// `{ length-at-least: 21 }` — characters of the text, or members of the list fact.
import { defineCondition, type Known } from './condition.ts'

/** Characters as a reader counts them, blanks at the ends left out; of a list fact, its members. */
export function lengthOf(fact: Known): number {
  return typeof fact === 'object' ? fact.length : Array.from(String(fact).trim()).length
}

export const lengthAtLeast = defineCondition({
  name: 'length-at-least',
  takes: 'number',
  holds: (fact, least) => lengthOf(fact) >= least,
  because: fact => [String(lengthOf(fact))],
})
