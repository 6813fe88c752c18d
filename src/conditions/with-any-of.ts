// `{ with-any-of: finance-words }` — one of the words stands somewhere in the text.
import { defineCondition, type Context, type Known } from './condition.ts'
import { fold, texts } from './fold.ts'
import { listsOf, words, wordsOf } from './words.ts'

export function found(fact: Known, given: string | string[], context: Context): readonly string[] {
  const written = texts(fact).map(fold)
  return wordsOf(given, context).filter(word => written.some(text => text.includes(fold(word))))
}

export const withAnyOf = defineCondition({
  name: 'with-any-of',
  takes: words,
  holds: (fact, given, context) => found(fact, given, context).length > 0,
  because: found,
  lists: listsOf,
})
