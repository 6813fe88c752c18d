// What makes today's sponsor look like another one than MIIT has on record.
import { fold } from '../model/fold.ts'
import type { Filing } from '../model/filing.ts'
import { recordOf } from './filing-type.ts'

type Sponsor = {
  readonly name?: string | undefined
  readonly kind?: string | undefined
  readonly number?: string | undefined
}

/** Ids of the code table `sponsor-changes`; empty where nothing differs or the record does not say. */
export function changesSinceRecord(filing: Filing): string[] {
  const record = recordOf(filing)
  const then = { name: record?.name, kind: record?.kind, number: record?.document?.number }
  const now = { name: filing.sponsor?.name, kind: filing.sponsor?.kind, number: filing.sponsor?.document?.number }
  return [
    ...(differ(then.name, now.name) ? ['name'] : []),
    ...(hasOtherCode(then, now) ? ['code'] : []),
    ...(becomes(then, now, 'individual') ? ['organization-to-individual'] : []),
    ...(becomes(now, then, 'individual') ? ['individual-to-organization'] : []),
  ]
}

/** An old registration number replaced by a unified code of 18 characters is the same sponsor. */
function hasOtherCode(then: Sponsor, now: Sponsor): boolean {
  return then.number?.length === 18 && now.number?.length === 18 && differ(then.number, now.number)
}

function becomes(one: Sponsor, other: Sponsor, kind: string): boolean {
  return one.kind !== undefined && one.kind !== kind && other.kind === kind
}

/** Width, blanks and case do not make another name. */
function differ(then: string | undefined, now: string | undefined): boolean {
  return then !== undefined && now !== undefined && fold(then) !== fold(now)
}
