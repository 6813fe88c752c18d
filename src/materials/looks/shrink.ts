// A grey picture a few times smaller, for looks that need shapes and not strokes.
import type { Grey } from '../raster.ts'

/** By a whole number, so that the longer side is `longest` pixels or a little more; each pixel the mean of a square. */
export function shrink({ width, height, grey }: Grey, longest: number): Grey {
  const by = Math.max(1, Math.floor(Math.max(width, height) / longest))
  const [narrow, low] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))]
  const small = new Uint8Array(narrow * low)
  for (let y = 0; y < low; y += 1)
    for (let x = 0; x < narrow; x += 1) {
      let sum = 0
      for (let row = y * by; row < y * by + by; row += 1)
        for (let at = row * width + x * by, end = at + by; at < end; at += 1) sum += grey[at] ?? 0
      small[y * narrow + x] = Math.round(sum / (by * by))
    }
  return { width: narrow, height: low, grey: small }
}
