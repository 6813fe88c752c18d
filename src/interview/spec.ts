// How an open answer is asked: a choice from a table, several choices, a file, or a text with a form.
import { factAt } from '../facts/fact-at.ts'
import { factNamed } from '../facts/index.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Expected } from '../model/filing-problem.ts'
import type { CodeEntry, Tables } from '../model/tables.ts'
import type { CompiledSheet } from '../rules/rulebook.ts'
import {
  holderDocuments,
  leads,
  peoplesDocuments,
  places,
  products,
  sponsorDocuments,
  sponsorKinds,
  toChoice,
} from './choices.ts'
import { readDay } from './day.ts'
import { readDomains, readList, readNumber, readPhone } from './typed.ts'

/** What is written to icp.yaml. */
export type Answer = string | number | boolean | Answer[] | { [key: string]: Answer }

export type Choice = { readonly zh: string; readonly en: string; readonly answer: Answer }

/** Undefined for what does not have the form. */
type Reader = (text: string) => Answer | undefined

export type Spec =
  | { readonly ask: 'choose'; readonly choices: readonly Choice[] }
  | { readonly ask: 'search'; readonly choices: readonly Choice[] }
  /** `none`: that nothing of it applies is an answer too, chosen as such */
  | {
      readonly ask: 'many'
      readonly choices: readonly Choice[]
      readonly answer: (chosen: Answer[]) => Answer
      readonly none?: true
    }
  /** the form is named by `expected` */
  | { readonly ask: 'text'; readonly expected: Expected; readonly read: Reader }
  /** the path of a file, from the filing's folder */
  | { readonly ask: 'file' }
  /** the choice, or another person whose name is asked next */
  | { readonly ask: 'lead'; readonly choices: readonly Choice[] }

export type Known = { readonly filing: Filing; readonly tables: Tables; readonly provider: CompiledSheet | undefined }

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

const text = (expected: Expected, read: Reader): Spec => ({ ask: 'text', expected, read })

const plain = text('text', written => written.trim() || undefined)
const count = text('count', written => (/^\d{1,7}$/.test(written.trim()) ? Number(written.trim()) : undefined))
const day = text('day', written => readDay(written, false))
const dayOrLongTerm = text('day-or-long-term', written => readDay(written, true))
const list = text('list', readList)
const domains = text('list', readDomains)

const ofChoices = (choices: readonly Choice[]): Spec => (choices.length === 0 ? plain : oneOf(choices))

/** Facts whose answer is written otherwise than their kind says. */
const special: Readonly<Record<string, (known: Known) => Spec>> = {
  'sponsor.record-is-stated': () => record,
  'service.record-is-stated': () => record,
  'sponsor.kind': ({ tables }) => ofChoices(sponsorKinds(tables)),
  'filing.region': ({ filing, tables }) => searched(places(tables, filing.province)),
  'sponsor.document.region': ({ tables }) => searched(places(tables)),
  'sponsor.document.type': known => ofChoices(sponsorDocuments(known)),
  'sponsor.record.document.type': known => ofChoices(sponsorDocuments(known)),
  'domain.holder.document.type': known => ofChoices(holderDocuments(known)),
  'access.product': ({ provider }) => ofChoices(products(provider)),
  'service.lead-is-given': ({ filing }) => ({ ask: 'lead', choices: leads(filing) }),
  'service.pre-approvals': ({ tables }) => ({ ...records(tables, 'pre-approvals', 'type'), none: true }),
  'service.app.platforms': ({ tables }) => records(tables, 'app-platforms', 'os'),
  'service.app.icon': () => ({ ask: 'file' }),
  'access.ips': () => list,
  'service.home-url': () => plain,
}

const byName: readonly [RegExp, (known: Known) => Spec][] = [
  [/(^|\.)valid-to$/, () => dayOrLongTerm],
  [/^(principal|lead|legal-representative)\.document\.type$/, ({ tables }) => ofChoices(peoplesDocuments(tables))],
  [/\bdocument\.number$|^material\.(reads\.)?number$/, () => text('text', readNumber)],
  [/\b(mobile|emergency-phone)$/, () => text('text', readPhone)],
]

export function specFor(field: Path, known: Known): Spec {
  if (field.at(-1) === 'domains') return domains
  const name = factAt(field)
  const own = special[name] ?? byName.find(([pattern]) => pattern.test(name))?.[1]
  return own ? own(known) : byKind(name, known.tables)
}

function byKind(name: string, tables: Tables): Spec {
  const fact = factNamed(name)
  const choices = (fact?.codes === undefined ? [] : tables.codes(fact.codes)).map(toChoice)
  if (fact?.kind === 'code') return ofChoices(choices)
  if (fact?.kind === 'list' && choices.length > 0) return { ask: 'many', choices, answer: chosen => chosen }
  if (fact?.kind === 'yes-no') return yesNo
  if (fact?.kind === 'number') return count
  if (fact?.kind === 'day') return day
  return fact?.kind === 'list' ? list : plain
}

/** Several records, each told by one key: `[{ os: android }, { os: ios }]`. */
function records(tables: Tables, codes: string, key: string): Extract<Spec, { ask: 'many' }> {
  const choices = tables.codes(codes).map((entry: CodeEntry) => toChoice(entry))
  return { ask: 'many', choices, answer: chosen => chosen.map(id => ({ [key]: id })) }
}

/** Long lists are searched by typing. */
const longList = 12

function oneOf(choices: readonly Choice[]): Spec {
  return { ask: choices.length > longList ? 'search' : 'choose', choices }
}

function searched(choices: readonly Choice[]): Spec {
  return choices.length === 0 ? plain : { ask: 'search', choices }
}
