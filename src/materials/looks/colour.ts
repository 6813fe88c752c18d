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
const leastTint = 0.16

export function colourOf({ rgb, grey }: Raster): Colour {
  const [reds, blues, greys] = [new Uint32Array(1024), new Uint32Array(1024), new Uint32Array(256)]
  const tints: number[] = []
  const step = Math.max(1, Math.floor(grey.length / 50_000))
  let looked = 0
  for (let pixel = 0; pixel < grey.length; pixel += step) {
    const light = grey[pixel] ?? 0
    greys[light] = (greys[light] ?? 0) + 1
    looked += 1
    if (light < leastLight) continue
    const [red, green, blue] = [rgb[pixel * 3] ?? 0, rgb[pixel * 3 + 1] ?? 0, rgb[pixel * 3 + 2] ?? 0]
    const [warm, cold] = [(red - green) / light, (blue - green) / light]
    tints.push(warm, cold)
    count(reds, warm)
    count(blues, cold)
  }
  const [usualWarm, usualCold] = [median(reds), median(blues)]
  let coloured = 0
  for (let at = 0; at < tints.length; at += 2) {
    const away = Math.abs((tints[at] ?? 0) - usualWarm) + Math.abs((tints[at + 1] ?? 0) - usualCold)
    if (away > leastTint) coloured += 1
  }
  return { coloured: coloured / Math.max(1, looked), plain: mostFrequent(greys) / Math.max(1, looked) }
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
