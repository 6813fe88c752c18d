// How many organizations have nothing to do with each other.
import type { Filer } from '../facts/traits.ts'

/** Organizations with a tie in common count as one; so do those tied to the same third. Individuals do not count. */
export function companyGroups(filers: readonly Filer[]): number {
  const organizations = [...new Map(filers.map(filer => [filer.key, filer])).values()].filter(
    ({ isOrganization }) => isOrganization,
  )
  const groups: Set<string>[] = []
  for (const { ties, key } of organizations) {
    const own = new Set([key, ...ties])
    for (const group of groups.filter(other => [...own].some(tie => other.has(tie)))) {
      group.forEach(tie => own.add(tie))
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(own)
  }
  return groups.length
}
