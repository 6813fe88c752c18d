// A picture's pixels as they lie in memory, and the picture made of them again.
import type { Sharp } from 'sharp'
import type { Grey } from './raster.ts'

export type Raw = {
  readonly data: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 1 | 2 | 3 | 4
}

/** In sRGB, a byte a channel. @throws what the picture's reader throws */
export async function rawOf(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

export async function fromRaw({ data, width, height, channels }: Raw): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  return sharp(data, { raw: { width, height, channels } })
}

/**
 * In grey, on white, by a whole number smaller so that the longer side is `longest` pixels or up to twice that; each
 * pixel is the mean of a square. The eye takes most of a grey from the green.
 */
export function greySmaller({ data, width, height, channels }: Raw, longest: number): Grey {
  const by = Math.max(1, Math.floor(Math.max(width, height) / longest))
  const [narrow, low] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))]
  const grey = new Uint8Array(narrow * low)
  const green = channels < 3 ? 0 : 1
  const hasAlpha = channels === 2 || channels === 4
  for (let y = 0; y < low; y += 1)
    for (let x = 0; x < narrow; x += 1) {
      let sum = 0
      for (let row = y * by; row < y * by + by; row += 1)
        for (let at = (row * width + x * by) * channels, end = at + by * channels; at < end; at += channels) {
          const light = data[at + green] ?? 0
          sum += hasAlpha ? 255 - ((255 - light) * (data[at + channels - 1] ?? 0)) / 255 : light
        }
      grey[y * narrow + x] = sum / (by * by)
    }
  return { width: narrow, height: low, grey }
}
