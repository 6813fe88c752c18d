// The kinds of value a filing holds. Every scalar arrives as the text that was written; zod types it here.
import { z } from 'zod'
import { isDay } from './calendar.ts'

const yes = new Set(['true', 'yes', '是'])
const no = new Set(['false', 'no', '否'])

/** Any text, at least one visible character. */
export const text = z.string().trim().min(1).meta({ kind: 'text' })

/** `true`/`false`, `yes`/`no`, 是/否 → boolean. */
export const yesNo = z
  .string()
  .refine(written => yes.has(written) || no.has(written), { params: { expected: 'yes-no' } })
  .transform(written => yes.has(written))
  .meta({ kind: 'yes-no' })

/** Whole number of at most seven digits, not negative. */
export const count = z
  .string()
  .refine(written => /^\d{1,7}$/.test(written), { params: { expected: 'count' } })
  .transform(Number)
  .meta({ kind: 'count' })

/** Calendar day `YYYY-MM-DD` that exists. */
export const day = z
  .string()
  .refine(isDay, { params: { expected: 'day' } })
  .meta({ kind: 'day' })

/** Calendar day, or `long-term` for a document without an end. */
export const dayOrLongTerm = z
  .string()
  .refine(written => written === 'long-term' || isDay(written), { params: { expected: 'day-or-long-term' } })
  .meta({ kind: 'day-or-long-term' })

/** The id of an entry of `rules/codes/<table>.yaml`: open in the schema, judged by a rule, completed by the editor. */
export const code = (table: string) => z.string().trim().min(1).meta({ kind: 'code', table })
