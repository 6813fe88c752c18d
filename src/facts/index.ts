// The list of facts: everything a rule may talk about, and nothing else.
import { accessFacts } from './access.ts'
import { domainFacts } from './domain.ts'
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

export const facts = {
  ...fieldFacts,
  ...peopleFacts,
  ...roleFacts,
  ...filingFacts,
  ...sponsorFacts,
  ...traderFacts,
  ...serviceFacts,
  ...serviceNameFacts,
  ...preApprovalWordFacts,
  ...footerFacts,
  ...domainFacts,
  ...holderFacts,
  ...accessFacts,
  ...wantedFacts,
  ...paperFacts,
  ...letterFacts,
  ...sharedFacts,
  ...scanFacts,
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof facts

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

const table = numberFacts()

function numberFacts(): ReadonlyMap<string, NumberedFact> {
  const counts = new Map<Scope, number>()
  return new Map(
    Object.entries<Fact>(facts).map(([name, fact]) => {
      const number = counts.get(fact.scope) ?? 0
      counts.set(fact.scope, number + 1)
      const { scope, of, unlessSaid } = fact
      return [name, { name, number, fact, scope, of, unlessSaid }]
    }),
  )
}

export const factNames: readonly string[] = [...table.keys()]

export function isFactName(name: string): name is FactName {
  return table.has(name)
}

export function factNamed(name: string): Fact | undefined {
  return table.get(name)?.fact
}

export function numberedFact(name: string): NumberedFact | undefined {
  return table.get(name)
}

/** The value of a fact for a subject, worked out once; what holds unless said otherwise stands in for silence. */
export function valueOf(name: string, subject: Subject): Value | undefined {
  const numbered = table.get(name)
  return numbered && valueAt(numbered, subject)
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
