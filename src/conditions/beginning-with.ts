// `{ beginning-with: [中国] }` — the text begins with one of the words.
import { defineCondition, type Context, type Known } from './condition.ts'
import { fold, texts } from './fold.ts'
import { listsOf, words, wordsOf } from './words.ts'

export function heads(fact: Known, given: string | string[], context: Context): readonly string[] {
  return wordsOf(given, context).filter(word => texts(fact).some(text => fold(text).startsWith(fold(word))))
}

export const beginningWith = defineCondition({
  name: 'beginning-with',
  takes: words,
  holds: (fact, given, context) => heads(fact, given, context).length > 0,
  because: heads,
  lists: listsOf,
})
