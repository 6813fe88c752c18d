// Whether the paper is whole: it ends on all four sides within the picture, or no writing runs off the picture.
import type { Grey } from '../raster.ts'

export type Side = 'top' | 'right' | 'bottom' | 'left'

/** How far from the grey of the paper another grey may be and still be paper, in uneven light; and what is not. */
const surelyPaper = 20
const surelyTable = 38

/** The sides on which the paper or its writing touches the edge of the picture. */
export function cutSides(small: Grey): Side[] {
  const sides = bordersOf(small)
  const paper = paperSides(small, sides)
  const written = sides.filter(({ line }) => runsOff(line)).map(({ side }) => side)
  return [...new Set([...paper, ...written])]
}

type Border = { readonly side: Side; readonly line: readonly number[] }

/** A line of pixels along each side, a little inside the picture. */
function bordersOf({ width, height, grey }: Grey): Border[] {
  const row = (y: number) => Array.from({ length: width }, (_, x) => grey[y * width + x] ?? 0)
  const column = (x: number) => Array.from({ length: height }, (_, y) => grey[y * width + x] ?? 0)
  return [
    { side: 'top', line: row(1) },
    { side: 'right', line: column(width - 2) },
    { side: 'bottom', line: row(height - 2) },
    { side: 'left', line: column(1) },
  ]
}

/** On a table, paper reaches some sides and not others. */
function paperSides({ width, height, grey }: Grey, sides: readonly Border[]): Side[] {
  const middle: number[] = []
  for (let y = Math.floor(height * 0.3); y < height * 0.7; y += 2)
    for (let x = Math.floor(width * 0.3); x < width * 0.7; x += 2) middle.push(grey[y * width + x] ?? 0)
  const paper = middle.sort((a, b) => a - b)[Math.floor(middle.length * 0.6)] ?? 0
  const share = (line: readonly number[], isLike: (away: number) => boolean) =>
    line.filter(value => isLike(Math.abs(value - paper))).length / line.length
  const isOnTable = sides.some(({ line }) => share(line, away => away > surelyTable) > 0.96)
  return isOnTable
    ? sides.filter(({ line }) => share(line, away => away < surelyPaper) > 0.25).map(({ side }) => side)
    : []
}

/** Bright paper with many dark strokes across the very edge. */
function runsOff(line: readonly number[]): boolean {
  const sorted = [...line].sort((a, b) => a - b)
  const bright = sorted[Math.floor(sorted.length * 0.6)] ?? 0
  const dark = line.map(value => value < bright - 50)
  const strokes = dark.filter((isDark, at) => isDark && !dark[at - 1]).length
  const share = dark.filter(Boolean).length / line.length
  return strokes >= 8 && share < 0.4
}
