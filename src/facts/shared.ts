// What is known of a thing that stands in several filings. One filing alone cannot tell: rules/fleet.ts counts over many.
import type { Fact, Kind } from './fact.ts'

const counted = (kind: Kind) =>
  ({ scope: 'shared', kind, of: () => undefined, fields: () => [] }) as const satisfies Fact

export const sharedFacts = {
  /** which kind of thing it is */
  'shared.is': { ...counted('code'), codes: 'shared-things' },
  'shared.filings': counted('number'),
  'shared.services': counted('number'),
  'shared.sponsors': counted('number'),
  /** organizations that have neither their legal representative nor their superior in common */
  'shared.unrelated-organizations': counted('number'),
  /** of a server: sponsors, each with its account, that would use it without a code */
  'shared.accounts': counted('number'),
  /** of a server: what is left of its codes after all these services; negative where they do not suffice */
  'shared.codes-left': counted('number'),
} as const satisfies Record<string, Fact>

export type SharedFactName = keyof typeof sharedFacts
