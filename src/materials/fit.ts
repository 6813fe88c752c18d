// A picture made to what a slot takes: upright, nothing in it but the picture, a format and a size the provider accepts.
import { encodeWithin, type Encoded, type Format } from './encode-within.ts'
import type { OpenPicture } from './open-picture.ts'
import { fromRaw, rawOf, type Raw } from './raw.ts'
import { watermarkSvg } from './watermark.ts'

/**
 * What a slot takes; what is left out, nobody limits. Widths and heights are those of a portrait, in pixels.
 * `hardBytes`: the paper's own limit, before the provider's; `anySize`: an icon or the like
 */
export type SlotLimits = {
  readonly formats?: readonly string[] | undefined
  readonly 'max-bytes'?: number | undefined
  readonly 'min-width'?: number | undefined
  readonly 'min-height'?: number | undefined
  readonly hardBytes?: number
  readonly anySize?: boolean
}

export type Fitted = Encoded & {
  readonly kind: Format
  /** taken as it was, byte for byte */
  readonly isUntouched: boolean
  /** made from a file that is damaged: nobody sees that any more */
  readonly hidesDamage: boolean
}

/** What can be written, best liked first. */
const writable: readonly Format[] = ['jpeg', 'png', 'webp']

/** Of a shorter side nobody limits: print stays legible. */
const leastShortSide = 720

/** Screenshots and drawings: sharp edges, few colours. */
const drawn = new Set(['png', 'gif', 'bmp'])

/** Never enlarges. Throws what sharp throws for a file that is broken further on than its head. */
export async function fit(picture: OpenPicture, limits: SlotLimits, watermark = false): Promise<Fitted> {
  const most = bytesOf(limits)
  const kind = writable.find(format => format === picture.kind && takes(limits, format))
  if (!watermark && kind !== undefined && picture.isBare && !picture.isTurned && picture.bytes.length <= most) {
    // Its pixels are read all the same: a broken file is not handed on.
    await picture.open().resize(16, 16, { fit: 'fill' }).raw().toBuffer()
    const { bytes, width, height } = picture
    return { bytes, kind, width, height, isUntouched: true, hidesDamage: false, isTooLarge: false }
  }
  const format = wantedFormat(picture, limits)
  const { isDamaged: hidesDamage } = await picture.pixels()
  const raw = await pixelsOf(picture, format, watermark)
  const least = leastScale(raw, limits)
  const found = await encodeWithin(raw, format, most, least)
  if (format !== 'png' || !found.isTooLarge || !takes(limits, 'jpeg'))
    return { ...found, kind: format, isUntouched: false, hidesDamage }
  const opaque = picture.hasAlpha ? await pixelsOf(picture, 'jpeg', watermark) : raw
  return { ...(await encodeWithin(opaque, 'jpeg', most, least)), kind: 'jpeg', isUntouched: false, hidesDamage }
}

const bytesOf = (limits: SlotLimits) => limits.hardBytes ?? limits['max-bytes'] ?? Infinity

const takes = ({ formats }: SlotLimits, format: string) => formats === undefined || formats.includes(format)

/** A drawing stays a PNG where one will do; it is tried only where it can come out small enough. */
function wantedFormat({ kind, width, height, bytes }: OpenPicture, limits: SlotLimits): Format {
  const most = Math.min(bytesOf(limits), 4_000_000)
  const isHopeful = kind === 'png' ? bytes.length < most * 1.5 : width * height < 3_000_000
  if (drawn.has(kind) && takes(limits, 'png') && isHopeful) return 'png'
  return writable.find(format => takes(limits, format)) ?? 'jpeg'
}

/** Only PNG and WebP keep transparency; elsewhere it turns white. */
async function pixelsOf(picture: OpenPicture, format: Format, watermark: boolean): Promise<Raw> {
  const { raw } = await picture.pixels()
  const isOpaque = raw.channels === 1 || raw.channels === 3
  if (!watermark && (isOpaque || format !== 'jpeg')) return raw
  const { width, height } = raw
  let pipeline = await fromRaw(raw)
  if (format === 'jpeg') pipeline = pipeline.flatten({ background: '#ffffff' })
  if (watermark) pipeline = pipeline.composite([{ input: Buffer.from(watermarkSvg(width, height)) }])
  return rawOf(format === 'jpeg' ? pipeline.removeAlpha() : pipeline)
}

/** How much smaller the picture may become. The limits are those of a portrait; one lying on its side has them turned. */
function leastScale({ width, height }: Raw, limits: SlotLimits): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const wanted = [limits['min-width'], limits['min-height']].filter(side => side !== undefined)
  if (limits.anySize === true) return Math.min(1, 64 / short)
  if (wanted.length === 0) return Math.min(1, leastShortSide / short)
  return Math.min(1, Math.max(Math.min(...wanted) / short, Math.max(...wanted) / long))
}
