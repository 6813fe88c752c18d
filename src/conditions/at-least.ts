// `{ at-least: 18 }`
import { z } from 'zod'
import { defineCondition } from './condition.ts'

export const atLeast = defineCondition({
  name: 'at-least',
  takes: z.number(),
  holds: (fact, least) => typeof fact === 'number' && fact >= least,
})
