// Lamps and windows mirrored in a paper: white spots that fade outwards, unlike white paper and white fields.
import type { Grey } from '../raster.ts'

/** White to the camera: nothing can be read here. */
const white = 249

/** A window in a card is this large at least, in shares of the picture. */
const leastShare = 0.003

/** Share of the picture that is glare. */
export function glareOf(small: Grey): number {
  const { width, height, grey } = small
  const seen = new Uint8Array(grey.length)
  let glare = 0
  for (let start = 0; start < grey.length; start += 1) {
    if (seen[start] || (grey[start] ?? 0) < white) continue
    const spot = spotFrom(small, start, seen)
    if (spot.length >= leastShare * width * height && isSoft(small, spot)) glare += spot.length
  }
  return glare / (width * height)
}

function spotFrom({ width, grey }: Grey, start: number, seen: Uint8Array): number[] {
  const spot = [start]
  seen[start] = 1
  for (let next = 0; next < spot.length; next += 1) {
    const at = spot[next] ?? 0
    const column = at % width
    for (const near of [column > 0 ? at - 1 : -1, column < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (near < 0 || near >= grey.length || seen[near] || (grey[near] ?? 0) < white) continue
      seen[near] = 1
      spot.push(near)
    }
  }
  return spot
}

/** Going out from its rim, light falls off over many pixels; at the edge of a white field it is gone at once. */
function isSoft({ width, height, grey }: Grey, spot: readonly number[]): boolean {
  const inside = new Set(spot)
  let [rim, soft] = [0, 0]
  for (const at of spot) {
    for (const [dx, dy] of ways) {
      const [x, y] = [at % width, Math.floor(at / width)]
      const value = (steps: number) => {
        const [column, row] = [x + dx * steps, y + dy * steps]
        return column < 0 || row < 0 || column >= width || row >= height ? undefined : grey[row * width + column]
      }
      if (inside.has(at + dx + dy * width)) continue
      const [near, middle, far] = [value(1), value(4), value(12)]
      // Ink that is still to be seen in the light is no part of its rim.
      if (near === undefined || middle === undefined || far === undefined || white - near > 30) continue
      rim += 1
      if (white - far >= 6 && white - near <= 0.4 * (white - far) && middle > far) soft += 1
    }
  }
  return rim > 0 && soft / rim > 0.4
}

const ways = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const
