// A picture in squares: which of them hold writing, and how its strokes look there.
import type { Raster } from '../raster.ts'

export type Block = {
  /** top left corner, in pixels */
  readonly x: number
  readonly y: number
  readonly mean: number
  /** of the grey values: its square root is the contrast */
  readonly variance: number
  /** how abruptly grey values change from pixel to pixel, across and down: the variance of the second difference */
  readonly across: number
  readonly down: number
}

/** Side of a block, in pixels: a character or two of a paper that fills the picture. */
export const blockSide = 32

/** Less contrast than this is paper, table or shade, whatever stands beside it. */
const leastVariance = 36

/** Row by row; what does not fill a block at the right and at the bottom is left out. */
export function blocksOf(raster: Raster): Block[] {
  const blocks: Block[] = []
  for (let y = 1; y + blockSide < raster.height; y += blockSide)
    for (let x = 1; x + blockSide < raster.width; x += blockSide) blocks.push(blockAt(raster, x, y))
  return blocks
}

function blockAt({ width, grey }: Raster, x: number, y: number): Block {
  const count = (blockSide * blockSide) / 2
  let sum = 0
  let squares = 0
  let across = 0
  let down = 0
  // Every second row tells as much in half the time.
  for (let row = y; row < y + blockSide; row += 2) {
    const end = row * width + x + blockSide
    for (let at = row * width + x; at < end; at += 1) {
      const value = grey[at] ?? 0
      const bendAcross = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) - 2 * value
      const bendDown = (grey[at - width] ?? 0) + (grey[at + width] ?? 0) - 2 * value
      sum += value
      squares += value * value
      across += bendAcross * bendAcross
      down += bendDown * bendDown
    }
  }
  const mean = sum / count
  return { x, y, mean, variance: squares / count - mean * mean, across: across / count, down: down / count }
}

/** The blocks with most strokes, where writing stands, rather than the edges of things; none on an empty page. */
export function writtenBlocks(blocks: readonly Block[]): Block[] {
  const marked = blocks.filter(({ variance }) => variance >= leastVariance)
  const strong = quantile(
    marked.map(({ across, down }) => across + down),
    0.95,
  )
  return marked.filter(({ across, down }) => across + down >= strong * 0.3)
}

/** @param share 0 the least, 1 the greatest; 0 of nothing is 0 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}
