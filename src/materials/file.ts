// One file looked at: there, of the right kind and size, whole, and a good picture of what it should be.
import { readFileSync, statSync } from 'node:fs'
import type { Material } from '../model/material.ts'
import { looksFor } from '../model/looks.ts'
import type { ScanMeasures } from '../rules/scans.ts'
import { codeProblems } from './code.ts'
import { textProblems, type Typed } from './compare-text.ts'
import { decode, decodeStrip, mostPixels, rasterOf, type Decoded } from './decode.ts'
import { kindOf } from './kind.ts'
import { byteProblems, formatProblems, pixelProblems, shownSize, type Limits } from './limits.ts'
import { measure } from './looks/measure.ts'
import { readPdf } from './pdf.ts'
import { measuresOf } from './picture.ts'
import { pixelsOf } from './pixels.ts'
import { doubtful, wrong, type Seen } from './problem.ts'
import { readText } from './read-text.ts'
import type { SeenFiles } from './same.ts'
import type { TextReader } from './text-reader.ts'

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

/** Pixels unpacked from one byte: photos 10 and less, drawn pages 100 and less. */
const bombRatio = 200

/** Larger files are not pictures anybody uploads; they are not read at all. */
const readLimit = 64 * 1024 * 1024

const pictures = ['jpeg', 'png', 'webp', 'bmp', 'gif', 'tiff', 'heic', 'heif', 'avif']

/** Longer side of the picture the looks measure, in pixels, and of the one a code or text is read from. */
const lookSide = 1280
const readSide = 2400

/** Rows of the strip in which the grid of a screen is looked for. */
const stripRows = 192

/** What is wrong whatever the rules say, and what the rules about scans are judged by. */
export type Looked = { readonly problems: readonly Seen[]; readonly measures?: ScanMeasures }

const only = (...problems: readonly Seen[]): Looked => ({ problems })

/** Never throws for what the file holds. */
export async function lookAtFile(look: FileLook): Promise<Looked> {
  const { name, path, material, limits, seen } = look
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return only(wrong('missing-file', name))
  if (stat.size === 0) return only(wrong('empty', '0'))
  if (material?.media === 'video') return only()
  if (stat.size > readLimit)
    return only(wrong('bytes', shownSize(stat.size), shownSize(limits['max-bytes'] ?? readLimit)))
  const bytes = readFileSync(path)
  const kind = await kindOf(bytes)
  if (kind !== 'pdf' && !pictures.includes(kind)) return only(wrong('not-a-picture', kind))
  const same = seen.file(name, bytes)
  if (kind === 'pdf') {
    const page = await drawn(bytes)
    return withContent([...pdfProblems(bytes, look), ...same], page, bytes, kind, look)
  }
  const first = await decode(bytes, lookSide)
  const decoded = first.is === 'refused' && first.why === 'no-reader' ? ((await drawn(bytes)) ?? first) : first
  const head = decoded.head ?? pixelsOf(bytes)
  const problems = [
    ...formatProblems(name, kind, limits),
    ...byteProblems(bytes.length, limits),
    ...(decoded.is === 'refused' && decoded.why !== 'no-reader'
      ? [refusal(decoded, bytes.length)]
      : pixelProblems(head, limits)),
    ...same,
  ]
  return withContent(problems, decoded.is === 'picture' ? decoded : undefined, bytes, kind, look)
}

async function withContent(
  problems: readonly Seen[],
  picture: Picture | undefined,
  bytes: Uint8Array,
  kind: string,
  look: FileLook,
): Promise<Looked> {
  if (!picture) return { problems }
  const isNew = !problems.some(({ code }) => code === 'same-file')
  const content = await lookAtContent(picture, bytes, kind, isNew, look)
  return { ...content, problems: [...problems, ...content.problems] }
}

function refusal({ why, head }: Extract<Decoded, { is: 'refused' }>, size: number): Seen {
  if (why === 'truncated') return wrong('truncated', shownSize(size))
  if (why !== 'too-many-pixels') return wrong('unreadable', shownSize(size))
  const pixels = (head?.width ?? 0) * (head?.height ?? 0)
  return pixels / size > bombRatio
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

async function lookAtContent(
  { raster, head }: Picture,
  bytes: Uint8Array,
  kind: string,
  isNew: boolean,
  { name, material, typed, isSealed, seen, reader }: FileLook,
): Promise<Looked> {
  if (Math.min(raster.width, raster.height) < leastSide) return only()
  const looks = looksFor(material)
  const isSmaller = raster.fullWidth > raster.width
  const strip = isSmaller && looks.includes('screen') ? await decodeStrip(bytes, head, stripRows) : undefined
  const found = measure(raster, strip)
  const twin = isNew && found.fingerprint ? seen.picture(name, found.fingerprint) : undefined
  const measures = measuresOf({ measures: found, head, kind, isSealed, twin }, material)
  const isRead = looks.includes('code') || (reader && (typed.number ?? typed.name) !== undefined)
  if (!isRead) return { problems: [], measures }
  const fine = isSmaller ? await decode(bytes, readSide) : undefined
  const image = fine?.is === 'picture' ? fine.raster : raster
  const problems = [
    ...(looks.includes('code') ? await codeProblems(image, typed) : []),
    ...(reader ? textProblems(await readText(reader, image), typed) : []),
  ]
  return { problems, measures }
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
