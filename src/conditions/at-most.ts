// `{ at-most: 31 }`
import { defineCondition } from './condition.ts'

export const atMost = defineCondition({
  name: 'at-most',
  takes: 'number',
  holds: (fact, most) => typeof fact === 'number' && fact <= most,
})
