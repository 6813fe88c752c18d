// `{ with-any-of: finance-words }` — one of the words stands somewhere in the text.
import { defineCondition, type Context, type Known } from './condition.ts'
import { wordsIn } from './folded-list.ts'
import { texts } from './texts.ts'
import { listsOf, words, wordsOf } from './words.ts'

export function found(fact: Known, given: string | string[], context: Context): readonly string[] {
  const list = wordsOf(given, context)
  return [...new Set(texts(fact).flatMap(text => wordsIn(text, list)))]
}

export const withAnyOf = defineCondition({
  name: 'with-any-of',
  takes: words,
  holds: (fact, given, context) => found(fact, given, context).length > 0,
  because: found,
  lists: listsOf,
})
