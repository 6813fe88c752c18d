// `{ on-or-after: 2018-01-01 }`
import { defineCondition } from './condition.ts'

export const onOrAfter = defineCondition({
  name: 'on-or-after',
  takes: 'day',
  holds: (fact, day) => typeof fact === 'string' && fact >= day,
})
