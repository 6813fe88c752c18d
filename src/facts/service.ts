// What follows from a service's answers: its own filing type, where its home page stands, who leads it.
import { filingNumberProblem, readFilingNumber } from '../model/filing-number.ts'
import { domainProblem } from '../model/domain-name.ts'
import type { Service } from '../model/filing.ts'
import { here, within, type Fact, type Subject } from './fact.ts'
import { typeOfService } from './filing.ts'
import { isSamePerson, legalRepresentativeOf, principalOf } from './people.ts'
import { domainNamesOf } from './service-domains.ts'

const serviceOf = (subject: Subject): Service => within(subject, 'service')?.service ?? {}

const one = (kind: Fact['kind'], from: string[], of: Fact['of']) =>
  ({ scope: 'service', kind, fields: here(...from), of }) as const

const recordOf = (subject: Subject) => {
  const record = serviceOf(subject).record
  return record === 'none' ? undefined : record
}

const homeUrls = (service: Service): readonly string[] => {
  const url = service['home-url']
  return url === undefined ? [] : Array.isArray(url) ? url : [url]
}

const resourcesOf = ({ access }: Service) => (access === undefined ? [] : Array.isArray(access) ? access : [access])

/** Provinces stated beside the addresses of the service's servers, each once. */
function addressProvinces(subject: Subject): string[] {
  const addresses = resourcesOf(serviceOf(subject)).flatMap(({ ips }) => ips ?? [])
  return [...new Set(addresses.flatMap(address => (typeof address === 'string' ? [] : (address.province ?? []))))]
}

const hostOf = (url: string) => /^(?:[a-z]+:\/\/)?([^/:?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? ''

/** Does every home page stand on one of the service's own domains? */
function homeIsOnDomain(subject: Subject): boolean | undefined {
  const urls = homeUrls(serviceOf(subject))
  const domains = domainNamesOf(serviceOf(subject))
  if (urls.length === 0 || domains.length === 0) return undefined
  return urls.every(url => {
    const host = hostOf(url)
    return domains.some(domain => host === domain || host.endsWith(`.${domain}`))
  })
}

/** Where a list is still empty, its first entry is asked for. */
const firstDomain: Fact['fields'] = subject => [[...subject.path, 'domains', 0, 'name']]

/** The icon's path; a material `app-icon` is the same thing. */
function iconFile(subject: Subject): string | undefined {
  const materials = subject.world.filing.materials ?? []
  const isMeant = (of: string | undefined) => of === undefined || of === subject.path.join('.')
  return serviceOf(subject).app?.icon ?? materials.find(({ is, of }) => is === 'app-icon' && isMeant(of))?.file
}

const firstOs: Fact['fields'] = subject => [[...subject.path, 'app', 'platforms', 0, 'os']]

const platformNames = (service: Service) => (service.app?.platforms ?? []).map(platform => platform.name)

function namesAgree(subject: Subject): boolean | undefined {
  const names = platformNames(serviceOf(subject))
  const filed = serviceOf(subject).name
  return names.length === 0 || filed === undefined
    ? undefined
    : names.every(name => name === undefined || name === filed)
}

/** Who leads is asked first, then the number that tells who that is. */
const leadIdentity: Fact['fields'] = subject => {
  const lead = within(subject, 'service')?.person
  return lead ? [lead.pathOf('document.number')] : here('lead')(subject)
}

export const serviceFacts = {
  'service.filing-type': {
    ...one('code', ['record'], subject => typeOfService(subject.world, within(subject, 'service')?.index ?? 0).type),
    codes: 'filing-types',
  },
  'service.filed': one('yes-no', ['record'], subject => recordOf(subject) !== undefined),
  'service.record-is-stated': one('yes-no', ['record'], subject =>
    serviceOf(subject).record === undefined ? undefined : true,
  ),
  'service.record-is-none': {
    ...one('yes-no', ['record'], subject => (serviceOf(subject).record === 'none' ? true : undefined)),
    unlessSaid: false,
  },
  'service.record.number-kind': one('text', ['record.number'], subject => {
    const number = recordOf(subject)?.number
    return number === undefined ? undefined : readFilingNumber(number)?.kind
  }),
  'service.record.number-problem': {
    ...one('code', ['record.number'], subject => {
      const number = recordOf(subject)?.number
      return number === undefined ? undefined : (filingNumberProblem(number) ?? 'none')
    }),
    codes: 'filing-number-problems',
  },
  'service.record.provider': {
    ...one('list', ['record.provider'], subject => {
      const provider = recordOf(subject)?.provider
      return typeof provider === 'string' ? [provider] : provider
    }),
    codes: 'providers',
  },
  'service.home-url': one('list', ['home-url'], subject => {
    const urls = homeUrls(serviceOf(subject))
    return urls.length === 0 ? undefined : urls
  }),
  'service.home-urls': one('number', ['home-url'], subject => homeUrls(serviceOf(subject)).length || undefined),
  'service.home-url.is-on-domain': one('yes-no', ['home-url'], homeIsOnDomain),
  'service.home-url.has-scheme': one('yes-no', ['home-url'], subject => {
    const urls = homeUrls(serviceOf(subject))
    return urls.length === 0 ? undefined : urls.some(url => /^[a-z]+:\/\//i.test(url))
  }),
  'service.domain-count': {
    ...one('number', ['domains'], subject => serviceOf(subject).domains?.length),
    fields: firstDomain,
  },
  'service.has-domain': {
    ...one('yes-no', ['domains'], subject =>
      serviceOf(subject).domains?.some(({ name }) => name === undefined || domainProblem(name) !== 'ip-address'),
    ),
    unlessSaid: true,
  },
  'service.resources': one('number', ['access'], subject => resourcesOf(serviceOf(subject)).length),
  'service.address-provinces': { ...one('list', ['access'], addressProvinces), codes: 'provinces' },
  'service.pre-approvals': {
    ...one('list', ['pre-approvals'], subject =>
      serviceOf(subject)['pre-approvals']?.flatMap(({ type }) => type ?? []),
    ),
    codes: 'pre-approvals',
  },
  'service.shares-site': one('yes-no', ['same-site-as'], subject => serviceOf(subject)['same-site-as'] !== undefined),
  'service.lead-is-given': one('yes-no', ['lead'], subject => (within(subject, 'service')?.person ? true : undefined)),
  'lead.is-somebody-else': {
    ...one('yes-no', ['lead'], subject => {
      const lead = within(subject, 'service')?.person
      const same = lead && isSamePerson(lead, principalOf(subject.world.filing))
      return same === undefined ? undefined : !same
    }),
    fields: leadIdentity,
  },
  'lead.represents-sponsor': {
    ...one('yes-no', ['lead'], subject => {
      const lead = within(subject, 'service')?.person
      const legal = legalRepresentativeOf(subject.world.filing)
      return lead && legal && isSamePerson(lead, legal)
    }),
    fields: leadIdentity,
  },
  'service.app.platforms': {
    ...one('number', ['app.platforms'], subject => serviceOf(subject).app?.platforms?.length),
    fields: firstOs,
  },
  'service.app.icon-file': one('text', ['app.icon'], iconFile),
  'service.app.names-agree': {
    ...one('yes-no', ['name'], namesAgree),
    fields: subject => [[...subject.path, 'name'], ...firstOs(subject)],
  },
} as const satisfies Record<string, Fact>
