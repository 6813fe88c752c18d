// What a picture looks like, small enough to keep: the same after saving it again, smaller or brighter.
import type { Grey } from '../raster.ts'

const side = 64

/** Of grey values: below it there is paper and nothing on it. */
const leastDeviation = 2

/** 64 × 64 grey values, spread so that brightness and contrast do not count. */
export type Fingerprint = Int8Array

/** Undefined for pictures with nothing in them, which are all alike. */
export function fingerprintOf({ width, height, grey }: Grey): Fingerprint | undefined {
  if (Math.min(width, height) < side / 2) return undefined
  const means = new Float64Array(side * side)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [left, top] = [Math.floor((x * width) / side), Math.floor((y * height) / side)]
      const [right, bottom] = [
        Math.max(left + 1, Math.floor(((x + 1) * width) / side)),
        Math.max(top + 1, Math.floor(((y + 1) * height) / side)),
      ]
      let sum = 0
      for (let row = top; row < bottom; row += 1)
        for (let at = row * width + left, end = row * width + right; at < end; at += 1) sum += grey[at] ?? 0
      means[y * side + x] = sum / ((right - left) * (bottom - top))
    }
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length
  const deviation = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length)
  if (deviation < leastDeviation) return undefined
  return Int8Array.from(means, value => Math.max(-127, Math.min(127, Math.round(((value - mean) / deviation) * 30))))
}

/**
 * The greatest difference of two pictures in any part of them, in deviations of the picture: a name on the same form
 * differs only there.
 */
export function differenceOf(one: Fingerprint, other: Fingerprint): number {
  const part = 4
  let greatest = 0
  for (let top = 0; top < side; top += part)
    for (let left = 0; left < side; left += part) {
      let sum = 0
      for (let y = top; y < top + part; y += 1)
        for (let x = left; x < left + part; x += 1)
          sum += Math.abs((one[y * side + x] ?? 0) - (other[y * side + x] ?? 0))
      greatest = Math.max(greatest, sum / (part * part))
    }
  return greatest / 30
}
