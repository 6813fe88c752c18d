// What may be chosen where the choices hang on the other answers: papers of a kind of sponsor, counties, products, leads.
import type { Filing } from '../model/filing.ts'
import type { CodeEntry, Tables } from '../model/tables.ts'
import type { CompiledSheet } from '../rules/rulebook.ts'
import type { Choice, Known } from './spec.ts'

export const toChoice = ({ id, zh, en }: CodeEntry): Choice => ({ zh, en, answer: id })

/** Counties of a province, or of all. */
export function places(tables: Tables, province?: string): Choice[] {
  const code = province === undefined ? '' : tables.code('provinces', province)?.['code']
  if (typeof code !== 'string') return []
  return tables.places(code).map(({ code: id, name }) => ({ zh: `${name} ${id}`, en: `${name} ${id}`, answer: id }))
}

/** Whom most filings are for stands first. */
const mostly = ['enterprise', 'individual', 'individual-business']

export function sponsorKinds(tables: Tables): Choice[] {
  const kinds = tables.codes('sponsor-kinds')
  const isCommon = ({ id }: CodeEntry) => mostly.includes(id)
  return [...kinds.filter(isCommon), ...kinds.filter(kind => !isCommon(kind))].map(toChoice)
}

const typesIn = (tables: Tables, ids: readonly string[]) =>
  ids.flatMap(id => tables.code('document-types', id) ?? []).map(toChoice)

const allTypes = (tables: Tables) => tables.codes('document-types').map(({ id }) => id)

/** The papers the kind of sponsor may show. */
export function sponsorDocuments({ filing: { sponsor }, tables }: Pick<Known, 'filing' | 'tables'>): Choice[] {
  const kind = sponsor?.kind === undefined ? undefined : tables.code('sponsor-kinds', sponsor.kind)
  if (sponsor?.kind === 'individual') return peoplesDocuments(tables)
  const allowed = kind?.['documents'] ?? allTypes(tables)
  return typesIn(tables, typeof allowed === 'string' ? [allowed] : allowed)
}

export function peoplesDocuments(tables: Tables): Choice[] {
  return tables
    .codes('document-types')
    .filter(entry => entry['for'] === 'person')
    .map(toChoice)
}

/** The sponsor's own first: who files is mostly who holds the domain. */
export function holderDocuments({ filing: { sponsor }, tables }: Pick<Known, 'filing' | 'tables'>): Choice[] {
  const own = sponsor?.document?.type
  const all = allTypes(tables)
  return typesIn(tables, own === undefined ? all : [own, ...all.filter(id => id !== own)])
}

export function products(provider: CompiledSheet | undefined): Choice[] {
  return (provider?.provider?.products ?? []).map(({ id, zh, en }) => ({ zh, en, answer: id }))
}

export function leads(filing: Filing): Choice[] {
  const same = (whom: 'principal' | 'legal-representative', zh: string, en: string): Choice => {
    const name = filing[whom]?.name ?? ''
    return { zh: `${zh} ${name}`.trim(), en: `${en} ${name}`.trim(), answer: { 'same-as': whom } }
  }
  const principal = same('principal', '主体负责人', 'the principal')
  const legal =
    filing['legal-representative'] ?? (filing.principal?.['is-legal-representative'] === false ? {} : undefined)
  return legal ? [principal, same('legal-representative', '法定代表人', 'the legal representative')] : [principal]
}
