// `a: [x, y]` — the fact is one of these; of a list fact, one of its members is.
import { z } from 'zod'
import { defineCondition } from './condition.ts'
import { isOrHolds, scalar } from './equals.ts'

export const oneOf = defineCondition({
  name: 'one-of',
  takes: z.array(scalar).min(1),
  holds: (fact, wanted) => wanted.some(each => isOrHolds(fact, each)),
})
