// "You probably meant …": the known name nearest to a mistyped one.

/**
 * Characters to add, drop or exchange to make one text the other; `most` + 1 where it takes more than `most`. Whatever is
 * further off the same place than that is not looked at, so that the longest texts take no time.
 */
export function distance(one: string, other: string, most: number): number {
  const far = most + 1
  const offset = other.length - one.length
  if (Math.abs(offset) > most) return far
  const band = Array.from({ length: 2 * most + 1 }, (_, index) => index - most)
  let row = band.map(shift => (shift < 0 ? far : shift))
  for (let at = 1; at <= one.length; at += 1) {
    const next: number[] = []
    for (const [index, shift] of band.entries()) {
      const place = at + shift
      const same = place > 0 && one[at - 1] === other[place - 1] ? 0 : 1
      const isThere = place >= 0 && place <= other.length
      const steps = [(row[index] ?? far) + same, (row[index + 1] ?? far) + 1, (next[index - 1] ?? far) + 1]
      next.push(isThere ? (place === 0 ? at : Math.min(...steps)) : far)
    }
    row = next
  }
  return Math.min(row[offset + most] ?? far, far)
}

/** The nearest of the known names, if it is near enough to be a slip: a third of the letters may differ, three at most. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const limit = Math.min(3, Math.ceil(written.length / 3))
  const ranked = known
    .map(name => ({ name, away: distance(written.toLowerCase(), name.toLowerCase(), limit) }))
    .filter(({ away }) => away <= limit)
    .sort((one, other) => one.away - other.away)
  return ranked[0]?.name
}
