// The list of facts: everything a rule may talk about, and nothing else.
import { accessFacts } from './access.ts'
import { domainFacts } from './domain.ts'
import type { NameIn } from './family.ts'
import { within, type Fact, type Scope, type Subject, type Value } from './fact.ts'
import { fieldFacts } from './fields.ts'
import { filingFacts } from './filing.ts'
import { footerFacts } from './footer.ts'
import { holderFacts } from './holder.ts'
import { letterFacts } from './letter.ts'
import { paperFacts } from './paper.ts'
import { peopleFacts, roleFacts } from './person.ts'
import { preApprovalWordFacts } from './pre-approval-words.ts'
import { scanFacts } from './scan.ts'
import { serviceFacts } from './service.ts'
import { serviceNameFacts } from './service-name.ts'
import { sharedFacts } from './shared.ts'
import { sponsorFacts } from './sponsor.ts'
import { traderFacts } from './trader.ts'
import { wantedFacts } from './wanted.ts'

const families = [...fieldFacts, ...peopleFacts] as const

const tables = [
  roleFacts,
  filingFacts,
  sponsorFacts,
  traderFacts,
  serviceFacts,
  serviceNameFacts,
  preApprovalWordFacts,
  footerFacts,
  domainFacts,
  holderFacts,
  accessFacts,
  wantedFacts,
  paperFacts,
  letterFacts,
  sharedFacts,
  scanFacts,
] as const

type KeyIn<Table> = Table extends unknown ? keyof Table : never

export type FactName = NameIn<(typeof families)[number]> | KeyIn<(typeof tables)[number]>

/** The word lists that facts look up by name, beside those of the pre-approvals. */
export const listsOfFacts: readonly string[] = [
  'holidays',
  'mainland-regions',
  'make-up-days',
  'overseas-regions',
  'place-names',
  'shell-may-add-provinces',
  'surnames',
]

/** A fact with its name and its number among the facts of its scope; what judging reads of it stands at hand. */
export type NumberedFact = {
  readonly name: string
  readonly number: number
  readonly fact: Fact
  readonly scope: Scope
  readonly of: Fact['of']
  readonly unlessSaid: Value | undefined
}

const numbered = new Map<string, NumberedFact>()
const counts = new Map<Scope, number>()

/** Every fact there is. */
export function factNames(): readonly FactName[] {
  const made = families.flatMap(({ prefix, fields }) => fields.map(field => `${prefix}.${field}`))
  return [...new Set([...made, ...tables.flatMap(table => Object.keys(table))])].filter(isFactName)
}

export function isFactName(name: string): name is FactName {
  return numberedFact(name) !== undefined
}

export function factNamed(name: string): Fact | undefined {
  return numberedFact(name)?.fact
}

export function numberedFact(name: string): NumberedFact | undefined {
  const known = numbered.get(name)
  if (known) return known
  const fact = find(name)
  if (!fact) return undefined
  const { scope, of, unlessSaid } = fact
  const number = counts.get(scope) ?? 0
  counts.set(scope, number + 1)
  const made = { name, number, fact, scope, of, unlessSaid }
  numbered.set(name, made)
  return made
}

function find(name: string): Fact | undefined {
  for (const table of tables) {
    const fact = ownEntry<Fact>(table, name)
    if (fact) return fact
  }
  const dot = name.indexOf('.')
  const family = families.find(({ prefix }) => prefix === name.slice(0, dot))
  return family?.fact(name.slice(dot + 1))
}

const ownEntry = <Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** The value of a fact for a subject, worked out once; what holds unless said otherwise stands in for silence. */
export function valueOf(name: string, subject: Subject): Value | undefined {
  const fact = numberedFact(name)
  return fact && valueAt(fact, subject)
}

/** As `valueOf`, for a fact that has been looked up before. */
export function valueAt(fact: NumberedFact, subject: Subject): Value | undefined {
  const at = within(subject, fact.scope)
  return at && ownValue(fact, at)
}

/** As `valueAt`, where the subject is what the fact is about. */
export function ownValue(fact: NumberedFact, subject: Subject): Value | undefined {
  const known = subject.known[fact.number]
  if (known !== undefined) return known ?? undefined
  const value = fact.of(subject) ?? fact.unlessSaid
  subject.known[fact.number] = value ?? null
  return value
}
