// `{ length-at-most: 10 }` — characters of the text, or members of the list fact.
import { defineCondition } from './condition.ts'
import { lengthOf } from './length-at-least.ts'

export const lengthAtMost = defineCondition({
  name: 'length-at-most',
  takes: 'number',
  holds: most => fact => lengthOf(fact) <= most,
  because: fact => [String(lengthOf(fact))],
})
