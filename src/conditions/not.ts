// `{ not: x }`, `{ not: [x, y] }` — the fact is none of these.
import { z } from 'zod'
import { defineCondition } from './condition.ts'
import { isOrHolds, scalar } from './equals.ts'

const list = (given: string | number | boolean | readonly (string | number | boolean)[]) =>
  typeof given === 'object' ? given : [given]

export const not = defineCondition({
  name: 'not',
  takes: z.union([scalar, z.array(scalar).min(1)]),
  holds: (fact, unwanted) => !list(unwanted).some(each => isOrHolds(fact, each)),
})
