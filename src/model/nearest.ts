// "You probably meant …": the known name nearest to a mistyped one.

/** Characters to add, drop or exchange to make one text the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** The nearest of the known names, if it is near enough to be a slip: a third of the letters may differ, three at most. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const limit = Math.min(3, Math.ceil(written.length / 3))
  const ranked = known
    .map(name => ({ name, away: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ away }) => away <= limit)
    .sort((one, other) => one.away - other.away)
  return ranked[0]?.name
}
