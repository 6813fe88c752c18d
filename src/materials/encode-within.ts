// Pixels encoded so that the file stays within a limit of bytes: first a lower quality, then a smaller picture.
import type { Sharp } from 'sharp'

export type Format = 'jpeg' | 'png' | 'webp'

export type Raw = {
  readonly data: Buffer
  readonly width: number
  readonly height: number
  readonly channels: 1 | 2 | 3 | 4
}

export type Encoded = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** no picture within the limit of bytes is large enough: this is the smallest that may be */
  readonly isTooLarge: boolean
}

/** First the quality goes down to `good`, then the size, and only at the least size the quality again, to `poor`. */
const quality = { best: 90, whenSmaller: 82, good: 70, poor: 40 } as const

/**
 * @param most bytes
 * @param least how much smaller the picture may become, 1 for not at all
 */
export const encodeWithin = (raw: Raw, format: Format, most: number, least: number): Promise<Encoded> =>
  new Search(raw, most, least).as(format)

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

  async as(format: Format): Promise<Encoded> {
    const found = (await this.#byQuality(format)) ?? (await this.#bySize(format))
    return { ...found, isTooLarge: found.bytes.length > this.#most }
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
