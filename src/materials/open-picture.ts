// Any file somebody may have of a paper, opened as a picture: upright, of bounded size, with what it tells besides.
import type { Sharp } from 'sharp'
import { isBare } from './bare.ts'
import { readBmp } from './bmp.ts'
import { profileIn, withProfile } from './colour-profile.ts'
import { mostPixels, readStrictly } from './decode.ts'
import { readExif, type Exif, type Tells } from './exif.ts'
import { readHeic, type Pixels } from './heic.ts'
import { kindOf } from './kind.ts'
import { drawPages } from './pdf-pages.ts'
import { rawOf, type Raw } from './raw.ts'
import { refusalOf, type Refusal } from './refusal.ts'

/**
 * Why a file is no picture to work on. `locked`: a PDF with a password · `blank`: a PDF that shows nothing ·
 * `no-heic-reader`, `no-pdf-reader`: a package is to be installed first
 */
export type Unopened = Refusal | 'empty' | 'not-a-picture' | 'no-heic-reader' | 'no-pdf-reader' | 'locked' | 'blank'

export type OpenPicture = {
  readonly is: 'picture'
  /** of its content: `jpeg`, `heic`, `pdf` … */
  readonly kind: string
  readonly bytes: Uint8Array
  /** upright, in pixels */
  readonly width: number
  readonly height: number
  /** stored lying on its side or upside down */
  readonly isTurned: boolean
  readonly hasAlpha: boolean
  /** holds its picture and nothing else */
  readonly isBare: boolean
  readonly tells: readonly Tells[]
  /** of a PDF: how many are in the picture, of how many */
  readonly pages?: { readonly shown: number; readonly all: number }
  /** the upright pixels, each time from the start; `warning`: refused for any damage */
  readonly open: (failOn?: 'warning' | 'truncated') => Sharp
  /** the same, 16 million at most, read once and kept as long as the picture is */
  readonly pixels: () => Promise<Read>
}

/** `isDamaged`: as far as a JPEG's reader can tell, which did its best. */
export type Read = { readonly raw: Raw; readonly isDamaged: boolean }

type Unread = Omit<OpenPicture, 'pixels'>

type Refused = { readonly is: 'refused'; readonly kind: string; readonly why: Unopened }

export type Opened = OpenPicture | Refused

const readBySharp = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'])

/** Of animations and files with several pictures the first. Never throws for what is in the file. */
export async function openPicture(bytes: Uint8Array): Promise<Opened> {
  const opened = await openAsIs(bytes)
  return opened.is === 'refused' ? opened : { ...opened, pixels: readOnce(opened) }
}

/** More shows nothing more of a paper. */
const enoughPixels = 16_000_000

function readOnce({ width, height, open, bytes }: Unread): () => Promise<Read> {
  const shrink = Math.min(1, Math.sqrt(enoughPixels / (width * height)))
  const size = { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) }
  const read = async (): Promise<Read> => {
    const { made: raw, isDamaged } = await readStrictly(bytes, failOn => {
      const picture = open(failOn)
      return rawOf(shrink < 1 ? picture.resize({ ...size, fit: 'fill' }) : picture)
    })
    return { raw, isDamaged }
  }
  let reading: Promise<Read> | undefined
  return () => (reading ??= read())
}

async function openAsIs(bytes: Uint8Array): Promise<Unread | Refused> {
  const kind = await kindOf(bytes)
  if (kind === 'empty') return { is: 'refused', kind, why: 'empty' }
  if (readBySharp.has(kind)) return openBySharp(bytes, kind)
  if (kind === 'bmp') return openBmp(bytes)
  if (kind === 'heic' || kind === 'heif') return openHeic(bytes, kind)
  return kind === 'pdf' ? openPdf(bytes) : { is: 'refused', kind, why: 'not-a-picture' }
}

async function openHeic(bytes: Uint8Array, kind: string): Promise<Unread | Refused> {
  const pixels = await readHeic(bytes)
  if (typeof pixels === 'string') return { is: 'refused', kind, why: pixels }
  const { tells, orientation, turnsItself } = exifIn(bytes)
  const angle = turnsItself ? 0 : (angles[orientation] ?? 0)
  const upright = await fromHeic(pixels, kind, bytes)
  if (angle === 0) return { ...upright, tells }
  const { width, height, open } = upright
  return {
    ...upright,
    ...(angle === 180 ? {} : { width: height, height: width }),
    tells,
    isTurned: true,
    open: () => open().rotate(angle),
  }
}

/** Its reader hands the colours out as they are stored; what they mean stands in the file's profile. */
async function fromHeic(pixels: Pixels, kind: string, bytes: Uint8Array): Promise<Unread> {
  const profile = profileIn(bytes)
  const plainly = await fromPixels(pixels, kind, bytes)
  if (!profile) return plainly
  const { default: sharp } = await import('sharp')
  const tiff = withProfile(pixels, profile)
  return { ...plainly, open: () => sharp(tiff, { limitInputPixels: mostPixels }) }
}

/** Clockwise, by what EXIF says. */
const angles: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

/** Where in the file EXIF data stand is written in tables of its own; their first bytes are telling enough. */
function exifIn(heic: Uint8Array): Exif & { readonly turnsItself: boolean } {
  const file = Buffer.from(heic.buffer, heic.byteOffset, heic.byteLength)
  const starts = ['II*\0\x08\0\0\0', 'MM\0*\0\0\0\x08'].map(head => file.indexOf(head, 0, 'latin1'))
  const start = starts.find(at => at >= 0)
  const turnsItself = file.includes('irot', 0, 'latin1') || file.includes('imir', 0, 'latin1')
  return { ...readExif(start === undefined ? undefined : file.subarray(start)), turnsItself }
}

async function openPdf(bytes: Uint8Array): Promise<Unread | Refused> {
  const pages = await drawPages(bytes)
  if (typeof pages === 'string') return { is: 'refused', kind: 'pdf', why: pages }
  const { shown, all } = pages
  return { ...(await fromPixels(pages, 'pdf', bytes)), pages: { shown, all } }
}

async function fromPixels({ rgba, width, height }: Pixels, kind: string, bytes: Uint8Array): Promise<Unread> {
  const { default: sharp } = await import('sharp')
  const open = () => sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha()
  return { ...plain, kind, bytes, width, height, open }
}

const plain = { is: 'picture', isTurned: false, hasAlpha: false, isBare: false, tells: [] } as const

async function openBySharp(bytes: Uint8Array, kind: string): Promise<Unread | Refused> {
  const { default: sharp } = await import('sharp')
  try {
    // The limit is looked at below, where the size is known.
    const head = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height, orientation = 1, hasAlpha } = head
    if (width * height > mostPixels) return { is: 'refused', kind, why: 'too-many-pixels' }
    const lies = orientation >= 5
    return {
      is: 'picture',
      kind,
      bytes,
      hasAlpha,
      isTurned: orientation > 1,
      ...(lies ? { width: height, height: width } : { width, height }),
      isBare: isBare(bytes, kind),
      tells: readExif(head.exif).tells,
      open: (failOn = 'truncated') => sharp(bytes, { limitInputPixels: mostPixels, failOn, autoOrient: true }),
    }
  } catch (error) {
    return { is: 'refused', kind, why: refusalOf(error, bytes) }
  }
}

async function openBmp(bytes: Uint8Array): Promise<Unread | Refused> {
  const bmp = readBmp(bytes, mostPixels)
  if (bmp.is === 'refused') return { is: 'refused', kind: 'bmp', why: bmp.why }
  const { rgb, width, height } = bmp
  const { default: sharp } = await import('sharp')
  return {
    ...plain,
    kind: 'bmp',
    bytes,
    width,
    height,
    open: () => sharp(rgb, { raw: { width, height, channels: 3 } }),
  }
}
