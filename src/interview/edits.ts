// From an answer to what changes in icp.yaml. A list of records is changed name by name, so that the rest of each record stays.
import { read } from '../facts/fact.ts'
import type { Filing, Path } from '../model/filing.ts'
import { nearest } from '../model/nearest.ts'
import type { Answer } from './spec.ts'

export type Edit = { readonly set: Path; readonly answer: Answer } | { readonly remove: Path }

/** What tells the records of such a list apart. */
const keys: Readonly<Record<string, string>> = { domains: 'name', platforms: 'os', 'pre-approvals': 'type' }

/** `name` for a list of domains; undefined for what is no list of records. */
export const keyOfList = (path: Path): string | undefined => keys[String(path.at(-1))]

/** The first name of a list that is still empty is asked as the whole list: somebody may have several. */
export function askedAt(path: Path, filing: Filing): Path {
  const list = path.slice(0, -2)
  const isFirst = path.at(-2) === 0 && keyOfList(list) === path.at(-1)
  return isFirst && read(filing, list) === undefined ? list : path
}

/** The text at a key of what was read; empty for anything else. */
export function textAt(record: unknown, key: string): string {
  const found = read(record, [key])
  return typeof found === 'string' ? found : ''
}

/** The names in a list of records, in order; undefined where nothing is written. */
export function namesIn(filing: Filing, list: Path): readonly string[] | undefined {
  const key = keyOfList(list)
  const records = read(filing, list)
  if (key === undefined || !Array.isArray(records)) return undefined
  return records.map(record => textAt(record, key))
}

/** What is written where a question is answered; records whose names stay keep everything else they hold. */
export function editsFor(path: Path, answer: Answer, filing: Filing): Edit[] {
  if (isEmptyMapping(answer) && typeof read(filing, path) === 'object') return []
  const known = namesIn(filing, path) ?? []
  const key = keyOfList(path)
  if (!Array.isArray(answer) || answer.length === 0 || known.length === 0 || key === undefined) {
    return [{ set: path, answer }]
  }
  const wanted = answer.map(record => textAt(record, key))
  const slips = slipsIn(known, wanted)
  const gone = known.flatMap((name, index) => (wanted.includes(name) || slips.has(name) ? [] : [index]))
  const stays = new Set([...known, ...slips.values()])
  const added = answer.filter((_, at) => !stays.has(wanted[at] ?? ''))
  const kept = known.length - gone.length
  if (kept === 0) return [{ set: path, answer }]
  return [
    ...[...slips].map(([before, after]) => ({ set: [...path, known.indexOf(before), key], answer: after })),
    ...gone.toReversed().map(index => ({ remove: [...path, index] })),
    ...added.map((record, index) => ({ set: [...path, kept + index], answer: record })),
  ]
}

/** A new name that is nearly one of those gone corrects it: before → after. */
function slipsIn(known: readonly string[], wanted: readonly string[]): ReadonlyMap<string, string> {
  const gone = known.filter(name => !wanted.includes(name))
  const slips = new Map<string, string>()
  for (const name of wanted.filter(each => !known.includes(each))) {
    const left = gone.filter(each => !slips.has(each))
    const meant = nearest(name, left)
    if (meant !== undefined) slips.set(meant, name)
  }
  return slips
}

/** “It has a record” says nothing new where the record is written already. */
const isEmptyMapping = (answer: Answer) =>
  typeof answer === 'object' && !Array.isArray(answer) && Object.keys(answer).length === 0

const serviceIn = (of: string | undefined) => {
  const index = /^services\.(\d+)(?=\.|$)/.exec(of ?? '')?.[1]
  return index === undefined ? undefined : Number(index)
}

/** A service goes with its papers and ticks; those of later services follow their service to its new place. */
export function withoutService(filing: Filing, service: number): Edit[] {
  const owned = (list: 'materials' | 'confirmed') =>
    (filing[list] ?? []).flatMap(({ of }, index): Edit[] => {
      const owner = serviceIn(of)
      if (owner === undefined || owner < service) return []
      if (owner === service) return [{ remove: [list, index] }]
      return [{ set: [list, index, 'of'], answer: (of ?? '').replace(`services.${owner}`, `services.${owner - 1}`) }]
    })
  const removed = { remove: ['services', service] }
  return [...owned('materials').toReversed(), ...owned('confirmed').toReversed(), removed]
}
