// From field names without indices (`services.domains.name`) to the answers of one filing, in that order.
import { read } from '../facts/fact.ts'
import { leadOf, legalRepresentativeOf, principalOf, type Person } from '../facts/people.ts'
import type { Filing, Path } from '../model/filing.ts'

export type Answer = {
  /** the field's name, without indices */
  readonly name: string
  readonly path: Path
  /** where the value stands: of a lead who is the principal, at the principal */
  readonly at: Path
  readonly values: readonly (string | number | boolean)[]
}

/** Answers about one thing: `of` is the list item they belong to where there are several, else empty. */
export type AnswerGroup = { readonly of: Path; readonly answers: readonly Answer[] }

type Keys = readonly string[]
type Place = { readonly path: Path; readonly of: Path; readonly names: Keys }

export function answersTo(fields: readonly string[], filing: Filing): AnswerGroup[] {
  const groups = below(
    fields.map(field => field.split('.')),
    { path: [], of: [], names: [] },
    filing,
  )
  return groups.reduce<AnswerGroup[]>((joined, group) => {
    const last = joined.at(-1)
    return last && last.of.join('.') === group.of.join('.')
      ? [...joined.slice(0, -1), { of: last.of, answers: [...last.answers, ...group.answers] }]
      : [...joined, group]
  }, [])
}

function below(fields: readonly Keys[], place: Place, filing: Filing): AnswerGroup[] {
  return runsOf(fields).flatMap(({ key, rest }) => {
    const path = [...place.path, key]
    const names = [...place.names, key]
    if (rest.length === 0) return [{ of: place.of, answers: [answerAt(names.join('.'), path, filing)] }]
    if (!applies(path, filing)) return []
    const items = itemsAt(path, filing)
    return items.flatMap(item => below(rest, { path: item, of: items.length > 1 ? item : place.of, names }, filing))
  })
}

type Run = { readonly key: string; readonly rest: readonly Keys[] }

/** Neighbours with the same first key stay together, so that one service is told before the next. */
function runsOf(fields: readonly Keys[]): Run[] {
  return fields.reduce<Run[]>((runs, [key = '', ...rest]) => {
    const last = runs.at(-1)
    if (rest.length > 0 && last?.key === key && last.rest.length > 0) {
      return [...runs.slice(0, -1), { key, rest: [...last.rest, rest] }]
    }
    return [...runs, { key, rest: rest.length === 0 ? [] : [rest] }]
  }, [])
}

const lists = new Set(['services', 'domains', 'platforms', 'pre-approvals', 'sdks'])

/** The items of a list, one still to be written where there are none; a mapping is its own only item. */
function itemsAt(path: Path, filing: Filing): Path[] {
  const value = read(filing, path)
  if (Array.isArray(value)) return value.map((_, index) => [...path, index])
  return [lists.has(String(path.at(-1))) ? [...path, 0] : path]
}

/** Records that are about something this filing does not have are left out. */
function applies(path: Path, filing: Filing): boolean {
  const value = read(filing, path)
  switch (path.at(-1)) {
    case 'record':
      return typeof value === 'object'
    case 'pre-approvals':
    case 'sdks':
      return Array.isArray(value) && value.length > 0
    case 'app':
      return read(filing, [...path.slice(0, -1), 'kind']) === 'app'
    case 'domains':
      return value !== undefined || read(filing, [...path.slice(0, -1), 'kind']) !== 'app'
    case 'legal-representative':
      return path.length > 1 || legalRepresentativeOf(filing) !== undefined
    default:
      return true
  }
}

/** The person a path leads into, and the field of theirs. */
function personAt(path: Path, filing: Filing): { person: Person; field: string } | undefined {
  const [first, index, role, ...ofLead] = path
  const field = path.slice(1).join('.')
  if (first === 'principal') return { person: principalOf(filing), field }
  const legal = first === 'legal-representative' ? legalRepresentativeOf(filing) : undefined
  if (legal) return { person: legal, field }
  const lead = first === 'services' && role === 'lead' && typeof index === 'number' ? leadOf(filing, index) : undefined
  return lead && { person: lead, field: ofLead.join('.') }
}

function answerAt(name: string, path: Path, filing: Filing): Answer {
  const found = personAt(path, filing)
  const at = found && found.field !== '' ? found.person.pathOf(found.field) : path
  return { name, path, at, values: valuesOf(read(filing, at)) }
}

/** Addresses may be written with their province: only the address is typed into a form. */
function valuesOf(value: unknown): (string | number | boolean)[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [value]
  if (Array.isArray(value)) return value.flatMap(item => valuesOf(item))
  return typeof value === 'object' && value !== null && 'ip' in value ? valuesOf(value.ip) : []
}
