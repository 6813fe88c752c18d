// Who is meant where: `same-as` followed, an individual standing for their own principal and lead.
import type { Filing, Path } from '../model/filing.ts'
import { latest } from '../model/remember.ts'
import { read } from './fact.ts'

export type Role = 'principal' | 'lead' | 'legal-representative'

export type Person = {
  readonly role: Role
  /** where this person's own record stands or would stand */
  readonly path: Path
  /** every `materials[].of` that means this person */
  readonly names: readonly string[]
  /** false where the record only points to somebody written elsewhere */
  readonly ownRecord: boolean
  readonly read: (field: string) => unknown
  /** where an answer to this field stands, or should be written */
  readonly pathOf: (field: string) => Path
}

type Source = { readonly path: Path; readonly has: (field: string) => boolean }

const sponsorsOwn = new Set(['name', 'document'])

/** The fields an individual sponsor lends to their principal: the name and the document. */
const sponsorAsPerson: Source = { path: ['sponsor'], has: field => sponsorsOwn.has(keysOf(field)[0] ?? '') }

const splitFields = new Map<string, readonly string[]>()

/** `document.number` → its keys; there are a few dozen such fields, asked for over and over. */
function keysOf(field: string): readonly string[] {
  const known = splitFields.get(field)
  if (known) return known
  const keys = field.split('.')
  splitFields.set(field, keys)
  return keys
}

const everything = (path: Path): Source => ({ path, has: () => true })

function person(filing: Filing, role: Role, path: Path, names: string[], fallback: Source[]): Person {
  const own = read(filing, path)
  const sources = [everything(path), ...fallback]
  const records = new Map(sources.map(source => [source, read(filing, source.path)]))
  const valueAt = (source: Source, field: string) => read(records.get(source), keysOf(field))
  const holder = (field: string) => sources.find(source => source.has(field) && valueAt(source, field) !== undefined)
  return {
    role,
    path,
    names,
    ownRecord: own !== undefined && read(own, ['same-as']) === undefined,
    read: field => {
      for (const source of sources) {
        const found = source.has(field) ? valueAt(source, field) : undefined
        if (found !== undefined) return found
      }
      return undefined
    },
    pathOf: field => {
      const source = holder(field) ?? fallback.find(other => other.has(field)) ?? everything(path)
      return [...source.path, ...keysOf(field)]
    },
  }
}

const isIndividual = (filing: Filing) => filing.sponsor?.kind === 'individual'

export const principalOf = latest((filing: Filing): Person => {
  const individual = isIndividual(filing)
  const borrowed = individual || filing.principal?.['same-as'] === 'sponsor'
  const names = ['principal', ...(individual ? ['sponsor'] : [])]
  if (filing.principal?.['is-legal-representative']) names.push('legal-representative')
  return person(filing, 'principal', ['principal'], names, borrowed ? [sponsorAsPerson] : [])
})

/** The legal representative: the principal unless somebody else is written; unknown while nobody has said. */
export const legalRepresentativeOf = latest((filing: Filing): Person | undefined => {
  if (isIndividual(filing)) return undefined
  if (filing['legal-representative']) {
    return person(filing, 'legal-representative', ['legal-representative'], ['legal-representative'], [])
  }
  if (filing.principal?.['is-legal-representative'] === true) return principalOf(filing)
  if (filing.principal?.['is-legal-representative'] === false) {
    return person(filing, 'legal-representative', ['legal-representative'], ['legal-representative'], [])
  }
  return undefined
})

/** The leads of the services, each undefined while nobody is named. An individual leads their own service. */
const leadsOf = latest((filing: Filing) => (filing.services ?? []).map((_, index) => makeLead(filing, index)))

export function leadOf(filing: Filing, service: number): Person | undefined {
  const leads = leadsOf(filing)
  // A service that is not written yet has no place in the list.
  return service < leads.length ? leads[service] : makeLead(filing, service)
}

function makeLead(filing: Filing, service: number): Person | undefined {
  const path = ['services', service, 'lead']
  const lead = filing.services?.[service]?.lead
  const name = `services.${service}.lead`
  const same = lead?.['same-as'] ?? (isIndividual(filing) ? 'principal' : undefined)
  if (!lead && !same) return undefined
  if (same === 'legal-representative')
    return person(filing, 'lead', path, [name], [everything(['legal-representative'])])
  if (!same) return person(filing, 'lead', path, [name], [])
  const principal = principalOf(filing)
  const borrowed = isIndividual(filing) || filing.principal?.['same-as'] === 'sponsor' ? [sponsorAsPerson] : []
  return person(filing, 'lead', path, [name, ...principal.names], [everything(['principal']), ...borrowed])
}

/** True when both are known to be one person: the same record, or the same document number. */
export function isSamePerson(one: Person, other: Person): boolean | undefined {
  if (one.names.some(name => other.names.includes(name))) return true
  const first = one.read('document.number')
  const second = other.read('document.number')
  if (first === undefined || second === undefined) return undefined
  return first === second
}

/** The person a material's `of` means. */
export function personNamed(filing: Filing, of: string): Person | undefined {
  const leads = (filing.services ?? []).flatMap((_, index) => leadOf(filing, index) ?? [])
  return [principalOf(filing), legalRepresentativeOf(filing), ...leads].find(one => one?.names.includes(of))
}
