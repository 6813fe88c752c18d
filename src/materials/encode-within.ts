// Pixels encoded so that the file stays within a limit of bytes: first a lower quality, then a smaller picture.
import type { Sharp } from 'sharp'
import { fromRaw, rawOf, type Raw } from './raw.ts'

export type Format = 'jpeg' | 'png' | 'webp'

export type Encoded = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** no picture within the limit of bytes is large enough: this is the smallest that may be */
  readonly isTooLarge: boolean
}

/** First the quality goes down to `good`, then the size, and only at the least size the quality again, to `poor`. */
const quality = { best: 90, whenSmaller: 82, good: 70, poor: 40 } as const

/** Of the limit, what a prediction may come to: it is off by some hundredths. */
const nearly = 0.95

/**
 * A part of the picture tells how large the whole will be, so that the whole is encoded once, seldom twice.
 * @param most bytes
 * @param least how much smaller the picture may become, 1 for not at all
 */
export async function encodeWithin(raw: Raw, format: Format, most: number, least: number): Promise<Encoded> {
  const found = (await inFullSize(raw, format, most)) ?? (await inSmallerSize(raw, format, most, least))
  return { ...found, isTooLarge: found.bytes.length > most }
}

type Attempt = { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** Undefined where a good quality is too large. */
async function inFullSize(raw: Raw, format: Format, most: number): Promise<Attempt | undefined> {
  if (format !== 'png') return atBestLevel(raw, format, most, { low: quality.good, high: quality.best })
  const whole = await encode(raw, format, quality.best)
  return whole.bytes.length <= most ? whole : undefined
}

async function inSmallerSize(raw: Raw, format: Format, most: number, least: number): Promise<Attempt> {
  const level = quality.whenSmaller
  let size = await predict(raw, format, level)
  let scale = 1
  for (;;) {
    scale = Math.max(least, scale * Math.min(0.95, Math.sqrt((most * nearly) / size)))
    const small = await resized(raw, scale)
    // Smaller pictures hold more in a pixel than the large one promised: worth a look before all is encoded.
    size = await predict(small, format, level)
    const isPromising = size <= most || scale <= least
    const tried = isPromising ? await encode(small, format, level) : undefined
    if (tried && tried.bytes.length <= most) return tried
    if (tried) size = tried.bytes.length
    if (scale > least) continue
    const poorer = format === 'png' ? tried : await atBestLevel(small, format, most, { low: quality.poor, high: level })
    return poorer ?? (await encode(small, format, quality.poor))
  }
}

type Levels = { readonly low: number; readonly high: number }

/** The best quality within the limit, as nearly as a few tries on a part come; undefined where the lowest is too large. */
async function atBestLevel(
  raw: Raw,
  format: Format,
  most: number,
  { low, high }: Levels,
): Promise<Attempt | undefined> {
  const found = await predictedLevel(raw, format, most * nearly, { low, high })
  // So far off that no encoding of the whole would mend it.
  if (found.size > most / nearly) return undefined
  let { level } = found
  for (let isThrifty = false; ; isThrifty = true) {
    const tried = await encode(raw, format, level, isThrifty)
    if (tried.bytes.length <= most) return tried
    if (isThrifty && level <= low) return undefined
    // The thrifty coding alone may be enough the first time.
    if (isThrifty || tried.bytes.length > most * 1.04)
      level = Math.max(low, Math.min(level - 1, guess(level, (most * nearly) / tried.bytes.length)))
  }
}

type Predicted = { readonly level: number; readonly size: number }

/** The lowest level where none promises to be small enough. */
async function predictedLevel(raw: Raw, format: Format, most: number, { low, high }: Levels): Promise<Predicted> {
  const at = async (level: number): Promise<Predicted> => ({ level, size: await predict(raw, format, level) })
  let last = await at(high)
  if (last.size <= most) return last
  let above = last
  let best: Predicted | undefined
  for (let tries = 0; tries < 5 && above.level - (best?.level ?? low - 1) > 1; tries += 1) {
    if (best && best.size > most * 0.9) break
    const wanted = best ? between(best, above, most) : guess(last.level, (most * 0.97) / last.size)
    last = await at(Math.min(above.level - 1, Math.max((best?.level ?? low - 1) + 1, wanted)))
    if (last.size <= most) best = last
    else above = last
  }
  return best ?? (last.level === low ? last : at(low))
}

/** Between two qualities, bytes grow by about the same share a step. */
function between(below: Predicted, above: Predicted, most: number): number {
  const share = Math.log((most * 0.97) / below.size) / Math.log(above.size / below.size)
  return Math.floor(below.level + share * (above.level - below.level))
}

/** Rows of pixels that are encoded together, whatever the subsampling. */
const bandRows = 16

/** Every so-many-eth band of a large picture stands for the others. */
const everyBand = 8

/** Bytes of the whole at this quality, from some bands of it; small pictures are encoded as they are. */
async function predict(raw: Raw, format: Format, level: number): Promise<number> {
  const { data, width, height, channels } = raw
  const bands = Math.floor(height / bandRows)
  if (bands < everyBand * 8) return (await encode(raw, format, level)).bytes.length
  const length = bandRows * width * channels
  const starts = Array.from({ length: Math.floor(bands / everyBand) }, (_, index) => (index * everyBand + 3) * length)
  const part = Buffer.concat(starts.map(start => data.subarray(start, start + length)))
  const rows = starts.length * bandRows
  const { bytes } = await encode({ data: part, width, height: rows, channels }, format, level)
  return (bytes.length * height) / rows
}

/** @param isThrifty JPEG with tables of its own: a tenth smaller, four times the work */
async function encode(raw: Raw, format: Format, level: number, isThrifty: boolean = false): Promise<Attempt> {
  const bytes = await written(await fromRaw(raw), format, level, isThrifty).toBuffer()
  return { bytes, width: raw.width, height: raw.height }
}

async function resized(raw: Raw, scale: number): Promise<Raw> {
  const width = Math.max(1, Math.ceil(raw.width * scale))
  const height = Math.max(1, Math.ceil(raw.height * scale))
  return rawOf((await fromRaw(raw)).resize({ width, height, fit: 'fill' }))
}

function written(picture: Sharp, format: Format, level: number, isThrifty: boolean): Sharp {
  if (format === 'png') return picture.png({ compressionLevel: 9 })
  if (format === 'webp') return picture.webp({ quality: level })
  return picture.jpeg({ quality: level, optimiseCoding: isThrifty })
}

/** Bytes go down with about the power 0.6 of the coarseness of the tables, which is 200 - 2q above a quality of 50. */
function guess(from: number, ratio: number): number {
  const coarseness = (200 - 2 * from) * Math.max(ratio, 0.01) ** (-1 / 0.6)
  return Math.floor(100 - coarseness / 2)
}
