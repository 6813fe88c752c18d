// The words a condition is given: the name of a list in `rules/lists/`, or the words themselves.
import { z } from 'zod'
import type { Context } from './condition.ts'

export const words = z.union([z.string(), z.array(z.string()).min(1)])
type Words = z.infer<typeof words>

export function wordsOf(given: Words, context: Context): readonly string[] {
  return typeof given === 'string' ? context.list(given) : given
}

export function listsOf(given: Words): readonly string[] {
  return typeof given === 'string' ? [given] : []
}
