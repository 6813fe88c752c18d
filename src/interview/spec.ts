// How an open answer is asked: a choice from a table, several choices, or a text with a form.
import { factAt } from '../facts/fact-at.ts'
import { factNamed } from '../facts/index.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Expected } from '../model/filing-problem.ts'
import type { CodeEntry, Tables } from '../model/tables.ts'
import type { CompiledSheet } from '../rules/rulebook.ts'
import { readDay } from './day.ts'

/** What is written to icp.yaml. */
export type Answer = string | number | boolean | Answer[] | { [key: string]: Answer }

export type Choice = { readonly zh: string; readonly en: string; readonly answer: Answer }

export type Spec =
  | { readonly ask: 'choose'; readonly choices: readonly Choice[] }
  | { readonly ask: 'search'; readonly choices: readonly Choice[] }
  | { readonly ask: 'many'; readonly choices: readonly Choice[]; readonly answer: (chosen: Answer[]) => Answer }
  /** `read` gives undefined for what does not have the form; the form is named by `expected` */
  | { readonly ask: 'text'; readonly expected: Expected; readonly read: (text: string) => Answer | undefined }
  /** the choice, or another person whose name is asked next */
  | { readonly ask: 'lead'; readonly choices: readonly Choice[] }

export type Known = { readonly filing: Filing; readonly tables: Tables; readonly provider: CompiledSheet | undefined }

const toChoice = ({ id, zh, en }: CodeEntry): Choice => ({ zh, en, answer: id })

const yesNo: Spec = {
  ask: 'choose',
  choices: [
    { zh: '是', en: 'yes', answer: true },
    { zh: '否', en: 'no', answer: false },
  ],
}

const record: Spec = {
  ask: 'choose',
  choices: [
    { zh: '没有备案号', en: 'no, nothing on record', answer: 'none' },
    { zh: '已有备案号', en: 'yes, it has a filing number', answer: {} },
  ],
}

const text = (expected: Expected, read: (text: string) => Answer | undefined): Spec => ({ ask: 'text', expected, read })

const plain = text('text', written => written.trim() || undefined)
const number = text('count', written => (/^\d{1,7}$/.test(written.trim()) ? Number(written.trim()) : undefined))
const day = text('day', written => readDay(written, false))
const dayOrLongTerm = text('day-or-long-term', written => readDay(written, true))
const list = text('list', written => {
  const items = written.split(/[,，、;；\s]+/).filter(item => item !== '')
  return items.length > 0 ? items : undefined
})

/** Facts whose answer is written otherwise than their kind says. */
const special: Readonly<Record<string, (known: Known) => Spec>> = {
  'sponsor.record-is-stated': () => record,
  'service.record-is-stated': () => record,
  'filing.region': ({ filing, tables }) => region(tables, codeOf(filing, tables)),
  'sponsor.document.region': ({ tables }) => region(tables, ''),
  'sponsor.document.type': ({ filing, tables }) => documents(tables, documentsOf(filing, tables)),
  'domain.holder.document.type': ({ filing, tables }) => documents(tables, first(filing.sponsor?.document?.type, tables)),
  'access.product': ({ provider }) => products(provider),
  'service.lead-is-given': ({ filing }) => lead(filing),
  'service.pre-approvals': ({ tables }) => several(tables.codes('pre-approvals'), chosen => chosen.map(type => ({ type }))),
  'service.app.platforms': ({ tables }) => several(tables.codes('app-platforms'), chosen => chosen.map(os => ({ os }))),
  'access.ips': () => list,
  'service.home-url': () => plain,
}

const validity = /(^|\.)valid-to$/
const personDocument = /^(principal|lead|legal-representative)\.document\.type$/

export function specFor(field: Path, known: Known): Spec {
  const name = factAt(field)
  const own = special[name]
  if (own) return own(known)
  if (validity.test(name)) return dayOrLongTerm
  if (personDocument.test(name)) return documents(known.tables, people(known.tables))
  const fact = factNamed(name)
  const entries = fact?.codes === undefined ? [] : known.tables.codes(fact.codes)
  if (fact?.kind === 'code' && entries.length > 0) return oneOf(entries)
  if (fact?.kind === 'list' && entries.length > 0) return several(entries, chosen => chosen)
  if (fact?.kind === 'yes-no') return yesNo
  if (fact?.kind === 'number') return number
  if (fact?.kind === 'day') return day
  return fact?.kind === 'list' ? list : plain
}

function several(entries: readonly CodeEntry[], answer: (chosen: Answer[]) => Answer): Spec {
  return { ask: 'many', choices: entries.map(toChoice), answer }
}

/** Long lists are searched by typing. */
const longList = 12

function oneOf(entries: readonly CodeEntry[]): Spec {
  return { ask: entries.length > longList ? 'search' : 'choose', choices: entries.map(toChoice) }
}

/** Two digits of the filing's province. */
function codeOf({ province }: Filing, tables: Tables): string | undefined {
  const code = tables.codes('provinces').find(entry => entry.id === province)?.['code']
  return typeof code === 'string' ? code : undefined
}

/** The counties whose codes begin like this. */
function region(tables: Tables, start: string | undefined): Spec {
  const places = start === undefined ? [] : tables.places(start)
  if (places.length === 0) return plain
  return { ask: 'search', choices: places.map(({ code: id, name }) => ({ zh: `${name} ${id}`, en: `${name} ${id}`, answer: id })) }
}

function documentsOf({ sponsor }: Filing, tables: Tables): readonly string[] {
  const allowed = sponsor?.kind === undefined ? undefined : tables.code('sponsor-kinds', sponsor.kind)?.['documents']
  if (sponsor?.kind === 'individual') return people(tables)
  return allowed === undefined ? tables.codes('document-types').map(({ id }) => id) : typeof allowed === 'string' ? [allowed] : allowed
}

const people = (tables: Tables) => tables.codes('document-types').filter(entry => entry['for'] === 'person').map(({ id }) => id)

function first(type: string | undefined, tables: Tables): string[] {
  const all = tables.codes('document-types').map(({ id }) => id)
  return type === undefined ? all : [type, ...all.filter(id => id !== type)]
}

function documents(tables: Tables, ids: readonly string[]): Spec {
  return oneOf(ids.flatMap(id => tables.code('document-types', id) ?? []))
}

function products(provider: CompiledSheet | undefined): Spec {
  const known = provider?.provider?.products ?? []
  return known.length > 0 ? { ask: 'choose', choices: known.map(({ id, zh, en }) => ({ zh, en, answer: id })) } : plain
}

function lead(filing: Filing): Spec {
  const principal = { zh: `主体负责人 ${filing.principal?.name ?? ''}`.trim(), en: `the principal ${filing.principal?.name ?? ''}`.trim(), answer: { 'same-as': 'principal' } }
  const legal = filing['legal-representative']
  const representative = { zh: '法定代表人', en: 'the legal representative', answer: { 'same-as': 'legal-representative' } }
  return { ask: 'lead', choices: legal ? [principal, representative] : [principal] }
}

/** What most people would answer here: shown, never assumed. */
export function suggestionFor(field: Path, { filing }: Known): string | undefined {
  switch (factAt(field)) {
    case 'domain.holder.name':
      return filing.sponsor?.name
    case 'domain.holder.document.number':
      return filing.sponsor?.document?.number
    case 'service.home-url': {
      const index = field[1]
      const domain = typeof index === 'number' ? filing.services?.[index]?.domains?.[0]?.name : undefined
      return domain === undefined ? undefined : `www.${domain}`
    }
    default:
      return undefined
  }
}
