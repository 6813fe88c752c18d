// What can be said of a person: their fields, and their age, the days their document still runs, where it was issued.
import { ageOn, daysBetween, isDay } from '../model/calendar.ts'
import { idCardBorn } from '../model/id-card.ts'
import { contactProblem, type ContactField } from './contact.ts'
import { documentProblem } from './document.ts'
import { repeatsEarlier } from './earlier-people.ts'
import { familyOf, type Family } from './family.ts'
import { toValue, within, type Fact, type Kind, type Scope, type Subject, type Value } from './fact.ts'
import { legalRepresentativeOf, principalOf, isSamePerson, type Person } from './people.ts'
import { provinceOfPlace } from './place.ts'

/** A document without an end runs this many days. */
export const longTermDays = 99_999

type PersonFact = {
  readonly kind: Kind
  readonly codes?: string
  readonly personal?: true
  readonly unlessSaid?: Value
  readonly from: readonly string[]
  readonly of: (person: Person, subject: Subject) => Value | undefined
}

const field = (name: string, kind: Kind, more: Partial<PersonFact> = {}): PersonFact => ({
  kind,
  from: [name],
  of: person => toValue(person.read(name)),
  ...more,
})

const contact = (name: ContactField): PersonFact => ({
  kind: 'code',
  codes: 'contact-problems',
  from: [name],
  of: person => contactProblem(name, person.read(name)),
})

const stringOf = (person: Person, name: string): string | undefined => {
  const found = person.read(name)
  return typeof found === 'string' ? found : undefined
}

/** ID cards and the residence permits of Hong Kong, Macao and Taiwan carry the holder's birth date. */
export function bornOn(person: Person): string | undefined {
  const number = stringOf(person, 'document.number')
  return stringOf(person, 'born') ?? (number === undefined ? undefined : idCardBorn(number))
}

/** Days from the first to the last day of a document; undefined unless both are known. */
export function termDays(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined
  return isDay(to) ? daysBetween(from, to) : longTermDays
}

const repeated = (name: 'mobile' | 'email'): PersonFact => ({
  kind: 'yes-no',
  from: [name],
  of: (person, { world }) => repeatsEarlier(world.filing, person, name),
})

function bornAgrees(person: Person): boolean | undefined {
  const stated = stringOf(person, 'born')
  const inside = idCardBorn(stringOf(person, 'document.number') ?? '')
  return stated === undefined || inside === undefined ? undefined : stated === inside
}

function daysLeft(validTo: string | undefined, subject: Subject): number | undefined {
  if (validTo === undefined) return undefined
  return isDay(validTo) ? daysBetween(subject.world.day, validTo) : longTermDays
}

const personTable = {
  name: field('name', 'text'),
  'document.type': field('document.type', 'code', { codes: 'document-types' }),
  'document.number': field('document.number', 'text', { personal: true }),
  'document.valid-from': field('document.valid-from', 'day'),
  'document.valid-to': field('document.valid-to', 'text'),
  'document.address': field('document.address', 'text', { personal: true }),
  mobile: field('mobile', 'text', { personal: true }),
  'mobile-province': field('mobile-province', 'code', { codes: 'provinces' }),
  'emergency-phone': field('emergency-phone', 'text', { personal: true }),
  'emergency-province': field('emergency-province', 'code', { codes: 'provinces' }),
  'emergency-contact.name': field('emergency-contact.name', 'text'),
  'emergency-contact.relation': field('emergency-contact.relation', 'text'),
  'emergency-contact.post': field('emergency-contact.post', 'text'),
  'office-phone': field('office-phone', 'text', { personal: true }),
  email: field('email', 'text', { personal: true }),
  student: field('student', 'yes-no', { unlessSaid: false }),
  role: field('role', 'text'),
  post: field('post', 'text'),
  born: field('born', 'day', { personal: true }),
  'is-legal-representative': field('is-legal-representative', 'yes-no', {
    of: (person, { world }) => {
      const said = toValue(person.read('is-legal-representative'))
      if (said !== undefined || world.filing.sponsor?.kind === 'individual') return said
      const legal = legalRepresentativeOf(world.filing)
      return legal && isSamePerson(person, legal)
    },
  }),
  'used-elsewhere.mobile': field('used-elsewhere.mobile', 'yes-no', { unlessSaid: false }),
  'used-elsewhere.document': field('used-elsewhere.document', 'yes-no', { unlessSaid: false }),
  'is-principal': {
    kind: 'yes-no',
    from: ['document.number'],
    of: (person, { world }) => isSamePerson(person, principalOf(world.filing)),
  },
  age: {
    kind: 'number',
    from: ['document.number', 'born'],
    of: (person, subject) => {
      const born = bornOn(person)
      return born && ageOn(born, subject.world.day)
    },
  },
  'document.days-left': {
    kind: 'days',
    from: ['document.valid-to'],
    of: (person, subject) => daysLeft(stringOf(person, 'document.valid-to'), subject),
  },
  'document.term-days': {
    kind: 'days',
    from: ['document.valid-to'],
    of: person => termDays(stringOf(person, 'document.valid-from'), stringOf(person, 'document.valid-to')),
  },
  'document.problem': {
    kind: 'code',
    codes: 'number-problems',
    from: ['document.number', 'document.type'],
    of: (person, { world }) =>
      documentProblem(world.tables, stringOf(person, 'document.type'), stringOf(person, 'document.number')),
  },
  'mobile.problem': contact('mobile'),
  'emergency-phone.problem': contact('emergency-phone'),
  'office-phone.problem': contact('office-phone'),
  'email.problem': contact('email'),
  'has-office-phone': {
    kind: 'yes-no',
    from: ['office-phone'],
    of: person => person.read('office-phone') !== undefined,
  },
  'repeats-mobile': repeated('mobile'),
  'repeats-email': repeated('email'),
  /** the birth date that was stated is the one inside the number; never asks for either */
  'born-agrees': { kind: 'yes-no', from: ['document.number'], of: bornAgrees },
  'mobile-prefix': { kind: 'text', from: ['mobile'], of: person => stringOf(person, 'mobile')?.slice(0, 3) },
  'document.issued-in': {
    kind: 'code',
    codes: 'provinces',
    from: ['document.number'],
    of: (person, { world }) => provinceOfPlace(world.tables, stringOf(person, 'document.number')),
  },
} as const satisfies Record<string, PersonFact>

type PersonField = keyof typeof personTable

function personFacts<Prefix extends string>(
  prefix: Prefix,
  scope: Scope,
  who: (subject: Subject) => Person | undefined,
  nobody: (subject: Subject) => ReturnType<Fact['fields']>,
): Family<Prefix, PersonField> {
  return familyOf<Prefix, PersonField, PersonFact>(prefix, personTable, ({ from, of, ...rest }) => ({
    ...rest,
    scope,
    of: subject => {
      const person = who(subject)
      return person && of(person, subject)
    },
    fields: subject => (who(subject) ? from.map(part => personAt(who(subject), part)) : nobody(subject)),
  }))
}

const personAt = (person: Person | undefined, part: string) => person?.pathOf(part) ?? []

export const peopleFacts = [
  personFacts(
    'person',
    'person',
    subject => within(subject, 'person')?.person,
    () => [],
  ),
  personFacts(
    'principal',
    'filing',
    ({ world }) => principalOf(world.filing),
    () => [],
  ),
  personFacts(
    'legal-representative',
    'filing',
    ({ world }) => legalRepresentativeOf(world.filing),
    () => [['principal', 'is-legal-representative']],
  ),
  personFacts(
    'lead',
    'service',
    subject => within(subject, 'service')?.person,
    subject => [[...(within(subject, 'service')?.path ?? []), 'lead']],
  ),
] as const

export const roleFacts = {
  'person.is': {
    scope: 'person',
    kind: 'code',
    codes: 'person-roles',
    of: subject => within(subject, 'person')?.person?.role,
    fields: () => [],
  },
  /** the form asks for contact data and the term of the document: not of a legal representative who does nothing else */
  'person.is-contact': {
    scope: 'person',
    kind: 'yes-no',
    of: subject =>
      within(subject, 'person')?.person?.role !== 'legal-representative' ||
      (subject.world.filing.services ?? []).some(({ lead }) => lead?.['same-as'] === 'legal-representative'),
    fields: () => [],
  },
} as const satisfies Record<string, Fact>
