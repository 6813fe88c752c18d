// A sole trader whose licence bears no name: the filer says so, nobody else is asked.
import { top, type Fact } from './fact.ts'

export const traderFacts = {
  'sponsor.is-nameless-trader': {
    scope: 'filing',
    kind: 'yes-no',
    fields: top('sponsor.has-trade-name'),
    of: ({ world }) => (world.filing.sponsor?.['has-trade-name'] === false ? true : undefined),
    unlessSaid: false,
  },
} as const satisfies Record<string, Fact>
