// What follows from the filing's approvals and materials: days they still run, who signed them.
import { daysBetween, isDay } from '../model/calendar.ts'
import { within, here, type Fact, type Subject } from './fact.ts'
import { leadOf, legalRepresentativeOf, principalOf, type Person } from './people.ts'
import { longTermDays } from './person.ts'
import { transcriptFacts } from './transcript.ts'

function daysLeft(validTo: string | undefined, { world }: Subject): number | undefined {
  if (validTo === undefined) return undefined
  return isDay(validTo) ? daysBetween(world.day, validTo) : longTermDays
}

const materialOf = (subject: Subject) => within(subject, 'material')?.material

/** The people a letter can be signed by, found by the name that was written. */
function signer(subject: Subject): 'principal' | 'lead' | 'legal-representative' | 'somebody-else' | undefined {
  const name = materialOf(subject)?.['signed-by']
  if (name === undefined) return undefined
  const { filing } = subject.world
  const legal = legalRepresentativeOf(filing)
  const isNamed = (person: Person | undefined) => person?.read('name') === name
  if (isNamed(legal)) return 'legal-representative'
  if (isNamed(principalOf(filing))) return 'principal'
  return (filing.services ?? []).some(service => service.lead?.name === name) ? 'lead' : 'somebody-else'
}

/** A material's `of`, or what it can only mean: its person, domain or service. */
export const paperFacts = {
  ...transcriptFacts,
  'approval.days-left': {
    scope: 'approval',
    kind: 'days',
    fields: here('valid-to'),
    of: subject => daysLeft(within(subject, 'approval')?.approval?.['valid-to'], subject),
  },
  'material.signed-by-a-lead': {
    scope: 'material',
    kind: 'yes-no',
    fields: here('signed-by'),
    of: subject => {
      const name = materialOf(subject)?.['signed-by']
      const { filing } = subject.world
      const leads = (filing.services ?? []).flatMap((_, index) => leadOf(filing, index) ?? [])
      return name === undefined ? undefined : leads.some(lead => lead.read('name') === name)
    },
  },
  'material.watermark-is-allowed': {
    scope: 'material',
    kind: 'yes-no',
    fields: here('watermark'),
    of: subject => /备案|filing/i.test(materialOf(subject)?.watermark ?? '备案'),
  },
  'material.days-left': {
    scope: 'material',
    kind: 'days',
    fields: here('valid-to'),
    of: subject => daysLeft(materialOf(subject)?.['valid-to'], subject),
  },
  'material.signed-by-role': {
    scope: 'material',
    kind: 'code',
    codes: 'signers',
    fields: here('signed-by'),
    of: signer,
  },
  'material.signed-days-ago': {
    scope: 'material',
    kind: 'number',
    fields: here('signed-on'),
    of: subject => {
      const signedOn = materialOf(subject)?.['signed-on']
      return signedOn === undefined ? undefined : daysBetween(signedOn, subject.world.day)
    },
  },
} as const satisfies Record<string, Fact>
