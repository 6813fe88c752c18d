// `{ not: x }`, `{ not: [x, y] }` — the fact is none of these.
import { defineCondition } from './condition.ts'
import { isAnyOf } from './one-of.ts'

const list = (given: string | number | boolean | readonly (string | number | boolean)[]) =>
  typeof given === 'object' ? given : [given]

export const not = defineCondition({
  name: 'not',
  takes: 'scalars-or-one',
  holds: unwanted => {
    const each = list(unwanted)
    return fact => !isAnyOf(fact, each)
  },
})
