// One file of `attach`: opened, its slot found, fitted, put there together with the line in icp.yaml.
import { basename } from 'node:path'
import { fit } from '../materials/fit.ts'
import { kindOf } from '../materials/kind.ts'
import { limitsOf } from '../materials/limits.ts'
import { openPicture, type OpenPicture } from '../materials/open-picture.ts'
import type { Slot } from '../materials/slots.ts'
import type { Desk } from './attach-desk.ts'
import type { About, AttachResult, Ready } from './attach-result.ts'
import { chooseSlot } from './attach-slot.ts'
import { store } from './attach-store.ts'
import { readScan, type WhyNot } from './read-scan.ts'

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
  return store(from, slot, ready, desk)
}

async function fitted(picture: OpenPicture, { material }: Slot, desk: Desk): Promise<Ready | WhyNot> {
  const { book } = desk.state().reported
  const paper = book.common.materials[material]
  if (paper?.media === 'video') return 'not-a-video'
  try {
    const found = await fit(picture, limitsOf(paper, book), desk.options.watermark)
    const { bytes, kind, width, height, isUntouched, isTooLarge, hidesDamage } = found
    const before = { kind: picture.kind, bytes: picture.bytes.length, width: picture.width, height: picture.height }
    const after = { kind, bytes: bytes.length, width, height }
    return {
      before,
      after,
      isUntouched,
      isTooLarge,
      hidesDamage,
      picture: aboutOf(picture),
      bytes,
      original: picture.bytes,
    }
  } catch {
    // The head was good, the rest is not.
    return 'broken'
  }
}

const aboutOf = ({ kind, isTurned, isBare, tells, pages, hasAlpha }: OpenPicture): About => ({
  kind,
  isTurned,
  isBare,
  tells,
  hasAlpha,
  ...(pages ? { pages } : {}),
})

const videos = new Set(['mp4', 'm4v', 'mov', '3gp', '3g2', 'avi', 'mkv', 'webm', 'flv', 'mpg', 'ts', 'asf', 'wmv'])

async function asVideo(bytes: Buffer): Promise<Ready | WhyNot> {
  const kind = await kindOf(bytes)
  if (!videos.has(kind)) return 'not-a-video'
  const measured = { kind, bytes: bytes.length }
  return {
    before: measured,
    after: measured,
    isUntouched: true,
    isTooLarge: false,
    hidesDamage: false,
    bytes,
    original: bytes,
  }
}
