// Who has to act on a finding: the sponsor's people, the domain's registrar, or whoever holds the cloud account.
import { leadOf, legalRepresentativeOf, principalOf } from '../facts/people.ts'
import type { ActorName } from '../locales/outlook-words.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import type { Step } from '../rules/step.ts'
import type { Packing } from './packing.ts'

export const actorNames = [
  'sponsor',
  'principal',
  'legal-representative',
  'lead',
  'registrar',
  'account',
] as const satisfies readonly ActorName[]

/** Papers that somebody else than their owner hands out. */
const issued: Readonly<Record<string, ActorName>> = {
  'domain-certificate': 'registrar',
  'domain-real-name-screenshot': 'registrar',
  'access-contract': 'account',
}

/** Signed for the sponsor, whoever they are about. */
const signedBySponsor = new Set(['lead-authorization', 'principal-authorization', 'commitment-letter'])

type Seen = Pick<Packing, 'filing'>

/** By the paper, else by the answer it stands or falls with, else by what it is about, else by its step. */
export function actorOf({ verdict, field, about, step }: Finding, seen: Seen): ActorName {
  const material =
    verdict.is === 'need' ? verdict.materials[0] : verdict.is === 'bad-scan' ? verdict.material : undefined
  if (material !== undefined) return actorOfPaper(material, about, seen)
  const byField = field && actorAt(field, seen)
  return byField ?? byName(about, seen) ?? byStep(step, about, seen)
}

/** A face is that of the lead, who may be the principal. */
function byStep(step: Step, about: string | undefined, seen: Seen): ActorName {
  if (step === 'face') return byName(`${about}.lead`, seen) ?? 'lead'
  return step === 'product' ? 'account' : 'sponsor'
}

function actorOfPaper(material: string, of: string | undefined, seen: Seen): ActorName {
  const issuer = issued[material]
  if (issuer) return issuer
  return signedBySponsor.has(material) ? 'sponsor' : (byName(of, seen) ?? 'sponsor')
}

function actorAt(field: Path, seen: Seen): ActorName | undefined {
  const [first, second, third, ...rest] = field
  if (first === 'principal' || first === 'legal-representative' || first === 'account') return first
  if (first === 'materials' && typeof second === 'number') {
    const material = seen.filing.materials?.[second]
    return material && actorOfPaper(material.is, material.of, seen)
  }
  if (first !== 'services') return first === 'materials' ? undefined : 'sponsor'
  if (third === 'lead') return byName(`services.${second}.lead`, seen)
  if (third === 'access') return 'account'
  if (third === 'domains') return rest.includes('filed-under') ? 'sponsor' : 'registrar'
  return 'sponsor'
}

/** A lead who is the principal or the legal representative acts as that. */
function actorOfLead(service: number, filing: Filing): ActorName {
  const lead = leadOf(filing, service)
  if (lead?.names.includes('principal') === true) return 'principal'
  const same = filing.services?.[service]?.lead?.['same-as']
  return same === 'legal-representative' ? (legalRepresentativeOf(filing)?.role ?? 'lead') : 'lead'
}

function byName(name: string | undefined, { filing }: Seen): ActorName | undefined {
  if (name === undefined || name === 'sponsor') return undefined
  if (name === 'principal' || name === 'legal-representative') return name
  const [list, index, part] = name.split('.')
  if (list === 'services' && part === 'lead') {
    return actorOfLead(Number(index), filing)
  }
  const isDomain = (filing.services ?? []).some(({ domains }) => domains?.some(domain => domain.name === name))
  return isDomain || part === 'domains' ? 'registrar' : part === 'access' ? 'account' : undefined
}

/** Their names, each once: of people and registrars. */
export function namesOfActor(actor: ActorName, { filing }: Seen): string[] {
  const services = filing.services ?? []
  const people = {
    principal: () => [principalOf(filing)],
    'legal-representative': () => [legalRepresentativeOf(filing)],
    lead: () => services.map((_, index) => (actorOfLead(index, filing) === 'lead' ? leadOf(filing, index) : undefined)),
  }
  const names =
    actor === 'registrar'
      ? services.flatMap(({ domains }) => (domains ?? []).map(({ registrar }) => registrar))
      : actor === 'sponsor' || actor === 'account'
        ? []
        : people[actor]().map(person => person?.read('name'))
  return [...new Set(names.filter(name => typeof name === 'string'))]
}
