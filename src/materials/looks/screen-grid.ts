// The grid of a screen somebody photographed: one fine, regular wave all over the picture, which paper does not have.
import type { Grey } from '../raster.ts'
import { quantile } from './blocks.ts'
import { powerOf, windowSide } from './fft.ts'

/** Waves longer than this, in pixels, are lines of writing and patterns of the paper. */
const longestWave = 10

/** How often the power usual at its wavelength, and that of its neighbours, a wave must have to stand out. */
const standsOut = 12

/** Each square names its strongest waves, so many. */
const named = 16

const half = windowSide / 2

/**
 * Share of the picture's squares in which one and the same fine wave stands out. Undefined where the picture is too
 * small to tell.
 * @param scale how many pixels of the stored picture one pixel stands for
 */
export function screenGridOf({ width, height, grey }: Grey, scale: number): number | undefined {
  const rows = Math.min(4, Math.floor(height / windowSide))
  const columns = Math.min(Math.floor(16 / Math.max(1, rows)), Math.floor(width / windowSide))
  if (rows * columns < 12) return undefined
  const votes = new Uint8Array(windowSide ** 2)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const x = Math.floor(((width - windowSide) * (column + 0.5)) / columns)
      const y = Math.floor(((height - windowSide) * (row + 0.5)) / rows)
      const near = new Set(wavesOf(powerOf(grey, width, y * width + x), scale).flatMap(around))
      for (const wave of near) votes[wave] = (votes[wave] ?? 0) + 1
    }
  return Math.max(...votes) / (rows * columns)
}

type Wave = { readonly at: number; readonly u: number; readonly v: number; readonly length: number }

const placeOf = (u: number, v: number) => ((v + windowSide) % windowSide) * windowSide + ((u + windowSide) % windowSide)

/** Waves by their counts across and down; the other half mirrors these. */
const waves: readonly Wave[] = Array.from({ length: (half + 1) * windowSide }, (_, index) => {
  const [u, v] = [(index % windowSide) - half, Math.floor(index / windowSide)]
  return { at: placeOf(u, v), u, v, length: Math.round(Math.hypot(u, v)) }
}).filter(({ u, v }) => v > 0 || u > 0)

/** Places of the fine waves that stand out. */
function wavesOf(power: Float64Array, scale: number): number[] {
  const usual = usualByLength(power)
  const strong: { readonly at: number; readonly ratio: number }[] = []
  for (const { at, u, v, length } of waves) {
    const ratio = (power[at] ?? 0) / (usual[length] || 1)
    if (ratio > standsOut && length >= windowSide / longestWave && isPeak(power, u, v) && !isOfJpeg(u, v, scale))
      strong.push({ at, ratio })
  }
  return strong
    .sort((one, other) => other.ratio - one.ratio)
    .slice(0, named)
    .filter(({ at }) => (power[at] ?? 0) > standsOut * ringOf(power, at))
    .map(({ at }) => at)
}

/** The wave and those next to it: seen from the side, a grid is a little finer here than there. */
const around = (at: number) =>
  [-1, 0, 1].flatMap(dv => [-1, 0, 1].map(du => placeOf((at % windowSide) + du, Math.floor(at / windowSide) + dv)))

/** Median power of all waves of a length, by whole waves per square. */
function usualByLength(power: Float64Array): Float64Array {
  const byLength: number[][] = Array.from({ length: windowSide }, () => [])
  for (const { at, length } of waves) byLength[length]?.push(power[at] ?? 0)
  return Float64Array.from(byLength, each => quantile(each, 0.5))
}

/** What the neighbours have at most, nearly: a line in the paper is a whole row of strong waves. */
function ringOf(power: Float64Array, at: number): number {
  const [u, v] = [at % windowSide, Math.floor(at / windowSide)]
  const ring: number[] = []
  for (let dv = -5; dv <= 5; dv += 1)
    for (let du = -5; du <= 5; du += 1)
      if (Math.max(Math.abs(du), Math.abs(dv)) > 2) ring.push(power[placeOf(u + du, v + dv)] ?? 0)
  return quantile(ring, 0.93)
}

/** Stronger than the waves next to it, which a peak draws up with it. */
function isPeak(power: Float64Array, u: number, v: number): boolean {
  const own = power[placeOf(u, v)] ?? 0
  return [-1, 0, 1].every(dv => [-1, 0, 1].every(du => own >= (power[placeOf(u + du, v + dv)] ?? 0)))
}

/** JPEG stores squares of eight pixels, whose edges are a grid too, straight across and straight down. */
function isOfJpeg(u: number, v: number, scale: number): boolean {
  if (u !== 0 && v !== 0) return false
  const step = (windowSide * scale) / 8
  const away = Math.max(Math.abs(u), Math.abs(v)) % step
  return Math.min(away, step - away) < 1
}
