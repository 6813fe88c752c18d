// `a: [x, y]` — the fact is one of these; of a list fact, one of its members is.
import { defineCondition } from './condition.ts'
import { isOrHolds } from './equals.ts'

export const oneOf = defineCondition({
  name: 'one-of',
  takes: 'scalars',
  holds: (fact, wanted) => wanted.some(each => isOrHolds(fact, each)),
})
