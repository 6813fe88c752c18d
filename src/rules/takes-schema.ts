// The schema of everything a word of a rule may be given.
import { z } from 'zod'
import { patternNames } from '../conditions/patterns.ts'
import type { Takes, TakesName } from '../conditions/takes.ts'

export const scalar = z.union([z.string(), z.number(), z.boolean()])

export const takesSchemas: { readonly [Name in TakesName]: z.ZodType<Takes[Name]> } = {
  yes: z.literal(true),
  text: z.string(),
  number: z.number(),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  pattern: z.enum(patternNames),
  scalar,
  scalars: z.array(scalar).min(1),
  'scalars-or-one': z.union([scalar, z.array(scalar).min(1)]),
  texts: z.array(z.string()),
  words: z.union([z.string(), z.array(z.string()).min(1)]),
}
