// `{ at-most: 31 }`
import { defineCondition } from './condition.ts'

export const atMost = defineCondition({
  name: 'at-most',
  takes: 'number',
  holds: most => fact => typeof fact === 'number' && fact <= most,
})
