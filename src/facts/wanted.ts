// Which answers about a resource are wanted: all of them, but with a provider's code only those that are written anyway.
import { here, within, type Fact } from './fact.ts'

type Answer = 'billing' | 'months' | 'expires' | 'ips'

/** The code vouches for a resource in somebody else's account; what is told of it is looked at all the same. */
function isWanted(answer: Answer): Fact {
  return {
    scope: 'access',
    kind: 'yes-no',
    fields: here('code'),
    of: subject => {
      const access = within(subject, 'access')?.access
      return access?.code === undefined || access[answer] !== undefined
    },
  }
}

export const wantedFacts = {
  'access.billing-is-wanted': isWanted('billing'),
  'access.months-are-wanted': isWanted('months'),
  'access.expiry-is-wanted': isWanted('expires'),
  'access.address-is-wanted': isWanted('ips'),
} as const satisfies Record<string, Fact>
