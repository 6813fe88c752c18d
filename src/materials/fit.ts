// A picture made to what a slot takes: upright, nothing in it but the picture, a format and a size the provider accepts.
import type { Sharp } from 'sharp'
import type { OpenPicture } from './open-picture.ts'
import { watermarkSvg } from './watermark.ts'

/** What a slot takes; what is left out, nobody limits. Widths and heights are those of a portrait, in pixels. */
export type SlotLimits = {
  readonly formats?: readonly string[] | undefined
  readonly 'max-bytes'?: number | undefined
  readonly 'min-width'?: number | undefined
  readonly 'min-height'?: number | undefined
}

export type Fitted = {
  readonly bytes: Uint8Array
  readonly kind: Format
  readonly width: number
  readonly height: number
  /** taken as it was, byte for byte */
  readonly isUntouched: boolean
  /** no picture within the limit of bytes is large enough: this is the smallest that may be */
  readonly isTooLarge: boolean
}

export type Format = 'jpeg' | 'png' | 'webp'

/** What can be written, best liked first. */
const writable: readonly Format[] = ['jpeg', 'png', 'webp']

/** More shows nothing more of a paper. */
const enoughPixels = 16_000_000

/** First the quality goes down to `good`, then the size, and only at the least size the quality again, to `poor`. */
const quality = { best: 90, whenSmaller: 82, good: 70, poor: 40 } as const

/** Of a shorter side nobody limits: print stays legible. */
const leastShortSide = 720

/** Screenshots and drawings: sharp edges, few colours. */
const drawn = new Set(['png', 'gif', 'bmp'])

type Raw = { readonly data: Buffer; readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 }

/**
 * Never enlarges. Throws what sharp throws for a file that is broken further on than its head.
 * @param drawing an icon or the like: any size will do
 */
export async function fit(
  picture: OpenPicture,
  limits: SlotLimits,
  { watermark = false, drawing = false }: { readonly watermark?: boolean; readonly drawing?: boolean } = {},
): Promise<Fitted> {
  const kind = formatOf(picture.kind, limits)
  if (!watermark && kind !== undefined && isFitAlready(picture, kind, limits)) {
    // Its pixels are read all the same: a broken file is not handed on.
    await picture.open().resize(16, 16, { fit: 'fill' }).raw().toBuffer()
    const { bytes, width, height } = picture
    return { bytes, kind, width, height, isUntouched: true, isTooLarge: false }
  }
  const format = wantedFormat(picture, limits)
  const raw = await pixelsOf(picture, format, watermark)
  const least = leastScale(raw, limits, drawing)
  const found = await new Search(raw, limits['max-bytes'] ?? Infinity, least).as(format)
  if (format === 'png' && found.isTooLarge && takes(limits, 'jpeg')) {
    const opaque = picture.hasAlpha ? await pixelsOf(picture, 'jpeg', watermark) : raw
    return new Search(opaque, limits['max-bytes'] ?? Infinity, least).as('jpeg')
  }
  return found
}

const takes = ({ formats }: SlotLimits, format: string) => formats === undefined || formats.includes(format)

const formatOf = (kind: string, limits: SlotLimits) => writable.find(format => format === kind && takes(limits, format))

function isFitAlready(picture: OpenPicture, kind: Format, limits: SlotLimits): boolean {
  const isSmall = picture.bytes.length <= (limits['max-bytes'] ?? Infinity)
  return picture.isBare && !picture.isTurned && isSmall && takes(limits, kind)
}

/** A drawing stays a PNG where one will do; it is tried only where it can come out small enough. */
function wantedFormat({ kind, width, height, bytes }: OpenPicture, limits: SlotLimits): Format {
  const most = Math.min(limits['max-bytes'] ?? Infinity, 4_000_000)
  const isHopeful = kind === 'png' ? bytes.length < most * 1.5 : width * height < 3_000_000
  if (drawn.has(kind) && takes(limits, 'png') && isHopeful) return 'png'
  return writable.find(format => takes(limits, format)) ?? 'jpeg'
}

/** Read once, whatever is tried with them afterwards. Only PNG and WebP keep transparency; elsewhere it turns white. */
async function pixelsOf(picture: OpenPicture, format: Format, watermark: boolean): Promise<Raw> {
  const shrink = Math.min(1, Math.sqrt(enoughPixels / (picture.width * picture.height)))
  const width = Math.max(1, Math.round(picture.width * shrink))
  const height = Math.max(1, Math.round(picture.height * shrink))
  let pipeline = picture.open()
  if (shrink < 1) pipeline = pipeline.resize({ width, height, fit: 'fill' })
  if (format === 'jpeg') pipeline = pipeline.flatten({ background: '#ffffff' })
  if (watermark) pipeline = pipeline.composite([{ input: Buffer.from(watermarkSvg(width, height)) }])
  if (format === 'jpeg' && watermark) pipeline = pipeline.removeAlpha()
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** How much smaller the picture may become. The limits are those of a portrait; one lying on its side has them turned. */
function leastScale({ width, height }: Raw, limits: SlotLimits, drawing: boolean): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const wanted = [limits['min-width'], limits['min-height']].filter(side => side !== undefined)
  if (drawing) return Math.min(1, 64 / short)
  if (wanted.length === 0) return Math.min(1, leastShortSide / short)
  return Math.min(1, Math.max(Math.min(...wanted) / short, Math.max(...wanted) / long))
}

type Attempt = { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** Tries encodings until one is within the limit, from the best towards the least. */
class Search {
  readonly #raw: Raw
  readonly #most: number
  readonly #least: number

  constructor(raw: Raw, most: number, least: number) {
    this.#raw = raw
    this.#most = most
    this.#least = least
  }

  async as(format: Format): Promise<Fitted> {
    const found = (await this.#byQuality(format)) ?? (await this.#bySize(format))
    return { ...found, kind: format, isUntouched: false, isTooLarge: found.bytes.length > this.#most }
  }

  /** In full size; undefined where a good quality is too large. */
  async #byQuality(format: Format): Promise<Attempt | undefined> {
    const best = await this.#encode(format, 1, quality.best)
    if (this.#isWithin(best)) return best
    if (format === 'png') return undefined
    return this.#between(format, 1, quality.good, quality.best, best)
  }

  async #bySize(format: Format): Promise<Attempt> {
    let scale = 1
    let tried = await this.#encode(format, scale, quality.whenSmaller)
    while (scale > this.#least) {
      scale = Math.max(this.#least, scale * Math.min(0.95, Math.sqrt(this.#most / tried.bytes.length) * 0.98))
      tried = await this.#encode(format, scale, quality.whenSmaller)
      if (this.#isWithin(tried)) return tried
    }
    if (format === 'png') return tried
    const within = await this.#between(format, scale, quality.poor, quality.whenSmaller, tried)
    return within ?? (await this.#encode(format, scale, quality.poor))
  }

  /** The best quality within the limit from `low` up to below `high`, which is too large; a few tries come near enough. */
  async #between(format: Format, scale: number, low: number, high: number, tooLarge: Attempt) {
    let [within, above] = [low - 1, high]
    let best: Attempt | undefined
    let last = { level: high, size: tooLarge.bytes.length }
    for (let tries = 0; tries < 4 && above - within > 1; tries += 1) {
      const level = Math.min(above - 1, Math.max(within + 1, guess(last.level, (this.#most * 0.97) / last.size)))
      const tried = await this.#encode(format, scale, level)
      last = { level, size: tried.bytes.length }
      if (!this.#isWithin(tried)) above = level
      else {
        ;[best, within] = [tried, level]
        if (last.size > this.#most * 0.9) return best
      }
    }
    if (best || above <= low) return best
    const poorest = await this.#encode(format, scale, low)
    return this.#isWithin(poorest) ? poorest : undefined
  }

  async #encode(format: Format, scale: number, level: number): Promise<Attempt> {
    const { default: sharp } = await import('sharp')
    const { data, channels } = this.#raw
    const width = Math.max(1, Math.ceil(this.#raw.width * scale))
    const height = Math.max(1, Math.ceil(this.#raw.height * scale))
    const full = sharp(data, { raw: { width: this.#raw.width, height: this.#raw.height, channels } })
    const sized = scale < 1 ? full.resize({ width, height, fit: 'fill' }) : full
    return { bytes: await written(sized, format, level).toBuffer(), width, height }
  }

  #isWithin({ bytes }: Attempt): boolean {
    return bytes.length <= this.#most
  }
}

function written(picture: Sharp, format: Format, level: number): Sharp {
  if (format === 'png') return picture.png({ compressionLevel: 9 })
  return format === 'webp' ? picture.webp({ quality: level }) : picture.jpeg({ quality: level })
}

/** Bytes go down with about the power 0.6 of the coarseness of the tables, which is 200 - 2q above a quality of 50. */
function guess(from: number, ratio: number): number {
  const coarseness = (200 - 2 * from) * Math.max(ratio, 0.01) ** (-1 / 0.6)
  return Math.floor(100 - coarseness / 2)
}
