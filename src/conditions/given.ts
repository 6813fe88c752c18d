// `{ given: true }` — the form needs an answer; any answer will do. While there is none, it is asked for.
import { z } from 'zod'
import { defineCondition } from './condition.ts'

export const given = defineCondition({ name: 'given', takes: z.literal(true), holds: () => true })
