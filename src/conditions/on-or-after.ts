// `{ on-or-after: 2018-01-01 }`
import { defineCondition } from './condition.ts'

export const onOrAfter = defineCondition({
  name: 'on-or-after',
  takes: 'day',
  holds: day => fact => typeof fact === 'string' && fact >= day,
})
