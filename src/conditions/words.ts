// The words a condition is given: the name of a list in `rules/lists/`, or the words themselves.
import { fold } from '../model/fold.ts'
import { latest } from '../model/remember.ts'
import type { Bound, Context } from './condition.ts'
import { foldedList, type FoldedList } from './folded-list.ts'
import type { Words } from './takes.ts'

export function wordsOf(given: Words, context: Context): readonly string[] {
  return typeof given === 'string' ? context.list(given) : given
}

export function listsOf(given: Words): readonly string[] {
  return typeof given === 'string' ? [given] : []
}

type FitsWords = (folded: string, list: FoldedList) => boolean

/** Holds where some text of the fact fits the words, or, with `wanted` false, where none does. */
export function someText(given: Words, fits: FitsWords, wanted: boolean): Bound['holds'] {
  // Filings in a row are judged by the same lists.
  const ready = latest(foldedList)
  return (fact, context) => {
    const list = ready(wordsOf(given, context))
    const found = typeof fact === 'object' ? fact.some(text => fits(fold(text), list)) : fits(fold(String(fact)), list)
    return found === wanted
  }
}
