// Whose a domain is: the holder the registrar shows, beside the sponsor and the people of the filing.
import { fold, isSameText } from '../model/fold.ts'
import { distance } from '../model/nearest.ts'
import type { Domain, Filing } from '../model/filing.ts'
import { latest } from '../model/remember.ts'
import { here, top, within, type Fact, type Subject } from './fact.ts'
import { leadOf, legalRepresentativeOf, principalOf, type Person } from './people.ts'

/** Somebody of the filing whom the registrar's data can be compared with. */
type Candidate = {
  readonly relation: 'sponsor' | 'legal-representative' | 'principal'
  readonly name: string | undefined
  readonly type: string | undefined
  readonly number: string | undefined
}

/** How it is told who the holder is: the same name, one that is only misspelt, or what the filer says. */
type Match = { readonly candidate: Candidate; readonly by: 'name' | 'slip' | 'statement' }

const domainOf = (subject: Subject): Domain => within(subject, 'domain')?.domain ?? {}
const holderOf = (subject: Subject) => domainOf(subject).holder

const one = (kind: Fact['kind'], from: string[], of: Fact['of']) =>
  ({ scope: 'domain', kind, fields: here(...from), of }) as const

const isSame = (left: string | undefined, right: string | undefined) =>
  left !== undefined && right !== undefined && isSameText(left, right)

function asCandidate(relation: Candidate['relation'], person: Person): Candidate {
  const text = (field: string) => {
    const found = person.read(field)
    return typeof found === 'string' ? found : undefined
  }
  return { relation, name: text('name'), type: text('document.type'), number: text('document.number') }
}

function candidatesOf(filing: Filing): Candidate[] {
  const { name, document, kind } = filing.sponsor ?? {}
  const sponsor: Candidate = { relation: 'sponsor', name, type: document?.type, number: document?.number }
  if (kind === 'individual') return [sponsor]
  const legal = legalRepresentativeOf(filing)
  return [
    sponsor,
    ...(legal ? [asCandidate('legal-representative', legal)] : []),
    asCandidate('principal', principalOf(filing)),
  ]
}

/** One or two characters apart; in a person's name of three or more characters, one. */
function isClose(name: string, other: string): boolean {
  const shorter = Math.min(fold(name).length, fold(other).length)
  const most = shorter >= 6 ? 2 : shorter >= 3 ? 1 : 0
  return distance(fold(name), fold(other), most) <= most
}

/** The same number under another name, or a name so near that it can only be a slip. */
function isSlip(candidate: Candidate, holder: NonNullable<Domain['holder']>): boolean {
  const { name, relation } = holder
  const number = holder.document?.number
  if (name === undefined || candidate.name === undefined) return false
  if (isSame(number, candidate.number)) return true
  const numbersDiffer = number !== undefined && candidate.number !== undefined && !isClose(number, candidate.number)
  return !numbersDiffer && (relation ?? candidate.relation) === candidate.relation && isClose(name, candidate.name)
}

const matchOf = latest((subject: Subject): Match | undefined => {
  const holder = holderOf(subject)
  if (!holder) return undefined
  const all = candidatesOf(subject.world.filing)
  const found = (by: Match['by'], is: (candidate: Candidate) => boolean): Match | undefined => {
    const candidate = all.find(is)
    return candidate && { candidate, by }
  }
  return (
    found('name', ({ name }) => isSame(name, holder.name)) ??
    found('slip', candidate => isSlip(candidate, holder)) ??
    found('statement', ({ relation }) => relation === holder.relation)
  )
})

const outsiders = new Set(['shareholder', 'senior-manager', 'employee', 'parent-company', 'none'])
const insiders = new Set(['legal-representative', 'principal'])

/** The name the holder should have; unknown where the filer points to somebody whose name is still missing. */
function expectedName(subject: Subject): string | undefined {
  const match = matchOf(subject)
  if (match) return match.candidate.name
  return insiders.has(holderOf(subject)?.relation ?? '') ? undefined : subject.world.filing.sponsor?.name
}

/** What MIIT's registry compares: undefined where one side is unknown or the holder is nobody of the filing. */
function agrees(field: 'type' | 'number') {
  return (subject: Subject): boolean | undefined => {
    const held = holderOf(subject)?.document?.[field]
    const expected = matchOf(subject)?.candidate[field]
    return held === undefined || expected === undefined ? undefined : isSame(held, expected)
  }
}

export const holderFacts = {
  /** the name tells it where it can; the relation is asked for only where it cannot */
  'domain.holder.relation': {
    scope: 'domain',
    kind: 'code',
    codes: 'holder-relations',
    fields: subject => here(holderOf(subject)?.name === undefined ? 'holder.name' : 'holder.relation')(subject),
    of: subject => matchOf(subject)?.candidate.relation ?? holderOf(subject)?.relation,
  },
  'domain.holder.expected-name': {
    scope: 'domain',
    kind: 'text',
    fields: top('sponsor.name'),
    of: expectedName,
  },
  'domain.holder.is-near-miss': one('yes-no', ['holder.name'], subject => {
    const known = holderOf(subject)?.name !== undefined && subject.world.filing.sponsor?.name !== undefined
    return known ? matchOf(subject)?.by === 'slip' : undefined
  }),
  'domain.holder.is-outsider': one('yes-no', ['holder.name'], subject =>
    holderOf(subject)?.name === undefined
      ? undefined
      : matchOf(subject) === undefined && outsiders.has(holderOf(subject)?.relation ?? ''),
  ),
  'domain.holder.type-agrees': one('yes-no', ['holder.document.type'], agrees('type')),
  'domain.holder.number-agrees': one('yes-no', ['holder.document.number'], agrees('number')),
  'domain.holder.is-lead': one('yes-no', ['holder.name'], subject => {
    const name = holderOf(subject)?.name
    const service = within(subject, 'service')?.index
    const lead = service === undefined ? undefined : leadOf(subject.world.filing, service)
    return name === undefined || !lead ? undefined : isSame(asCandidate('principal', lead).name, name)
  }),
} as const satisfies Record<string, Fact>
