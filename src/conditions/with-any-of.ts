// `{ with-any-of: finance-words }` — one of the words stands somewhere in the text.
import { defineCondition, type Context, type Known } from './condition.ts'
import { hasWordIn, wordsIn } from './folded-list.ts'
import { texts } from './texts.ts'
import { listsOf, words, wordsOf } from './words.ts'

export function found(fact: Known, given: string | string[], context: Context): readonly string[] {
  const list = wordsOf(given, context)
  return [...new Set(texts(fact).flatMap(text => wordsIn(text, list)))]
}

export function isFound(fact: Known, given: string | string[], context: Context): boolean {
  const list = wordsOf(given, context)
  return typeof fact === 'object' ? fact.some(text => hasWordIn(text, list)) : hasWordIn(String(fact), list)
}

export const withAnyOf = defineCondition({
  name: 'with-any-of',
  takes: words,
  holds: isFound,
  because: found,
  lists: listsOf,
})
