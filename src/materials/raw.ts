// A picture's pixels as they lie in memory, and the picture made of them again.
import type { Sharp } from 'sharp'

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
