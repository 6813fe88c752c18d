// A file that is ready put into its slot, together with its line in icp.yaml.
import { asOnlyWriter } from '../disk/one-writer.ts'
import type { Edit } from '../interview/edits.ts'
import { place } from '../materials/slot-file.ts'
import { lineOf, type Line, type Slot } from '../materials/slots.ts'
import { watermarkText } from '../materials/watermark-glyphs.ts'
import type { Filing, FilingMaterial, Path } from '../model/filing.ts'
import type { Desk } from './attach-desk.ts'
import type { AttachResult, Ready } from './attach-result.ts'
import { keepInside } from './keep-inside.ts'
import { refusedBySystem } from './refused-by-system.ts'

export function store(from: string, slot: Slot, ready: Ready, desk: Desk): AttachResult {
  try {
    return asOnlyWriter(desk.folder, () => storeAlone(from, slot, ready, desk))
  } catch (error) {
    const why = refusedBySystem(error, desk.folder)
    if (!why) throw error
    return { is: 'not-written', from, why }
  }
}

function storeAlone(from: string, slot: Slot, ready: Ready, desk: Desk): AttachResult {
  const state = desk.state()
  const { filing } = state.reported
  const line = lineOf(slot, desk.slots(state), filing)
  const written = line.index === undefined ? undefined : filing.materials?.[line.index]
  const earlier = written?.file ?? (line.index === undefined ? iconAt(filing, line.file) : undefined)
  const taken = filesOf(filing).filter(file => file !== earlier)
  const { bytes, original, before, after, ...rest } = ready
  const spot = { folder: desk.folder, taken, ...(earlier === undefined ? {} : { earlier }) }
  const { files, ...placing } = place(slot, { bytes, kind: after.kind }, { bytes: original, kind: before.kind }, spot)
  keepInside(files, desk.folder)
  desk.store(slot, from, files, editsFor(slot, line, placing.file, written, desk.options.watermark))
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

function filesOf({ materials = [], services = [] }: Filing): string[] {
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
