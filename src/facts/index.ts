// The list of facts: everything a rule may talk about, and nothing else.
import { accessFacts } from './access.ts'
import { domainFacts } from './domain.ts'
import { within, type Fact, type Subject, type Value } from './fact.ts'
import { fieldFacts } from './fields.ts'
import { filingFacts } from './filing.ts'
import { footerFacts } from './footer.ts'
import { holderFacts } from './holder.ts'
import { letterFacts } from './letter.ts'
import { paperFacts } from './paper.ts'
import { peopleFacts, roleFacts } from './person.ts'
import { preApprovalWordFacts } from './pre-approval-words.ts'
import { serviceFacts } from './service.ts'
import { serviceNameFacts } from './service-name.ts'
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

const table: ReadonlyMap<string, Fact> = new Map(Object.entries(facts))

export const factNames: readonly string[] = [...table.keys()]

export function isFactName(name: string): name is FactName {
  return table.has(name)
}

export function factNamed(name: string): Fact | undefined {
  return table.get(name)
}

/** The value of a fact for a subject, worked out once; what holds unless said otherwise stands in for silence. */
export function valueOf(name: string, subject: Subject): Value | undefined {
  const fact = table.get(name)
  const at = fact && within(subject, fact.scope)
  if (!fact || !at) return undefined
  const known = at.known.get(name)
  if (known !== undefined || at.known.has(name)) return known
  const value = fact.of(at) ?? fact.unlessSaid
  at.known.set(name, value)
  return value
}
