// What two names have in common, counted in Chinese characters.

const han = /\p{Script=Han}/u

/** The longest run of Chinese characters that stands in both names. Names are short: the plain search is fast enough. */
export function longestShared(name: string, other: string): string {
  const letters = Array.from(name)
  let best = ''
  for (let from = 0; from < letters.length; from += 1) {
    for (let to = letters.length; to - from > best.length; to -= 1) {
      const run = letters.slice(from, to)
      if (run.every(letter => han.test(letter)) && other.includes(run.join(''))) best = run.join('')
    }
  }
  return best
}

/** The name without the words it shares with the other (two characters or more). */
export function withoutShared(name: string, other: string): string {
  const shared = longestShared(name, other)
  return shared.length >= 2 ? name.replace(shared, '') : name
}
