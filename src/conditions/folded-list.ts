// A word list made ready for search, once per list: whole words, and words by their first letter.
import { fold } from '../model/fold.ts'

type Entry = { readonly word: string; readonly folded: string }

export type FoldedList = {
  readonly has: (folded: string) => boolean
  /** words that stand at this place of a folded text */
  readonly at: (folded: string, place: number) => readonly Entry[]
}

const none: readonly Entry[] = []
const ready = new WeakMap<readonly string[], FoldedList>()

function prepare(words: readonly string[]): FoldedList {
  const whole = new Set<string>()
  const byFirst = new Map<string, Entry[]>()
  for (const word of words) {
    const folded = fold(word)
    whole.add(folded)
    const first = folded.charAt(0)
    const entries = byFirst.get(first)
    if (entries) entries.push({ word, folded })
    else byFirst.set(first, [{ word, folded }])
  }
  return {
    has: folded => whole.has(folded),
    at: (folded, place) => {
      const entries = byFirst.get(folded.charAt(place))
      return entries ? entries.filter(entry => folded.startsWith(entry.folded, place)) : none
    },
  }
}

export function foldedList(words: readonly string[]): FoldedList {
  const known = ready.get(words)
  if (known) return known
  const made = prepare(words)
  ready.set(words, made)
  return made
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
