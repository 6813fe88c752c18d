// The schema of a source, and of a text in both languages.
import { z } from 'zod'

export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** `as-of` is the date the source gives of itself; `read` the day a person last compared our rules with it. */
export const sourceSchema = z.strictObject({
  kind: z.enum(['regulation', 'notice', 'office-guide', 'provider-guide', 'public-code', 'report']),
  publisher: z.string().min(1),
  title: z.string().min(1),
  url: z.url().optional(),
  'as-of': z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$/),
  read: day,
})
