// How much light there was: the grey of the paper and the grey of its ink.
import type { Raster } from '../raster.ts'
import { blockSide, quantile, writtenBlocks, type Block } from './blocks.ts'

export type Exposure = {
  /** grey of the bright twentieth of the picture, 0 to 255 */
  readonly paper: number
  /** typical grey of the darkest strokes, 0 to 255; undefined where nothing is written */
  readonly ink?: number
}

export function exposureOf(raster: Raster, blocks: readonly Block[]): Exposure {
  const paper = quantile(
    blocks.map(({ mean }) => mean),
    0.95,
  )
  const written = writtenBlocks(blocks)
  if (written.length < 3) return { paper }
  return {
    paper,
    ink: quantile(
      written.map(block => darkest(raster, block)),
      0.5,
    ),
  }
}

/** The grey of the darkest twentieth of a block. */
function darkest({ width, grey }: Raster, { x, y }: Block): number {
  const counts = new Uint16Array(256)
  for (let row = y; row < y + blockSide; row += 2)
    for (let at = row * width + x, end = at + blockSide; at < end; at += 2) {
      const light = grey[at] ?? 0
      counts[light] = (counts[light] ?? 0) + 1
    }
  let left = Math.floor(0.05 * (blockSide ** 2 / 4 - 1)) + 1
  return counts.findIndex(count => (left -= count) <= 0)
}
