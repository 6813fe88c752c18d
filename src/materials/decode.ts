// A picture's bytes made into pixels: upright, of bounded size, in colour and in grey.
import type { Sharp } from 'sharp'
import { readBmp } from './bmp.ts'
import { greyOf, type Raster, type Grey } from './raster.ts'
import { refusalOf, type Refusal } from './refusal.ts'

/** What a reader of pictures may come to: the pixels, or why there are none. */
export type Decoded =
  | {
      readonly is: 'picture'
      readonly raster: Raster
      readonly head: Head
      readonly strip?: Grey | undefined
      /** read to its end, but its reader came upon data that make no sense */
      readonly isDamaged?: boolean
    }
  | { readonly is: 'refused'; readonly why: Refusal; readonly head?: Head }

/** What a file says of itself before its pixels: size as stored (not yet upright), EXIF orientation, raw metadata blocks. */
export type Head = {
  readonly width: number
  readonly height: number
  readonly orientation: number
  /** 1 for a picture stored in shades of grey */
  readonly channels: number
  readonly exif?: Uint8Array
  readonly xmp?: Uint8Array
  /** what programs wrote beside the pixels: PNG text, by keyword */
  readonly comments?: readonly string[]
}

/** Pixels a picture may have before it is read at all; phones take 12 to 50 million. */
export const mostPixels = 64_000_000

/** The longer side of a raster, in pixels: an A4 page at about 140 dpi, on which print stays legible. */
const longestSide = 1600

/** Rows of the strip in which the grid of a screen is looked for. */
const stripRows = 192

/**
 * Reads JPEG, PNG, WebP, TIFF, GIF (first frame), AVIF and plain BMP. Turned as EXIF says, transparency on white,
 * never enlarged. Needs no more memory than a few rows of the file's picture and the raster. Never throws.
 * @param longest the raster's longer side at most, in pixels
 * @param stripAbove also a strip as fine as it was taken, of a picture whose longer side is more than this
 */
export async function decode(
  bytes: Uint8Array,
  longest: number = longestSide,
  stripAbove: number = Infinity,
): Promise<Decoded> {
  const { default: sharp } = await import('sharp')
  const options = { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true } as const
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) return decodeBmp(bytes, longest)
  let head: Head
  try {
    // The limit is looked at below, where the size is known to tell.
    const found = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    head = {
      width: found.width,
      height: found.height,
      orientation: found.orientation ?? 1,
      channels: found.channels,
      ...(found.exif ? { exif: found.exif } : {}),
      ...(found.xmp ? { xmp: found.xmp } : {}),
      ...(found.comments ? { comments: found.comments.map(({ keyword, text }) => `${keyword} ${text}`) } : {}),
    }
  } catch (error) {
    return { is: 'refused', why: refusalOf(error, bytes) }
  }
  if (head.width * head.height > mostPixels) return { is: 'refused', why: 'too-many-pixels', head }
  try {
    // At the same time: the strip ends long before the whole picture is read.
    const [{ made: raster, isDamaged }, strip] = await Promise.all([
      readStrictly(bytes, failOn =>
        rasterOf(sharp(bytes, { ...options, failOn, autoOrient: true }), uprightSize(head), longest),
      ),
      Math.max(head.width, head.height) > stripAbove ? decodeStrip(bytes, head, stripRows) : undefined,
    ])
    return { is: 'picture', raster, head, strip, isDamaged }
  } catch (error) {
    return { is: 'refused', why: refusalOf(error, bytes), head }
  }
}

/**
 * A JPEG is read once without patience, and only where that fails as other readers do, which show what they can of a
 * damaged one. Of other formats readers complain about much that is no damage.
 * @throws what the picture's reader throws
 */
export async function readStrictly<Made>(
  bytes: Uint8Array,
  read: (failOn: 'warning' | 'truncated') => Promise<Made>,
): Promise<{ readonly made: Made; readonly isDamaged: boolean }> {
  if (bytes[0] !== 0xff) return { made: await read('truncated'), isDamaged: false }
  try {
    return { made: await read('warning'), isDamaged: false }
  } catch {
    return { made: await read('truncated'), isDamaged: true }
  }
}

async function decodeBmp(bytes: Uint8Array, longest: number): Promise<Decoded> {
  const bmp = readBmp(bytes, mostPixels)
  if (bmp.is !== 'picture') return { is: 'refused', why: bmp.why }
  const { default: sharp } = await import('sharp')
  const { width, height, rgb } = bmp
  const head: Head = { width, height, orientation: 1, channels: 3 }
  return {
    is: 'picture',
    raster: await rasterOf(sharp(rgb, { raw: { width, height, channels: 3 } }), { width, height }, longest),
    head,
  }
}

type Size = { readonly width: number; readonly height: number }

const uprightSize = ({ width, height, orientation }: Head): Size =>
  orientation >= 5 ? { width: height, height: width } : { width, height }

/**
 * The pixels of an upright picture, transparency on white, never enlarged.
 * @param full the picture's own size
 * @throws what its reader throws
 */
export async function rasterOf(picture: Sharp, full: Size, longest: number): Promise<Raster> {
  const { data, info } = await picture
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const rgb = info.channels === 3 ? data : tripled(data, info.channels)
  const { width, height } = info
  return { width, height, rgb, grey: greyOf(rgb), fullWidth: full.width, fullHeight: full.height }
}

/** The same pixels, fewer of them. */
export async function smaller(raster: Raster, longest: number): Promise<Raster> {
  const { width, height, rgb, fullWidth, fullHeight } = raster
  if (Math.max(width, height) <= longest) return raster
  const { default: sharp } = await import('sharp')
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } })
  return rasterOf(picture, { width: fullWidth, height: fullHeight }, longest)
}

/** Grey pictures, with or without alpha, as three equal channels. */
function tripled(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3)
  for (let from = 0, to = 0; from < data.length; from += channels, to += 3) rgb.fill(data[from] ?? 0, to, to + 3)
  return rgb
}

/**
 * A strip of a JPEG a tenth down, in grey and as fine as it was taken, without reading what is below; undefined for
 * what is no JPEG or too small. Not turned upright.
 */
async function decodeStrip(bytes: Uint8Array, head: Head, rows: number): Promise<Grey | undefined> {
  const top = Math.floor(head.height / 10)
  if (bytes[0] !== 0xff || top + rows > head.height) return undefined
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'none', sequentialRead: true })
      .extract({ left: 0, top, width: head.width, height: rows })
      .greyscale()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, grey: data }
  } catch {
    return undefined
  }
}
