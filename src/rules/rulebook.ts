// The rule book: every sheet, list and table, compiled; and the tables it offers to facts and conditions.
import { fold } from '../model/fold.ts'
import type { CodeEntry, Product, Tables } from '../model/tables.ts'
import type { Material } from '../model/material.ts'
import type { Rule } from './rule.ts'
import type { Sheet } from './sheet.ts'
import type { Bilingual, Source } from './source.ts'

export type CompiledSheet = Omit<Sheet, 'rules' | 'extends'> & {
  readonly rules: readonly Rule[]
  /** sha256 of the sheet's rules: two bundles with the same digest were judged by the same rules */
  readonly digest: string
}

/** `until`: the last day its data cover, where they are about days. */
export type WordList = { readonly title: Bilingual; readonly words: readonly string[]; readonly until?: string }
export type CodeTable = { readonly title: Bilingual; readonly entries: readonly CodeEntry[] }

/** What every filing needs, whichever its province and provider. */
export type Common = {
  readonly lists: Readonly<Record<string, WordList>>
  readonly codes: Readonly<Record<string, CodeTable>>
  readonly materials: Readonly<Record<string, Material>>
  /** the sheets there are, by folder */
  readonly provinces: readonly string[]
  readonly providers: readonly string[]
}

/** GB/T 2260: names by two-, four- and six-digit codes. */
export type Places = {
  readonly nameOf: (code: string) => string | undefined
  readonly find: (address: string) => string | undefined
  /** six-digit codes of a province, each with its city and county */
  readonly within: (province: string) => readonly { readonly code: string; readonly name: string }[]
}

export type Rulebook = {
  readonly common: Common
  readonly national: CompiledSheet
  /** undefined: the filing names none, or none that we have a sheet of */
  readonly province?: CompiledSheet
  readonly provider?: CompiledSheet
  /** sheets of one's own that apply to every filing */
  readonly own: readonly CompiledSheet[]
  /** the rules about scans, read when the first scan was looked at */
  readonly scans?: () => CompiledSheet | undefined
  readonly tables: Tables
}

export function sheetsOf(book: Rulebook): CompiledSheet[] {
  return [book.national, book.province, book.provider, ...book.own].filter(sheet => sheet !== undefined)
}

export function sourceOf(book: Rulebook, rule: Rule, id: string): Source | undefined {
  const isOfRule = ({ sheet }: CompiledSheet) => rule.id.startsWith(`${sheet}/`)
  const sheet = sheetsOf(book).find(isOfRule) ?? (rule.scope === 'scan' ? book.scans?.() : undefined)
  return sheet?.sources[id]
}

/** The words of a list; a code table is also the list of its ids. */
export const listIn =
  (common: Common) =>
  (name: string): readonly string[] =>
    common.lists[name]?.words ?? common.codes[name]?.entries.map(entry => entry.id) ?? []

/** Lists and tables as facts and conditions look them up; a code table is also the list of its ids. */
export function tablesOf(common: Common, places: Places, provider: CompiledSheet | undefined): Tables {
  const lists = new Map<string, readonly string[]>()
  const entries = new Map<string, ReadonlyMap<string, CodeEntry>>()
  const products = new Map(
    (provider?.provider?.products ?? []).flatMap(product =>
      [product.id, product.zh, product.en, ...(product.names ?? [])].map(
        name => [fold(name), toProduct(product)] as const,
      ),
    ),
  )
  const entriesOf = (table: string) => {
    const known = entries.get(table)
    if (known) return known
    const made = new Map((common.codes[table]?.entries ?? []).map(entry => [entry.id, entry]))
    entries.set(table, made)
    return made
  }
  const listOf = (name: string) => {
    const known = lists.get(name)
    if (known) return known
    const words = common.lists[name]?.words ?? [...entriesOf(name).keys()]
    lists.set(name, words)
    return words
  }
  return {
    list: listOf,
    code: (table, id) => entriesOf(table).get(id),
    codes: table => common.codes[table]?.entries ?? [],
    product: name => products.get(fold(name)),
    place: places.nameOf,
    placeOf: places.find,
    places: places.within,
  }
}

type WrittenProduct = NonNullable<NonNullable<Sheet['provider']>['products']>[number]

const toProduct = ({ id, zh, en, codes, ...limits }: WrittenProduct): Product => ({
  id,
  zh,
  en,
  ...(codes === undefined ? {} : { codes }),
  ...(limits['min-months'] === undefined ? {} : { 'min-months': limits['min-months'] }),
  ...(limits['min-days-left'] === undefined ? {} : { 'min-days-left': limits['min-days-left'] }),
  ...(limits['public-ip'] === undefined ? {} : { 'public-ip': limits['public-ip'] }),
})
