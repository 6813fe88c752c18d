// One file looked at: there, of the right kind and size, whole, and a good picture of what it should be.
import { readFileSync, statSync } from 'node:fs'
import type { Material } from '../model/material.ts'
import { looksFor } from '../model/looks.ts'
import type { ScanMeasures } from '../rules/scans.ts'
import { codeProblems } from './code.ts'
import { textProblems, type Typed } from './compare-text.ts'
import { decode, mostPixels, rasterOf, smaller, type Decoded } from './decode.ts'
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
  /** what would stand there, where it is not written yet */
  readonly unwritten?: Uint8Array | undefined
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

/** What is wrong whatever the rules say, and what the rules about scans are judged by. */
export type Looked = { readonly problems: readonly Seen[]; readonly measures?: ScanMeasures }

const only = (...problems: readonly Seen[]): Looked => ({ problems })

/** Never throws for what the file holds. */
export async function lookAtFile(look: FileLook): Promise<Looked> {
  const { name, path, material, limits, seen } = look
  const size = look.unwritten?.length ?? sizeOf(path)
  if (size === undefined) return only(wrong('missing-file', name))
  if (size === 0) return only(wrong('empty', '0'))
  if (material?.media === 'video') return only()
  if (size > readLimit) return only(wrong('bytes', shownSize(size), shownSize(limits['max-bytes'] ?? readLimit)))
  const bytes = look.unwritten ?? bytesOf(path)
  const kind = await kindOf(bytes)
  if (kind !== 'pdf' && !pictures.includes(kind)) return only(wrong('not-a-picture', kind))
  const same = seen.file(name, bytes)
  const longest = isReadFrom(look) ? readSide : lookSide
  if (kind === 'pdf') {
    const page = await drawn(bytes, longest)
    return withContent([...pdfProblems(bytes, look), ...same], page, kind, look)
  }
  const first = await decode(bytes, longest, looksFor(material).includes('screen') ? lookSide : undefined)
  const decoded = first.is === 'refused' && first.why === 'no-reader' ? ((await drawn(bytes, longest)) ?? first) : first
  const head = decoded.head ?? pixelsOf(bytes)
  const problems = [
    ...formatProblems(name, kind, limits),
    ...byteProblems(bytes.length, limits),
    ...(decoded.is === 'refused' && decoded.why !== 'no-reader'
      ? [refusal(decoded, bytes.length)]
      : pixelProblems(head, limits)),
    ...same,
  ]
  return withContent(problems, decoded.is === 'picture' ? decoded : undefined, kind, look)
}

function sizeOf(path: string): number | undefined {
  // No file has such a name, and Node throws at it.
  const stat = path.includes('\0') ? undefined : statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? stat.size : undefined
}

async function withContent(
  problems: readonly Seen[],
  picture: Picture | undefined,
  kind: string,
  look: FileLook,
): Promise<Looked> {
  if (!picture) return { problems }
  const isNew = !problems.some(({ code }) => code === 'same-file')
  const content = await lookAtContent(picture, kind, isNew, look)
  return { ...content, problems: [...problems, ...content.problems] }
}

/** Throws the system's error; it names the file, also where the file opens and then cannot be read. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
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

/** A code, or text that is compared with what was typed. */
const isReadFrom = ({ material, typed, reader }: FileLook) =>
  (typed.number ?? typed.name) !== undefined && (looksFor(material).includes('code') || reader !== undefined)

/** A HEIC, or the first pages of a PDF, where the package that opens it is installed. */
async function drawn(bytes: Uint8Array, longest: number): Promise<Picture | undefined> {
  const { openPicture } = await import('./open-picture.ts')
  const opened = await openPicture(bytes)
  if (opened.is === 'refused') return undefined
  const { width, height, open } = opened
  const raster = await rasterOf(open(), opened, longest)
  return { is: 'picture', raster, head: { width, height, orientation: 1, channels: 3 } }
}

/** A picture smaller than this shows nothing to look at. */
const leastSide = 64

async function lookAtContent(
  { raster: fine, head, strip, isDamaged }: Picture,
  kind: string,
  isNew: boolean,
  look: FileLook,
): Promise<Looked> {
  if (Math.min(fine.width, fine.height) < leastSide) return only()
  const { name, material, typed, isSealed, seen, reader } = look
  const damage = isDamaged ? [doubtful('damaged', '')] : []
  const found = measure(await smaller(fine, lookSide), strip)
  const twin = isNew && found.fingerprint ? seen.picture(name, found.fingerprint) : undefined
  const measures = measuresOf({ measures: found, head, kind, isSealed, twin }, material)
  if (!isReadFrom(look)) return { problems: damage, measures }
  const problems = [
    ...damage,
    ...(looksFor(material).includes('code') ? await codeProblems(fine, typed) : []),
    ...(reader ? textProblems(await readText(reader, fine), typed) : []),
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
