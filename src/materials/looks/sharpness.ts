// How sharp the writing is: the variance of the Laplacian over the contrast squared, so that dark is not blurred.
import { quantile, writtenBlocks, type Block } from './blocks.ts'

/**
 * About 1 where strokes are sharp, below 0.1 where they have run into each other; undefined where nothing is written.
 * Across and down are measured apart and the weaker counts: a hand that moved blurs one way only. Noise makes edges
 * too: as much as there is on the smoothest tenth of the picture is taken off.
 */
export function sharpnessOf(blocks: readonly Block[]): number | undefined {
  const written = writtenBlocks(blocks)
  if (written.length < 3) return undefined
  const ways = (['across', 'down'] as const).map(way => {
    const noise = quantile(
      blocks.map(block => block[way]),
      0.1,
    )
    return quantile(
      written.map(block => Math.max(0, block[way] - noise) / block.variance),
      0.5,
    )
  })
  return 2 * Math.min(...ways)
}
