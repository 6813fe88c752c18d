// `{ beginning-with: [中国] }` — the text begins with one of the words.
import { defineCondition, type Context, type Known } from './condition.ts'
import { foldedList, type FoldedList } from './folded-list.ts'
import { fold } from '../model/fold.ts'
import { texts } from './texts.ts'
import type { Words } from './takes.ts'
import { listsOf, someText, wordsOf } from './words.ts'

export function heads(fact: Known, given: Words, context: Context): readonly string[] {
  const list = foldedList(wordsOf(given, context))
  return [...new Set(texts(fact).flatMap(text => list.at(fold(text), 0).map(({ word }) => word)))]
}

export const begins = (folded: string, list: FoldedList): boolean => list.beginsAt(folded, 0)

export const beginningWith = defineCondition({
  name: 'beginning-with',
  takes: 'words',
  holds: given => someText(given, begins, true),
  because: heads,
  lists: listsOf,
})
