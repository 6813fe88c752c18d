// What follows from the filing as a whole: its type, its conflicts, how much it adds to what is on record.
import { top, type Fact, type Subject, type World } from './fact.ts'
import { deriveFilingType, recordOf, type Derived } from './filing-type.ts'
import { latest } from '../model/remember.ts'
import { cityOf, provinceOfPlace } from './place.ts'
import { domainNamesOf } from './service-domains.ts'

const shellMayAdd =
  ({ tables }: World) =>
  (province: string) =>
    tables.list('shell-may-add-provinces').includes(province)

const priority = ['other-sponsor', 'shell', 'other-province']

/** The type of the whole filing: that of its first service, or the first one that stands in a conflict. */
export function filingTypeOf(world: World): Derived {
  const all = serviceTypes(world)
  return (
    all.find(({ conflict }) => priority.includes(conflict)) ??
    all[0] ??
    deriveFilingType(world.filing, undefined, shellMayAdd(world))
  )
}

export const serviceTypes = latest((world: World): readonly Derived[] => {
  const services = world.filing.services ?? (world.filing.purpose === 'cancel' ? [] : [{}])
  return services.map(service => deriveFilingType(world.filing, service, shellMayAdd(world)))
})

/** Of a service that is not written yet, too. */
export function typeOfService(world: World, index: number): Derived {
  return serviceTypes(world)[index] ?? deriveFilingType(world.filing, {}, shellMayAdd(world))
}

const fromRecord = top('sponsor.record')
const one = (kind: Fact['kind'], of: Fact['of'], fields = fromRecord) =>
  ({ scope: 'filing', kind, fields, of }) as const

const servicesOf = ({ world }: Subject) => world.filing.services ?? []
const domainsOf = (subject: Subject) => servicesOf(subject).flatMap(service => service.domains ?? [])

/** Labels in front of the suffix, each once: `a.cn` and `a.com` share the prefix `a`. */
function prefixesOf(subject: Subject): Set<string> {
  const prefixes = new Set<string>()
  for (const service of servicesOf(subject)) for (const name of domainNamesOf(service)) prefixes.add(prefixOf(name))
  return prefixes
}

const prefixOf = (name: string) => (name.includes('.') ? name.slice(0, name.indexOf('.')) : name)

const recorded = (subject: Subject, count: 'services' | 'domains' | 'prefixes' | 'websites' | 'apps') =>
  recordOf(subject.world.filing)?.[count] ?? 0

const ofKind = (subject: Subject, kind: string) => servicesOf(subject).filter(service => service.kind === kind).length

/** New services: those that MIIT does not have yet. */
const isNew = (subject: Subject, index: number) => {
  const type = serviceTypes(subject.world)[index]?.type
  return type === 'first' || type === 'add-service-here' || type === 'add-service-elsewhere'
}

/** Days from today to the planned day of submission are lived through before anybody looks. */
export const filingFacts = {
  'filing.type': { ...one('code', ({ world }) => filingTypeOf(world).type), codes: 'filing-types' },
  'filing.conflict': { ...one('code', ({ world }) => filingTypeOf(world).conflict), codes: 'filing-conflicts' },
  /** Stated types are compared with the derived one; who states none expects what is derived. */
  'filing.expects': { ...one('code', ({ world }) => expectedType(world), top('expects')), codes: 'filing-types' },
  'filing.types': one('list', ({ world }) => [...new Set(serviceTypes(world).map(({ type }) => type))]),
  'filing.day': one('day', ({ world }) => world.day, top('plan.submit-on')),
  'filing.region-province': {
    ...one('code', ({ world }) => provinceOfPlace(world.tables, world.filing.region), top('region')),
    codes: 'provinces',
  },
  'filing.region-is-known': one('yes-no', ({ world }) => regionIsKnown(world), top('region')),
  'filing.region-name': one('text', ({ world }) => regionName(world), top('region')),
  'filing.city': one('text', ({ world }) => world.tables.place(cityOf(world.filing.region) ?? ''), top('region')),
  'filing.services': one('number', subject => servicesOf(subject).length),
  'filing.websites': one('number', subject => ofKind(subject, 'website')),
  'filing.apps': one('number', subject => ofKind(subject, 'app')),
  'filing.domains': one('number', subject => domainsOf(subject).length),
  'sponsor.services-after': one(
    'number',
    subject => recorded(subject, 'services') + servicesOf(subject).filter((_, index) => isNew(subject, index)).length,
  ),
  'sponsor.websites-after': one(
    'number',
    subject =>
      recorded(subject, 'websites') +
      servicesOf(subject).filter((service, index) => service.kind === 'website' && isNew(subject, index)).length,
  ),
  'sponsor.domains-after': one('number', subject => recorded(subject, 'domains') + domainsOf(subject).length),
  'sponsor.prefixes-after': one('number', subject => recorded(subject, 'prefixes') + prefixesOf(subject).size),
  'filing.mobiles': one('number', ({ world }) => distinctPhones(world).size),
} as const satisfies Record<string, Fact>

/** With services of several types, whichever of them is stated agrees. */
function expectedType(world: World): string {
  const derived = filingTypeOf(world).type
  const stated = world.filing.expects
  return stated === undefined || serviceTypes(world).some(({ type }) => type === stated) ? derived : stated
}

function regionName({ filing: { region = '' }, tables }: World): string | undefined {
  return tables.place(region) ?? tables.place(region.replace(/00$/, ''))
}

/** A county, or a city that has none, such as 441900. */
function regionIsKnown({ filing: { region }, tables }: World): boolean | undefined {
  if (region === undefined) return undefined
  if (!/^\d{6}$/.test(region)) return false
  if (tables.place(region) !== undefined) return true
  return region.endsWith('00') && tables.places(region.slice(0, 2)).some(({ code }) => code === region)
}

/** Every phone number written anywhere in the filing, own and emergency, each once. */
function distinctPhones({ filing }: World): Set<string> {
  const leads = servicesLeads(filing.services)
  const people = [filing.principal, filing['legal-representative'], ...leads]
  return new Set(
    people.flatMap(person => [person?.mobile, person?.['emergency-phone']].filter(phone => phone !== undefined)),
  )
}

const servicesLeads = (services: World['filing']['services']) => (services ?? []).map(service => service.lead)
