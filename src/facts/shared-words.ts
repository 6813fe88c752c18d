// What two names have in common, counted in Chinese characters.
import { isHan } from '../model/han.ts'

/** The longest run of Chinese characters that stands in both names. What does not share a run shares no longer one. */
export function longestShared(name: string, other: string): string {
  const letters = Array.from(name)
  let best: string[] = []
  for (let from = 0; from < letters.length; from += 1) {
    for (let to = from + best.length + 1; to <= letters.length; to += 1) {
      const run = letters.slice(from, to)
      if (!run.every(isHan) || !other.includes(run.join(''))) break
      best = run
    }
  }
  return best.join('')
}

/** The name without the words it shares with the other (two characters or more). */
export function withoutShared(name: string, other: string): string {
  const shared = longestShared(name, other)
  return shared.length >= 2 ? name.replace(shared, '') : name
}
