// `{ at-least: 18 }`
import { defineCondition } from './condition.ts'

export const atLeast = defineCondition({
  name: 'at-least',
  takes: 'number',
  holds: least => fact => typeof fact === 'number' && fact >= least,
})
