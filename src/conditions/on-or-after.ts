// `{ on-or-after: 2018-01-01 }`
import { z } from 'zod'
import { defineCondition } from './condition.ts'

export const onOrAfter = defineCondition({
  name: 'on-or-after',
  takes: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  holds: (fact, day) => typeof fact === 'string' && fact >= day,
})
