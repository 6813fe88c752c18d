// `{ given: true }` — the form needs an answer; any answer will do. While there is none, it is asked for.
import { defineCondition } from './condition.ts'

export const given = defineCondition({ name: 'given', takes: 'yes', holds: () => () => true })
