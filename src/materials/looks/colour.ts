// How much colour there is, whatever colour the light has.
import type { Raster } from '../raster.ts'

export type Colour = {
  /** share of the picture whose tint is not that of the whole */
  readonly coloured: number
  /** share of the most frequent grey: drawn and bare pages have one paper white, photographed ones none */
  readonly plain: number
}

/** Darker than this, tint is noise. */
const leastLight = 40

/** Tints further apart than this are different colours: blue print on white, skin, a red seal. */
const leastTint = 0.1

/**
 * Side of a cell, in pixels: JPEG keeps tints coarsely, so that they spill over the edges of ink; the mean of a cell
 * still has them right.
 */
const cellSide = 8

export function colourOf(raster: Raster): Colour {
  const [warms, colds] = [new Uint32Array(1024), new Uint32Array(1024)]
  const tints: number[] = []
  let cells = 0
  for (let y = 0; y + cellSide <= raster.height; y += cellSide)
    for (let x = 0; x + cellSide <= raster.width; x += cellSide) {
      cells += 1
      const tint = tintOf(raster, x, y)
      if (tint === undefined) continue
      tints.push(tint.warm, tint.cold)
      count(warms, tint.warm)
      count(colds, tint.cold)
    }
  const [usualWarm, usualCold] = [median(warms), median(colds)]
  let coloured = 0
  for (let at = 0; at < tints.length; at += 2) {
    const away = Math.abs((tints[at] ?? 0) - usualWarm) + Math.abs((tints[at + 1] ?? 0) - usualCold)
    if (away > leastTint) coloured += 1
  }
  return { coloured: coloured / Math.max(1, cells), plain: plainOf(raster) }
}

/** How much redder and how much bluer than green a cell is, for its brightness. Every second pixel is enough. */
function tintOf({ width, rgb }: Raster, x: number, y: number): { warm: number; cold: number } | undefined {
  let red = 0
  let green = 0
  let blue = 0
  for (let row = y; row < y + cellSide; row += 2)
    for (let at = (row * width + x) * 3, end = at + cellSide * 3; at < end; at += 6) {
      red += rgb[at] ?? 0
      green += rgb[at + 1] ?? 0
      blue += rgb[at + 2] ?? 0
    }
  const light = (red + green + blue) / 3
  if (light < leastLight * (cellSide / 2) ** 2) return undefined
  return { warm: (red - green) / light, cold: (blue - green) / light }
}

function plainOf({ grey }: Raster): number {
  const greys = new Uint32Array(256)
  const step = Math.max(1, Math.floor(grey.length / 50_000))
  let looked = 0
  for (let at = 0; at < grey.length; at += step) {
    const light = grey[at] ?? 0
    greys[light] = (greys[light] ?? 0) + 1
    looked += 1
  }
  return mostFrequent(greys) / Math.max(1, looked)
}

const binOf = (tint: number) => Math.max(0, Math.min(1023, Math.round(tint * 128 + 512)))

function count(bins: Uint32Array, tint: number): void {
  const bin = binOf(tint)
  bins[bin] = (bins[bin] ?? 0) + 1
}

function median(bins: Uint32Array): number {
  const half = bins.reduce((sum, each) => sum + each, 0) / 2
  let sum = 0
  const at = bins.findIndex(each => (sum += each) >= half)
  return (at - 512) / 128
}

/** Grey values within two of each other count as one. */
function mostFrequent(greys: Uint32Array): number {
  let most = 0
  for (let at = 0; at < 256; at += 1) {
    let sum = 0
    for (let near = Math.max(0, at - 2); near <= Math.min(255, at + 2); near += 1) sum += greys[near] ?? 0
    most = Math.max(most, sum)
  }
  return most
}
