// Who stands earlier in the filing with the same number or address: one contact belongs to one person.
import type { Filing, Path } from '../model/filing.ts'
import { latest } from '../model/remember.ts'
import { isSamePerson, leadOf, legalRepresentativeOf, principalOf, type Person } from './people.ts'

/** Does somebody else, whose record stands before this person's, have the same? Undefined while nothing is written. */
export function repeatsEarlier(filing: Filing, person: Person, field: 'mobile' | 'email'): boolean | undefined {
  const contact = written(person, field)
  if (contact === undefined) return undefined
  for (const other of everybody(filing)) {
    if (isSamePath(other.path, person.path)) return false
    if (written(other, field) === contact && isSomebodyElse(person, other)) return true
  }
  return false
}

const isSamePath = (one: Path, other: Path) =>
  one.length === other.length && one.every((key, index) => key === other[index])

function written(person: Person, field: string): string | undefined {
  const found = person.read(field)
  return typeof found === 'string' ? found.toLowerCase() : undefined
}

/** Everybody with a record of their own, in the order of the filing. */
const everybody = latest((filing: Filing): Person[] => {
  const legal = legalRepresentativeOf(filing)
  const leads = (filing.services ?? []).flatMap((_, index) => leadOf(filing, index) ?? [])
  const own = [...(legal?.role === 'legal-representative' ? [legal] : []), ...leads.filter(lead => lead.ownRecord)]
  return [principalOf(filing), ...own]
})

/** Told by document number; where one is not known yet, by name. */
function isSomebodyElse(one: Person, other: Person): boolean {
  const same = isSamePerson(one, other)
  if (same !== undefined) return !same
  const [first, second] = [one.read('name'), other.read('name')]
  return first !== undefined && second !== undefined && first !== second
}
