// What goes wrong with scans: out of focus, in the dark, off a screen, on its side, with a corner missing.
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
  for (let y = 0; y < height; y += 1)
    for (let channel = 0; channel < 3; channel += 1) {
      let sum = 0
      for (let x = -length; x < width; x += 1) {
        const add = Math.min(width - 1, x + length)
        sum += rgb[(y * width + add) * 3 + channel] ?? 0
        if (x >= 0) {
          out[(y * width + x) * 3 + channel] = sum / (length + 1)
          sum -= rgb[(y * width + x) * 3 + channel] ?? 0
        } else if (x + length < 0) sum = 0
        else if (x < 0 && x > -length - 1 && x + 1 === 0) sum += 0
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

export const fade = (pixels: Pixels, contrast: number) => each(pixels, value => 150 + (value - 150) * contrast)

/** A lamp in the lamination: white in the middle, fading outwards. */
export const flash = (pixels: Pixels, x0: number, y0: number, radius: number) =>
  each(pixels, (value, x, y) => {
    const far = Math.hypot(x / pixels.width - x0, (y - y0 * pixels.height) / pixels.width) / radius
    return value + 330 * Math.exp(-far * far * 1.4)
  })

export const grey = async (pixels: Pixels) => pixelsOf(asSharp(pixels).greyscale())

export const turn = async (pixels: Pixels, degrees: number) => pixelsOf(asSharp(pixels).rotate(degrees))

/** Shown on a screen of coloured stripes and photographed from there, a little from the side. */
export function offScreen(source: Pixels, seed: number): Pixels {
  const random = chance(seed * 7 + 3)
  random()
  const { width, height } = source
  const pitch = 2.1 + random() * 1.6
  const [angle, lean] = [(random() - 0.5) * 0.12, (random() - 0.5) * 0.06]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const out = new Uint8Array(source.rgb.length)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const squeeze = 1 + lean * (y / height - 0.5)
      const [u, v] = [
        (x - width / 2) * squeeze * cos - (y - height / 2) * sin,
        (x - width / 2) * sin + (y - height / 2) * cos,
      ]
      const [sx, sy] = [Math.round(u + width / 2), Math.round(v + height / 2)]
      const inside = sx >= 0 && sy >= 0 && sx < width && sy < height
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        const value = inside ? (source.rgb[(sy * width + sx) * 3 + channel] ?? 0) : 12
        const stripe = 0.5 + 0.5 * Math.cos((2 * Math.PI * u) / pitch - (channel * 2 * Math.PI) / 3)
        const row = 0.5 + 0.5 * Math.cos((2 * Math.PI * v) / pitch)
        out[at] = clamp(value * (0.78 + 0.16 * stripe + 0.1 * row) + 6)
      }
    }
  return { width, height, rgb: out }
}
