// What goes wrong with scans: out of focus, in the dark, off a screen, on its side, with a corner missing.
import sharp from 'sharp'
import { asSharp, clamp, pixelsOf, type Pixels } from './scene.ts'
import { chance } from './seeded.ts'

const each = ({ width, height, rgb }: Pixels, change: (value: number, x: number, y: number) => number): Pixels => {
  const out = new Uint8Array(rgb.length)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1, at += 1) out[at] = clamp(change(rgb[at] ?? 0, x, y))
  return { width, height, rgb: out }
}

export const blur = async (pixels: Pixels, sigma: number) => pixelsOf(asSharp(pixels).blur(sigma))

/** The hand moved while the picture was taken: smeared sideways over this many pixels. */
export function shake({ width, height, rgb }: Pixels, length: number): Pixels {
  const out = new Uint8Array(rgb.length)
  const at = (x: number, y: number, channel: number) => (y * width + Math.min(width - 1, Math.max(0, x))) * 3 + channel
  for (let y = 0; y < height; y += 1)
    for (let channel = 0; channel < 3; channel += 1) {
      let sum = 0
      for (let x = 0; x < length; x += 1) sum += rgb[at(x, y, channel)] ?? 0
      for (let x = 0; x < width; x += 1) {
        out[at(x, y, channel)] = sum / length
        sum += (rgb[at(x + length, y, channel)] ?? 0) - (rgb[at(x, y, channel)] ?? 0)
      }
    }
  return { width, height, rgb: out }
}

/** Less light, and the noise that a camera adds to make up for it. */
export const darken = (pixels: Pixels, share: number, seed: number) => {
  const random = chance(seed)
  return each(pixels, value => value * share + (random() - 0.5) * 8)
}

/** Washed out: everything moves towards white. */
export const bleach = (pixels: Pixels, share: number) => each(pixels, value => 255 - (255 - value) * share + 30)

/** A lamp in the lamination: white in the middle, fading outwards. */
export const flash = (pixels: Pixels, x0: number, y0: number, radius: number) =>
  each(pixels, (value, x, y) => {
    const far = Math.hypot(x / pixels.width - x0, (y - y0 * pixels.height) / pixels.width) / radius
    return value + 330 * Math.exp(-far * far * 1.4)
  })

export const grey = async (pixels: Pixels) => pixelsOf(asSharp(pixels).greyscale())

export const turn = async (pixels: Pixels, degrees: number) => pixelsOf(asSharp(pixels).rotate(degrees))

/** The yellow of a lamp at home. */
export function warm({ width, height, rgb }: Pixels): Pixels {
  const light = [1, 0.92, 0.76]
  return { width, height, rgb: rgb.map((value, at) => value * (light[at % 3] ?? 1)) }
}

/** Nothing but black on white: what a scanner makes of a printed page without a seal. */
export function blackPrint({ width, height, rgb }: Pixels): Pixels {
  const out = new Uint8Array(rgb.length)
  for (let at = 0; at < rgb.length; at += 3) {
    const isColour = Math.abs((rgb[at] ?? 0) - (rgb[at + 2] ?? 0)) > 40
    out.fill(isColour || (rgb[at + 1] ?? 0) > 150 ? 255 : 20, at, at + 3)
  }
  return { width, height, rgb: out }
}

/** Saved again with much compression. */
export const copy = async (pixels: Pixels) => pixelsOf(sharp(await asSharp(pixels).jpeg({ quality: 45 }).toBuffer()))

/**
 * Shown on a screen of coloured stripes and photographed from there, a little from the side.
 * @param grow the photo has this many pixels for one of the picture, in each direction
 */
export function offScreen(source: Pixels, seed: number, grow: number): Pixels {
  const random = chance(seed * 7 + 3)
  random()
  const [width, height] = [source.width * grow, source.height * grow]
  // Photo pixels for one pixel of the screen.
  const pitch = 2.1 + random() * (grow > 1 ? 3 : 1.6)
  const [angle, lean] = [(random() - 0.5) * 0.12, (random() - 0.5) * 0.06]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const stripes = Float32Array.from({ length: 1024 }, (_, at) => 0.5 + 0.5 * Math.cos((2 * Math.PI * at) / 1024))
  const wave = (turns: number) => stripes[Math.floor((turns - Math.floor(turns)) * 1024)] ?? 0
  const out = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y += 1) {
    const squeeze = 1 + lean * (y / height - 0.5)
    for (let x = 0; x < width; x += 1) {
      const u = (x - width / 2) * squeeze * cos - (y - height / 2) * sin
      const v = (x - width / 2) * sin + (y - height / 2) * cos
      const sx = Math.round((u + width / 2) / grow)
      const sy = Math.round((v + height / 2) / grow)
      const isInside = sx >= 0 && sy >= 0 && sx < source.width && sy < source.height
      const row = wave(v / pitch)
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        const value = isInside ? (source.rgb[(sy * source.width + sx) * 3 + channel] ?? 0) : 12
        out[at] = clamp(value * (0.78 + 0.16 * wave(u / pitch - channel / 3) + 0.1 * row) + 6)
      }
    }
  }
  return { width, height, rgb: out }
}
