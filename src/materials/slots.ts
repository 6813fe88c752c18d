// The slots a filing has: which papers the rules call for, of whom or what, and which of them are still empty.
import { personNamed } from '../facts/people.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'

/** `of` as `materials[].of` names it; left out for the sponsor's papers. */
export type Slot = { readonly material: string; readonly of?: string }

/** `all`: filled or not. */
export type Slots = { readonly all: readonly Slot[]; readonly open: readonly Slot[] }

/**
 * @param whole findings about the filing as if it had no materials
 * @param now findings about the filing as it is
 */
export function slotsOf(filing: Filing, whole: readonly Finding[], now: readonly Finding[]): Slots {
  const icons = iconSlots(filing)
  const wanted = [...wantedBy(whole, filing), ...wantedBy(now, filing), ...icons]
  const written = (filing.materials ?? [])
    .filter(({ is, of }) => of !== undefined || !wanted.some(({ material }) => material === is))
    .map(({ is, of }) => slot(is, of === undefined ? of : ownerNamed(of, filing)))
  return {
    all: distinct([...wanted, ...written]),
    open: distinct([...wantedBy(now, filing), ...icons.filter(({ of }) => iconAt(filing, of) === undefined)]),
  }
}

function wantedBy(findings: readonly Finding[], filing: Filing): Slot[] {
  return findings.flatMap(({ verdict, about }) => {
    const of = about === undefined || about === 'sponsor' ? about : ownerNamed(about, filing)
    return verdict.is === 'need' ? verdict.materials.map(material => slot(material, of)) : []
  })
}

/** What is the sponsor's is nobody's else. */
export const slot = (material: string, of: string | undefined): Slot =>
  of === undefined || of === 'sponsor' ? { material } : { material, of }

/** An app's icon stands at the app. */
function iconSlots({ services = [] }: Filing): Slot[] {
  return services.flatMap(({ kind }, index) => (kind === 'app' ? [slot('app-icon', `services.${index}`)] : []))
}

const serviceIn = (of: string | undefined) => /^services\.(\d+)$/.exec(of ?? '')?.[1]

function iconAt(filing: Filing, of: string | undefined): string | undefined {
  const listed = (filing.materials ?? []).find(each => each.is === 'app-icon' && each.of === of)
  return listed?.file ?? filing.services?.[Number(serviceIn(of))]?.app?.icon
}

export const isSameSlot = (one: Slot, other: Slot) => one.material === other.material && one.of === other.of

const distinct = (slots: readonly Slot[]) =>
  slots.filter((each, index) => slots.findIndex(other => isSameSlot(each, other)) === index)

/** One person in two roles has one card: the principal's name comes first. */
export function ownerNamed(of: string, filing: Filing): string {
  const names = personNamed(filing, of)?.names ?? []
  return names.find(name => name === 'principal') ?? names[0] ?? of
}

/** Where icp.yaml names the file of a slot, or would. `index`: of the line in `materials`, new ones last. */
export type Line = { readonly file: Path; readonly index?: number; readonly isNew: boolean }

export function lineOf(wanted: Slot, { all }: Slots, filing: Filing): Line {
  const materials = filing.materials ?? []
  const owner = (of: string | undefined) => (of === undefined || of === 'sponsor' ? undefined : ownerNamed(of, filing))
  const isOnly = all.filter(({ material }) => material === wanted.material).length <= 1
  const index = materials.findIndex(
    ({ is, of }) =>
      is === wanted.material && (owner(of) === owner(wanted.of) || (isOnly && (of === undefined || !wanted.of))),
  )
  const service = wanted.material === 'app-icon' && index < 0 ? serviceIn(wanted.of) : undefined
  if (service !== undefined && filing.services?.[Number(service)] !== undefined)
    return { file: ['services', Number(service), 'app', 'icon'], isNew: false }
  const at = index < 0 ? materials.length : index
  return { file: ['materials', at, 'file'], index: at, isNew: index < 0 }
}
