// `{ at-most: 31 }`
import { z } from 'zod'
import { defineCondition } from './condition.ts'

export const atMost = defineCondition({
  name: 'at-most',
  takes: z.number(),
  holds: (fact, most) => typeof fact === 'number' && fact <= most,
})
