// What follows from a domain's answers: its suffix, the days it still runs, when it was filed.
import { daysBetween } from '../model/calendar.ts'
import { domainProblem, readDomain } from '../model/domain-name.ts'
import type { Domain } from '../model/filing.ts'
import { latest } from '../model/remember.ts'
import { here, within, type Fact, type Subject } from './fact.ts'
import { domainNamesOf } from './service-domains.ts'
import { longest, workingDaysBetween } from './working-days.ts'

const domainOf = (subject: Subject): Domain => within(subject, 'domain')?.domain ?? {}

const one = (kind: Fact['kind'], from: string[], of: Fact['of']) =>
  ({ scope: 'domain', kind, fields: here(...from), of }) as const

const known = (subject: Subject) => {
  const name = domainOf(subject).name
  return name === undefined ? undefined : readDomain(name)
}

/** The day MIIT filed the domain's service; a new one is filed today. */
function filedOn(subject: Subject): string | undefined {
  const record = within(subject, 'service')?.service?.record
  return record === undefined || record === 'none' ? subject.world.day : record['filed-on']
}

/** Up to today; weeks whose holidays are not announced yet count as ordinary ones. */
const sinceVerified = latest((subject: Subject): number | undefined => {
  const on = domainOf(subject)['real-name']?.on
  const { day, tables } = subject.world
  const holidays = { off: tables.list('holidays'), worked: tables.list('make-up-days') }
  return on === undefined ? undefined : workingDaysBetween(on, day, holidays)
})

/** Domains filed since then have been verified; one on record counts among them unless the filer says when it was filed. */
const verifiedSince = '2018-01-01'

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
  'domain.real-name.working-days': one('number', ['real-name.on'], sinceVerified),
  'domain.real-name.holidays-are-known': one('yes-no', ['real-name.on'], subject => {
    const count = sinceVerified(subject)
    const lastYear = subject.world.tables.list('holidays').at(-1)?.slice(0, 4) ?? ''
    return count === undefined ? undefined : count >= longest || subject.world.day.slice(0, 4) <= lastYear
  }),
  'domain.filed-on': {
    scope: 'domain',
    kind: 'day',
    fields: subject => [[...(within(subject, 'service')?.path ?? []), 'record', 'filed-on']],
    of: filedOn,
    unlessSaid: verifiedSince,
  },
  'domain.resolution-is-stated': one(
    'yes-no',
    ['resolves-to'],
    subject => domainOf(subject)['resolves-to'] !== undefined,
  ),
  'domain.resolves-to-access': one('yes-no', ['resolves-to'], resolvesToAccess),
  'domain.is-written-twice': {
    ...one('yes-no', ['name'], subject => {
      const name = domainOf(subject).name?.toLowerCase()
      if (name === undefined) return undefined
      const all = (subject.world.filing.services ?? []).filter(service => domainNamesOf(service).includes(name))
      return all.filter(service => service.kind !== 'app').length > 1
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
