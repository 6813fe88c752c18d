// One file of `attach`: opened, its slot found, fitted, put there together with the line in icp.yaml.
import { basename } from 'node:path'
import type { Edit } from '../interview/edits.ts'
import { fit } from '../materials/fit.ts'
import { kindOf } from '../materials/kind.ts'
import { openPicture, type OpenPicture } from '../materials/open-picture.ts'
import { place, type Placing } from '../materials/slot-file.ts'
import type { Proposal } from '../materials/propose.ts'
import { lineOf, type Line, type Slot } from '../materials/slots.ts'
import { watermarkText } from '../materials/watermark-glyphs.ts'
import type { Filing, FilingMaterial, Path } from '../model/filing.ts'
import { chooseSlot } from './attach-slot.ts'
import type { Desk } from './attach-desk.ts'
import type { State } from './interview-state.ts'
import { readScan, type WhyNot } from './read-scan.ts'
import { refusedBySystem } from './refused-by-system.ts'
import type { UserError } from './user-error.ts'

/** A picture or video as a file: what it is, how large. */
export type Measured = {
  readonly kind: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
}

export type Attached = {
  readonly is: 'attached'
  readonly from: string
  readonly slot: Slot
  readonly field: Path
  readonly before: Measured
  readonly after: Measured
  readonly picture?: OpenPicture
  readonly isUntouched: boolean
  readonly isTooLarge: boolean
  readonly placing: Placing
  /** answers about the earlier file that still stand on its line */
  readonly staleAnswers: readonly string[]
  readonly isReplacing: boolean
}

export type AttachResult =
  | Attached
  | {
      readonly is: 'refused'
      readonly from: string
      readonly kind: string
      readonly why: WhyNot
      readonly other?: string
    }
  | { readonly is: 'not-written'; readonly from: string; readonly why: UserError }
  | {
      readonly is: 'unplaced'
      readonly from: string
      readonly proposals: readonly Proposal[]
      readonly open: readonly Slot[]
    }
  | { readonly is: 'left'; readonly from: string }

/** A file made ready for its slot. */
type Ready = Pick<Attached, 'before' | 'after' | 'isUntouched' | 'isTooLarge' | 'picture'> & {
  readonly bytes: Uint8Array
  readonly original: Uint8Array
}

export async function attachOne(from: string, desk: Desk): Promise<AttachResult> {
  const refused = (why: WhyNot, kind = '', other?: string): AttachResult => ({
    is: 'refused',
    from,
    kind,
    why,
    ...(other === undefined ? {} : { other }),
  })
  const { as } = desk.options
  const isVideo = as !== undefined && desk.state().reported.book.common.materials[as]?.media === 'video'
  const bytes = readScan(from, isVideo)
  if (typeof bytes === 'string') return refused(bytes)
  const opened = isVideo ? undefined : await openPicture(bytes)
  if (opened?.is === 'refused') return refused(opened.why, opened.kind)
  const chosen = await chooseSlot(from, opened, desk)
  if (chosen.is !== 'slot') return { ...chosen, from }
  const { slot } = chosen
  const other = desk.filledBy(slot)
  if (other !== undefined) return refused('taken', '', basename(other))
  const ready = opened ? await fitted(opened, slot, desk) : await asVideo(bytes)
  if (typeof ready === 'string') return refused(ready, opened?.kind ?? (await kindOf(bytes)))
  return stored(from, slot, ready, desk)
}

async function fitted(picture: OpenPicture, { material }: Slot, desk: Desk): Promise<Ready | WhyNot> {
  const { book } = desk.state().reported
  const { 'max-bytes': most, drawn = false, media } = book.common.materials[material] ?? {}
  if (media === 'video') return 'not-a-video'
  const limits = { ...book.provider?.provider?.upload, ...(most === undefined ? {} : { 'max-bytes': most }) }
  try {
    const found = await fit(picture, limits, { watermark: desk.options.watermark, drawing: drawn })
    const { bytes, kind, width, height, isUntouched, isTooLarge } = found
    const before = { kind: picture.kind, bytes: picture.bytes.length, width: picture.width, height: picture.height }
    const after = { kind, bytes: bytes.length, width, height }
    return { before, after, isUntouched, isTooLarge, picture, bytes, original: picture.bytes }
  } catch {
    // The head was good, the rest is not.
    return 'broken'
  }
}

const videos = new Set(['mp4', 'm4v', 'mov', '3gp', '3g2', 'avi', 'mkv', 'webm', 'flv', 'mpg', 'ts', 'asf', 'wmv'])

async function asVideo(bytes: Buffer): Promise<Ready | WhyNot> {
  const kind = await kindOf(bytes)
  if (!videos.has(kind)) return 'not-a-video'
  const measured = { kind, bytes: bytes.length }
  return { before: measured, after: measured, isUntouched: true, isTooLarge: false, bytes, original: bytes }
}

function stored(from: string, slot: Slot, ready: Ready, desk: Desk): AttachResult {
  const state = desk.state()
  const { filing } = state.reported
  const line = lineOf(slot, desk.slots(state), filing)
  const written = line.index === undefined ? undefined : filing.materials?.[line.index]
  const earlier = written?.file ?? (line.index === undefined ? iconAt(filing, line.file) : undefined)
  const taken = filesOf(filing).filter(file => file !== earlier)
  const { bytes, original, before, after, ...rest } = ready
  const spot = { folder: desk.folder, taken, ...(earlier === undefined ? {} : { earlier }) }
  const placing = place(slot, { bytes, kind: after.kind }, { bytes: original, kind: before.kind }, spot)
  try {
    desk.store(slot, from, placing.files, editsFor(slot, line, placing.file, written, desk.options.watermark))
  } catch (error) {
    const why = refusedBySystem(error, desk.folder)
    if (!why) throw error
    return { is: 'not-written', from, why }
  }
  const staleAnswers = earlier === undefined ? [] : Object.keys(written ?? {}).filter(key => !ownKeys.has(key))
  return {
    is: 'attached',
    from,
    slot,
    before,
    after,
    field: line.file,
    placing,
    staleAnswers,
    isReplacing: earlier !== undefined,
    ...rest,
  }
}

const ownKeys = new Set(['is', 'of', 'file', 'watermark'])

function filesOf({ materials = [], services = [] }: State['reported']['filing']): string[] {
  return [...materials.flatMap(({ file }) => file ?? []), ...services.flatMap(({ app }) => app?.icon ?? [])]
}

const iconAt = (filing: Filing, [, service]: Path) => filing.services?.[Number(service)]?.app?.icon

/** A line that is there keeps what else it says; a watermark that only the earlier file had goes. */
function editsFor(
  { material, of }: Slot,
  line: Line,
  file: string,
  written: FilingMaterial | undefined,
  mark: boolean,
): Edit[] {
  const { index } = line
  if (line.isNew && index !== undefined) {
    const answer = {
      is: material,
      ...(of === undefined ? {} : { of }),
      file,
      ...(mark ? { watermark: watermarkText } : {}),
    }
    return [{ set: ['materials', index], answer }]
  }
  const path = ['materials', index ?? 0, 'watermark']
  const isGone = !mark && written?.watermark === watermarkText
  return [
    { set: line.file, answer: file },
    ...(mark && index !== undefined ? [{ set: path, answer: watermarkText }] : []),
    ...(isGone ? [{ remove: path }] : []),
  ]
}
