// What of a filing may stand in others too: numbers, people, servers, codes, domains, the sponsor.
import type { Access, Filing, Path, Service } from '../model/filing.ts'
import { readDomain } from '../model/domain-name.ts'
import { fold } from '../model/fold.ts'
import type { World } from './fact.ts'
import { serviceTypes } from './filing.ts'
import { leadOf, legalRepresentativeOf, principalOf, type Person } from './people.ts'

export type SharedThing = 'mobile' | 'lead' | 'server' | 'code' | 'domain' | 'sponsor'

export type Trait = {
  readonly is: SharedThing
  /** what is compared: equal texts mean the same thing */
  readonly key: string
  readonly field: Path
  /** of a server */
  readonly use?: ServerUse
}

/** How a service uses a server: `codes` is what the product gives, less those used before. */
export type ServerUse = { readonly hasCode: boolean; readonly codes?: number }

/** Who files, and whom that sponsor is related to: texts that related sponsors have in common. */
export type Filer = { readonly key: string; readonly isOrganization: boolean; readonly ties: readonly string[] }

export type Traits = { readonly filer: Filer; readonly site: string; readonly traits: readonly Trait[] }

/** Undefined where nobody can tell whose filing it is, or where there is nothing to file. */
export function traitsOf(world: World): Traits | undefined {
  const { filing } = world
  const filer = filerOf(filing)
  if (!filer) return undefined
  const types = serviceTypes(world).map(({ type }) => type)
  const services = (filing.services ?? []).map((service, index) => ({ service, index, type: types[index] }))
  const open = services.filter(({ type }) => type !== 'nothing-to-file')
  if (open.length === 0 && services.length > 0) return undefined
  const kept = open.filter(({ type }) => type !== undefined && !type.startsWith('cancel-'))
  const traits = [
    { is: 'sponsor' as const, key: filer.key, field: ['sponsor', 'document', 'number'] },
    ...(isCancelled(filing) ? [] : peopleOf(filing, kept)),
    ...kept.flatMap(({ service, index }) => domainsOf(service, index)),
    ...kept
      .filter(({ type }) => type !== 'change-service')
      .flatMap(({ service, index }) => serversOf(world, service, index)),
  ]
  return { filer, site: filing.account?.site ?? '', traits }
}

const isCancelled = (filing: Filing) => filing.purpose === 'cancel'

function filerOf(filing: Filing): Filer | undefined {
  const { sponsor } = filing
  const number = sponsor?.document?.number
  if (number === undefined) return undefined
  const legal = legalRepresentativeOf(filing)?.read('document.number')
  return {
    key: fold(number).toUpperCase(),
    isOrganization: sponsor?.kind !== 'individual',
    ties: [sponsor?.name, sponsor?.superior, legal].flatMap(tie => (typeof tie === 'string' ? [fold(tie)] : [])),
  }
}

type Numbered = { readonly service: Service; readonly index: number }

function peopleOf(filing: Filing, services: readonly Numbered[]): Trait[] {
  const leads = services.flatMap(({ index }) => leadOf(filing, index) ?? [])
  return [
    ...[principalOf(filing), ...leads].flatMap(mobileOf),
    ...(filing.sponsor?.kind === 'individual' ? [] : leads.flatMap(person => told('lead', person, 'document.number'))),
  ]
}

function mobileOf(person: Person): Trait[] {
  return told('mobile', person, 'mobile').map(trait => ({ ...trait, key: withoutCountry(trait.key) }))
}

function told(is: SharedThing, person: Person, field: string): Trait[] {
  const written = person.read(field)
  if (typeof written !== 'string') return []
  return [{ is, key: fold(written).toUpperCase(), field: person.pathOf(field) }]
}

/** +86 138-0013-8000 → 13800138000 */
function withoutCountry(number: string): string {
  const digits = number.replace(/\D/g, '')
  return digits.length > 11 ? digits.replace(/^(?:00)?86/, '') : digits
}

/** An app may be served from the domain of a website: only websites are counted. */
function domainsOf({ kind, domains = [] }: Service, service: number): Trait[] {
  if (kind === 'app') return []
  return domains.flatMap(({ name }, index) => {
    const domain = name === undefined ? undefined : readDomain(name)
    const field = ['services', service, 'domains', index, 'name']
    return domain ? [{ is: 'domain' as const, key: domain.registrable, field }] : []
  })
}

function serversOf(world: World, { access }: Service, index: number): Trait[] {
  const path = ['services', index, 'access']
  if (access === undefined) return []
  if (!Array.isArray(access)) return accessTraits(world, access, path)
  return access.flatMap((each, at) => accessTraits(world, each, [...path, at]))
}

/** A resource's id is unique with its provider only. */
function accessTraits({ filing, tables }: World, { resource, code, product, ...more }: Access, path: Path): Trait[] {
  const codes = product === undefined ? undefined : tables.product(product)?.codes
  const left = codes === undefined ? {} : { codes: codes - (more['codes-used'] ?? 0) }
  const server = resource === undefined ? [] : [`${filing.provider ?? ''} ${fold(resource)}`]
  return [
    ...server.map(key => ({
      is: 'server' as const,
      key,
      field: [...path, 'resource'],
      use: { hasCode: code !== undefined, ...left },
    })),
    ...(code === undefined ? [] : [{ is: 'code' as const, key: fold(code), field: [...path, 'code'] }]),
  ]
}
