// A filing taken apart into the things rules are judged on.
import type { Domain, Filing, Platform, Service } from '../model/filing.ts'
import type { Scope, Subject, World } from './fact.ts'
import { sponsorDiffersFromRecord } from './filing-type.ts'
import { leadOf, legalRepresentativeOf, principalOf, type Person } from './people.ts'

type Part = Omit<Subject, 'world' | 'known' | 'up'>

export type Subjects = Readonly<Record<Scope, readonly Subject[]>>

export function subjectsOf(world: World): Subjects {
  /** All of one form, which is read fastest. */
  const make = (part: Part, up?: Subject): Subject => ({
    world,
    scope: part.scope,
    path: part.path,
    up,
    index: part.index,
    service: part.service,
    domain: part.domain,
    access: part.access,
    platform: part.platform,
    approval: part.approval,
    material: part.material,
    person: part.person,
    known: [],
  })
  const { filing } = world
  const root = make({ scope: 'filing', path: [] })
  const services = servicesOf(filing).map((service, index) => {
    const person = leadOf(filing, index)
    return make({ scope: 'service', path: ['services', index], index, service, person }, root)
  })
  return {
    filing: [root],
    service: services,
    domain: services.flatMap(up =>
      domainsOf(up).map((domain, index) =>
        make({ scope: 'domain', path: [...up.path, 'domains', index], index, domain }, up),
      ),
    ),
    access: services.flatMap(up => accessesOf(up).map(part => make(part, up))),
    platform: services.flatMap(up =>
      platformsOf(up).map((platform, index) =>
        make({ scope: 'platform', path: [...up.path, 'app', 'platforms', index], index, platform }, up),
      ),
    ),
    approval: services.flatMap(up =>
      (up.service?.['pre-approvals'] ?? []).map((approval, index) =>
        make({ scope: 'approval', path: [...up.path, 'pre-approvals', index], index, approval }, up),
      ),
    ),
    person: peopleOf(filing, services).map(({ person, up }) =>
      make({ scope: 'person', path: person.path, person }, up ?? root),
    ),
    material: (filing.materials ?? []).map((material, index) =>
      make({ scope: 'material', path: ['materials', index], index, material }, root),
    ),
    // Only many filings together have any, and only a look at the files finds any.
    shared: [],
    scan: [],
  }
}

/** At least one service, written yet or not: only a cancellation or a change can be about the sponsor alone. */
function servicesOf(filing: Filing): readonly Service[] {
  const isAboutSponsor =
    filing.purpose === 'cancel' || (filing.purpose === 'change' && sponsorDiffersFromRecord(filing))
  return filing.services ?? (isAboutSponsor ? [] : [{}])
}

/** A website always has a domain to be asked about; an app may do without. */
function domainsOf(service: Subject): readonly Domain[] {
  return service.service?.domains ?? (service.service?.kind === 'app' ? [] : [{}])
}

function platformsOf(service: Subject): readonly Platform[] {
  return service.service?.app?.platforms ?? (service.service?.kind === 'app' ? [{}] : [])
}

/** A service always has an access record to be asked about, even when none is written yet. */
function accessesOf(service: Subject): Part[] {
  const path = [...service.path, 'access']
  const written = service.service?.access
  if (!Array.isArray(written)) return [{ scope: 'access', path, index: 0, access: written ?? {} }]
  return written.map((access, index) => ({ scope: 'access', path: [...path, index], index, access }))
}

/** Everybody with a record of their own, once; who is merely `same-as` somebody is judged there. */
function peopleOf(filing: Filing, services: readonly Subject[]): { person: Person; up?: Subject }[] {
  const principal = principalOf(filing)
  const legal = legalRepresentativeOf(filing)
  const leads = services.flatMap(up => (up.person?.ownRecord ? [{ person: up.person, up }] : []))
  const others = legal && legal.role === 'legal-representative' ? [{ person: legal }] : []
  return [{ person: principal }, ...others, ...leads]
}
