// One file looked at: there, of the right kind and size, whole, and a good picture of what it should be.
import { readFileSync, statSync } from 'node:fs'
import type { Material } from '../model/material.ts'
import { looksFor } from '../model/looks.ts'
import { codeProblems } from './code.ts'
import { textProblems, type Typed } from './compare-text.ts'
import { decode, decodeStrip, mostPixels, rasterOf, type Decoded } from './decode.ts'
import { kindOf } from './kind.ts'
import { byteProblems, formatProblems, pixelProblems, shownSize, type Limits } from './limits.ts'
import { measure } from './looks/measure.ts'
import { readPdf } from './pdf.ts'
import { pictureProblems } from './picture.ts'
import { pixelsOf } from './pixels.ts'
import { doubtful, wrong, type Seen } from './problem.ts'
import type { SeenFiles } from './same.ts'
import type { TextReader } from './text-reader.ts'
import { thresholds } from './thresholds.ts'

export type FileLook = {
  /** as the filing names it */
  readonly name: string
  readonly path: string
  readonly material: Material | undefined
  readonly limits: Limits
  readonly typed: Typed
  readonly isSealed: boolean
  readonly seen: SeenFiles
  readonly reader?: TextReader
}

/** Larger files are not pictures anybody uploads; they are not read at all. */
const readLimit = 64 * 1024 * 1024

const pictures = ['jpeg', 'png', 'webp', 'bmp', 'gif', 'tiff', 'heic', 'heif', 'avif']

/** Longer side of the picture the looks measure, in pixels, and of the one a code or text is read from. */
const lookSide = 1280
const readSide = 2400

/** Rows of the strip in which the grid of a screen is looked for. */
const stripRows = 192

/** Never throws for what the file holds. */
export async function lookAtFile(look: FileLook): Promise<Seen[]> {
  const { name, path, material, limits, seen } = look
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return [wrong('missing-file', name)]
  if (stat.size === 0) return [wrong('empty', '0')]
  if (material?.media === 'video') return []
  if (stat.size > readLimit) return [wrong('bytes', shownSize(stat.size), shownSize(limits['max-bytes'] ?? readLimit))]
  const bytes = readFileSync(path)
  const kind = await kindOf(bytes)
  if (kind !== 'pdf' && !pictures.includes(kind)) return [wrong('not-a-picture', kind)]
  const same = seen.file(name, bytes)
  if (kind === 'pdf') {
    const page = await drawn(bytes)
    return [
      ...pdfProblems(bytes, look),
      ...same,
      ...(page ? await contentProblems(page, bytes, kind, !same[0], look) : []),
    ]
  }
  const first = await decode(bytes, lookSide)
  const decoded = first.is === 'refused' && first.why === 'no-reader' ? ((await drawn(bytes)) ?? first) : first
  const head = decoded.head ?? pixelsOf(bytes)
  return [
    ...formatProblems(name, kind, limits),
    ...byteProblems(bytes.length, limits),
    ...(decoded.is === 'refused' && decoded.why !== 'no-reader'
      ? [refusal(decoded, bytes.length)]
      : pixelProblems(head, limits)),
    ...same,
    ...(decoded.is === 'picture' ? await contentProblems(decoded, bytes, kind, !same[0], look) : []),
  ]
}

function refusal({ why, head }: Extract<Decoded, { is: 'refused' }>, size: number): Seen {
  if (why === 'truncated') return wrong('truncated', shownSize(size))
  if (why !== 'too-many-pixels') return wrong('unreadable', shownSize(size))
  const pixels = (head?.width ?? 0) * (head?.height ?? 0)
  return pixels / size > thresholds.unpacking
    ? wrong('bomb', String(pixels), shownSize(size))
    : wrong('too-many-pixels', String(pixels), String(mostPixels))
}

type Picture = Extract<Decoded, { is: 'picture' }>

/** A HEIC, or the first pages of a PDF, where the package that opens it is installed. */
async function drawn(bytes: Uint8Array): Promise<Picture | undefined> {
  const { openPicture } = await import('./open-picture.ts')
  const opened = await openPicture(bytes)
  if (opened.is === 'refused') return undefined
  const { width, height, open } = opened
  const raster = await rasterOf(open(), opened, lookSide)
  return { is: 'picture', raster, head: { width, height, orientation: 1, channels: 3 } }
}

/** A picture smaller than this shows nothing to look at. */
const leastSide = 64

async function contentProblems(
  { raster, head }: Picture,
  bytes: Uint8Array,
  kind: string,
  isNew: boolean,
  { name, material, typed, isSealed, seen, reader }: FileLook,
): Promise<Seen[]> {
  if (Math.min(raster.width, raster.height) < leastSide) return []
  const looks = looksFor(material)
  const isSmaller = raster.fullWidth > raster.width
  const strip = isSmaller && looks.includes('screen') ? await decodeStrip(bytes, head, stripRows) : undefined
  const measures = measure(raster, strip)
  const problems = [
    ...(isNew && measures.fingerprint ? seen.picture(name, measures.fingerprint) : []),
    ...pictureProblems({ measures, head, kind, isSealed }, material),
  ]
  const isRead = looks.includes('code') || (reader && (typed.number ?? typed.name) !== undefined)
  if (!isRead) return problems
  const fine = isSmaller ? await decode(bytes, readSide) : undefined
  const image = fine?.is === 'picture' ? fine.raster : raster
  return [
    ...problems,
    ...(looks.includes('code') ? await codeProblems(image, typed) : []),
    ...(reader ? textProblems(await reader.read(image), typed) : []),
  ]
}

/** A PDF is no picture; where it is taken all the same, it must open without a password. */
function pdfProblems(bytes: Uint8Array, { name, material, limits }: FileLook): Seen[] {
  const { pages, isEncrypted, isTruncated } = readPdf(bytes)
  const format = limits.formats?.includes('pdf')
    ? formatProblems(name, 'pdf', limits)
    : [wrong('format', 'pdf', (limits.formats ?? ['jpeg', 'png']).join(', '))]
  return [
    ...format,
    ...byteProblems(bytes.length, limits),
    ...(isTruncated ? [wrong('truncated', shownSize(bytes.length))] : []),
    ...(isEncrypted ? [wrong('encrypted', 'pdf')] : []),
    ...(pages !== undefined && pages > 1 && !material?.['several-pages']
      ? [doubtful('pages', String(pages), '1')]
      : []),
  ]
}
