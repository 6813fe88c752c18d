// The words a condition is given: the name of a list in `rules/lists/`, or the words themselves.
import type { Context } from './condition.ts'
import type { Words } from './takes.ts'

export function wordsOf(given: Words, context: Context): readonly string[] {
  return typeof given === 'string' ? context.list(given) : given
}

export function listsOf(given: Words): readonly string[] {
  return typeof given === 'string' ? [given] : []
}
