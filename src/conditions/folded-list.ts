// A word list made ready for search, once per list: whole words, and words by their first letter.
import { fold } from '../model/fold.ts'
import { once } from '../model/remember.ts'

type Entry = { readonly word: string; readonly folded: string }

export type FoldedList = {
  readonly has: (folded: string) => boolean
  /** words that stand at this place of a folded text */
  readonly at: (folded: string, place: number) => readonly Entry[]
  readonly beginsAt: (folded: string, place: number) => boolean
}

const none: readonly Entry[] = []

function prepare(words: readonly string[]): FoldedList {
  const whole = new Set<string>()
  const byFirst = new Map<number, Entry[]>()
  for (const word of words) {
    const folded = fold(word)
    whole.add(folded)
    const first = folded.charCodeAt(0)
    const entries = byFirst.get(first)
    if (entries) entries.push({ word, folded })
    else byFirst.set(first, [{ word, folded }])
  }
  return {
    has: folded => whole.has(folded),
    at: (folded, place) => {
      const entries = byFirst.get(folded.charCodeAt(place))
      return entries ? entries.filter(entry => folded.startsWith(entry.folded, place)) : none
    },
    beginsAt: (folded, place) => {
      for (const entry of byFirst.get(folded.charCodeAt(place)) ?? none) {
        if (folded.startsWith(entry.folded, place)) return true
      }
      return false
    },
  }
}

export const foldedList = once(prepare)

/** Does any word of the list stand in the folded text? */
export function hasWordIn(folded: string, list: FoldedList): boolean {
  for (let place = 0; place < folded.length; place += 1) if (list.beginsAt(folded, place)) return true
  return false
}

/** The words of the list that stand anywhere in the text, in the order of the list. */
export function wordsIn(text: string, words: readonly string[]): readonly string[] {
  const list = foldedList(words)
  const folded = fold(text)
  const found = new Set<string>()
  for (let place = 0; place < folded.length; place += 1) {
    for (const { word } of list.at(folded, place)) found.add(word)
  }
  return found.size === 0 ? [] : words.filter(word => found.has(word))
}
