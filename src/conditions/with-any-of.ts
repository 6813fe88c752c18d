// `{ with-any-of: finance-words }` — one of the words stands somewhere in the text.
import { defineCondition, type Context, type Known } from './condition.ts'
import { hasWordIn, wordsIn } from './folded-list.ts'
import { texts } from './texts.ts'
import type { Words } from './takes.ts'
import { listsOf, someText, wordsOf } from './words.ts'

export function found(fact: Known, given: Words, context: Context): readonly string[] {
  const list = wordsOf(given, context)
  return [...new Set(texts(fact).flatMap(text => wordsIn(text, list)))]
}

export const withAnyOf = defineCondition({
  name: 'with-any-of',
  takes: 'words',
  holds: given => someText(given, hasWordIn, true),
  because: found,
  lists: listsOf,
})
