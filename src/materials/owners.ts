// Whose or what a paper is: every name `--of` takes, and what somebody may write instead.
import { domainToASCII } from 'node:url'
import { legalRepresentativeOf, leadOf, principalOf } from '../facts/people.ts'
import type { Filing } from '../model/filing.ts'
import { ownerNamed } from './slots.ts'

/** In the order of the filing. */
export function ownersIn(filing: Filing): string[] {
  const services = filing.services ?? []
  const legal = legalRepresentativeOf(filing)
  return [
    'sponsor',
    'principal',
    ...(legal?.role === 'legal-representative' ? ['legal-representative'] : []),
    ...services.flatMap((service, index) => [
      `services.${index}`,
      `services.${index}.lead`,
      ...(service.domains ?? []).flatMap(({ name }) => name ?? []),
      ...(service['pre-approvals'] ?? []).flatMap(({ type }) => type ?? []),
    ]),
  ]
}

/** `王海` → `principal`, `lead` → `services.0.lead`, `EXAMPLE.cn` → `example.cn`; undefined for what nobody is called. */
export function understoodOwner(written: string, filing: Filing): string | undefined {
  const owners = ownersIn(filing)
  if (owners.includes(written) || isOfThePrincipal(written, filing)) return written
  const services = filing.services ?? []
  if (services.length === 1 && written === 'lead') return 'services.0.lead'
  if (services.length === 1 && written === 'service') return 'services.0'
  const person = peopleIn(filing).find(({ name }) => name === written.trim())
  const ascii = domainToASCII(written.toLowerCase())
  return person?.of ?? owners.find(owner => ascii !== '' && domainToASCII(owner.toLowerCase()) === ascii)
}

const isOfThePrincipal = (written: string, filing: Filing) => principalOf(filing).names.includes(written)

/** Everybody with a name, as `materials[].of` writes them. */
export function peopleIn(filing: Filing): { readonly name: string; readonly of: string }[] {
  const leads = (filing.services ?? []).flatMap((_, index) => leadOf(filing, index) ?? [])
  return [principalOf(filing), legalRepresentativeOf(filing), ...leads].flatMap(person => {
    const name = person?.read('name')
    const of = person?.names.find(each => each === 'principal') ?? person?.names[0]
    return typeof name === 'string' && name !== '' && of !== undefined ? [{ name, of }] : []
  })
}

/** What `--of` says, as icp.yaml writes it: one person in two roles by one name. */
export function ownerOf(written: string, filing: Filing): string {
  const of = understoodOwner(written, filing) ?? written
  return of === 'sponsor' ? of : ownerNamed(of, filing)
}
