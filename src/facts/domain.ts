// What follows from a domain's answers: its suffix, the days it still runs, whose it is.
import { daysBetween } from '../model/calendar.ts'
import { domainProblem, readDomain } from '../model/domain-name.ts'
import type { Domain } from '../model/filing.ts'
import { here, top, within, type Fact, type Subject } from './fact.ts'
import { legalRepresentativeOf, leadOf, principalOf, type Person } from './people.ts'
import { workingDaysBetween } from './working-days.ts'

const domainOf = (subject: Subject): Domain => within(subject, 'domain')?.domain ?? {}

const one = (kind: Fact['kind'], from: string[], of: Fact['of']) =>
  ({ scope: 'domain', kind, fields: here(...from), of }) as const

const fold = (text: unknown) => (typeof text === 'string' ? text.normalize('NFKC').replace(/\s+/g, '') : undefined)

const isPerson = (person: Person, name: string) => fold(person.read('name')) === fold(name)

/** Who the holder is by name: the sponsor, somebody of the filing, else the relation the filer states. */
function holderRelation(subject: Subject): string | undefined {
  const { filing } = subject.world
  const holder = domainOf(subject).holder
  if (holder?.name === undefined) return holder?.relation
  if (fold(holder.name) === fold(filing.sponsor?.name)) return 'sponsor'
  const legal = legalRepresentativeOf(filing)
  if (legal && isPerson(legal, holder.name)) return 'legal-representative'
  if (isPerson(principalOf(filing), holder.name)) return 'principal'
  return holder.relation === 'sponsor' ? 'sponsor' : holder.relation
}

/** The person or sponsor the holder's papers are compared with: whoever the relation names. */
function holderPapers(subject: Subject): ((field: string) => unknown) | undefined {
  const { filing } = subject.world
  const relation = holderRelation(subject)
  if (relation === 'legal-representative') return legalRepresentativeOf(filing)?.read
  if (relation === 'principal') return principalOf(filing).read
  if (relation !== 'sponsor' && relation !== undefined) return undefined
  const sponsor = filing.sponsor
  return field =>
    field === 'name' ? sponsor?.name : field === 'document.type' ? sponsor?.document?.type : sponsor?.document?.number
}

/** What MIIT's registry compares: undefined where one side is unknown or there is nobody to compare with. */
function agrees(field: 'document.type' | 'document.number') {
  return (subject: Subject): boolean | undefined => {
    const document = domainOf(subject).holder?.document
    const held = field === 'document.type' ? document?.type : document?.number
    const expected = holderPapers(subject)?.(field)
    return held === undefined || expected === undefined
      ? undefined
      : fold(held)?.toUpperCase() === fold(expected)?.toUpperCase()
  }
}

const known = (subject: Subject) => {
  const name = domainOf(subject).name
  return name === undefined ? undefined : readDomain(name)
}

export const domainFacts = {
  'domain.problem': {
    ...one('code', ['name'], subject => {
      const name = domainOf(subject).name
      return name === undefined ? undefined : (domainProblem(name) ?? 'none')
    }),
    codes: 'domain-problems',
  },
  'domain.top-level': one('text', ['name'], subject => known(subject)?.topLevel),
  'domain.suffix': one('text', ['name'], subject => known(subject)?.suffix),
  'domain.registrable': one('text', ['name'], subject => known(subject)?.registrable),
  'domain.is-registrable': one('yes-no', ['name'], subject => {
    const domain = known(subject)
    return domain && domain.ascii === domain.registrable
  }),
  'domain.levels': one('number', ['name'], subject => known(subject)?.labels.length),
  'domain.days-left': one('days', ['expires'], subject => {
    const expires = domainOf(subject).expires
    return expires === undefined ? undefined : daysBetween(subject.world.day, expires)
  }),
  'domain.real-name.working-days': one('number', ['real-name.on'], subject => {
    const on = domainOf(subject)['real-name']?.on
    return on === undefined
      ? undefined
      : workingDaysBetween(
          on,
          subject.world.day,
          subject.world.tables.list('holidays'),
          subject.world.tables.list('make-up-days'),
        )
  }),
  'domain.holder.relation': {
    ...one('code', ['holder.name', 'holder.relation'], holderRelation),
    codes: 'holder-relations',
  },
  'domain.holder.type-agrees': one('yes-no', ['holder.document.type'], agrees('document.type')),
  'domain.holder.number-agrees': { ...one('yes-no', ['holder.document.number'], agrees('document.number')) },
  'domain.holder.is-lead': one('yes-no', ['holder.name'], subject => {
    const name = domainOf(subject).holder?.name
    const service = within(subject, 'service')?.index
    const lead = service === undefined ? undefined : leadOf(subject.world.filing, service)
    return name === undefined || !lead ? undefined : isPerson(lead, name)
  }),
  'domain.resolution-is-stated': one('yes-no', ['resolves-to'], subject => domainOf(subject)['resolves-to'] !== undefined),
  'domain.resolves-to-access': one('yes-no', ['resolves-to'], resolvesToAccess),
  'domain.is-written-twice': {
    ...one('yes-no', ['name'], subject => {
      const name = domainOf(subject).name?.toLowerCase()
      const all = (subject.world.filing.services ?? []).filter(service =>
        (service.domains ?? []).some(domain => domain.name?.toLowerCase() === name),
      )
      return name === undefined ? undefined : all.filter(service => service.kind !== 'app').length > 1
    }),
    fields: here('name'),
  },
} as const satisfies Record<string, Fact>

/** Every address the domain resolves to is one of the service's own. */
function resolvesToAccess(subject: Subject): boolean | undefined {
  const resolved = domainOf(subject)['resolves-to']
  const access = within(subject, 'service')?.service?.access
  const resources = access === undefined ? [] : Array.isArray(access) ? access : [access]
  const own = resources.flatMap(resource =>
    (resource.ips ?? []).map(address => (typeof address === 'string' ? address : address.ip)),
  )
  if (!resolved || own.length === 0) return undefined
  return resolved.every(address => own.includes(address))
}

export const holderFacts = {
  'domain.holder.expected-name': {
    scope: 'domain',
    kind: 'text',
    fields: top('sponsor.name'),
    of: subject => subject.world.filing.sponsor?.name,
  },
} as const satisfies Record<string, Fact>
