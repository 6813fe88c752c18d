// Which way the lines of writing run.
import type { Grey } from '../raster.ts'

/** Lines a little askew still stand out in a strip this wide, in shares of the picture. */
const strips = 4

/**
 * Lines that run across against lines that run down: above 1 the writing stands upright (or on its head), below 1 the
 * picture lies on its side. Undefined where too little is written.
 */
export function lineDirectionOf(small: Grey): number | undefined {
  const edges = edgesOf(small)
  const [across, down] = [unevenness(edges, false), unevenness(edges, true)]
  return across + down < 0.02 ? undefined : across / Math.max(1e-6, down)
}

type Edges = { readonly width: number; readonly height: number; readonly strength: Float64Array }

function edgesOf({ width, height, grey }: Grey): Edges {
  const strength = new Float64Array(width * height)
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const bend =
        Math.abs(2 * (grey[at] ?? 0) - (grey[at - 1] ?? 0) - (grey[at + 1] ?? 0)) +
        Math.abs(2 * (grey[at] ?? 0) - (grey[at - width] ?? 0) - (grey[at + width] ?? 0))
      strength[at] = Math.min(60, Math.max(0, bend - 12))
    }
  return { width, height, strength }
}

/** In each strip, how much the sum of a row differs from the rows near it: full lines and the gaps between them. */
function unevenness({ width, height, strength }: Edges, isTurned: boolean): number {
  const [length, rows] = isTurned ? [height, width] : [width, height]
  const valueAt = (along: number, row: number) => strength[isTurned ? along * width + row : row * width + along] ?? 0
  let uneven = 0
  for (let strip = 0; strip < strips; strip += 1) {
    const [from, to] = [Math.floor((length * strip) / strips), Math.floor((length * (strip + 1)) / strips)]
    const sums = Array.from({ length: rows }, (_, row) => {
      let sum = 0
      for (let along = from; along < to; along += 1) sum += valueAt(along, row)
      return sum / (to - from)
    })
    uneven += sums.reduce((total, sum, row) => total + (sum - mean(sums, row)) ** 2, 0) / rows
  }
  return uneven / strips
}

/** Over a window wide enough for two lines. */
function mean(sums: readonly number[], row: number): number {
  const [from, to] = [Math.max(0, row - 12), Math.min(sums.length, row + 13)]
  let sum = 0
  for (let at = from; at < to; at += 1) sum += sums[at] ?? 0
  return sum / (to - from)
}
