// One filing from its text to everything a reporter needs: typed, rules selected, judged, scans looked at.
import { dirname } from 'node:path'
import { parseFiling, type ReadFiling } from '../disk/filing.ts'
import { readTextFile } from '../disk/read-file.ts'
import { traitsOf, type Traits } from '../facts/traits.ts'
import type { Filing } from '../model/filing.ts'
import { guessedPaths } from '../model/guessed.ts'
import { once } from '../model/remember.ts'
import { idByName, type IdOf } from '../model/id-by-name.ts'
import { check, type Judgement } from '../rules/check.ts'
import type { Finding } from '../rules/finding.ts'
import { isAtLeast } from '../rules/finding.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import { select } from '../rules/select.ts'
import type { Rule } from '../rules/rule.ts'
import type { Reported } from '../report/reported.ts'
import type { Context } from './context.ts'

/** No filing comes near this size. */
export const filingLimit = 1_000_000

const lookupIn = once((book: Context['book']): IdOf => {
  const tables = new Map(
    ['provinces', 'providers'].map(table => [table, idByName(book.common.codes[table]?.entries ?? [])]),
  )
  return (table, written) => tables.get(table)?.get(written)
})

/** Ids of provinces and providers by any of their names. */
export function idLookup({ book }: Pick<Context, 'book'>): IdOf {
  return lookupIn(book)
}

/** @throws FileProblem, YamlProblem */
export function readFilingFile(path: string, context: Context): ReadFiling {
  return context.readings?.take(path) ?? parseFiling(readTextFile(path, filingLimit), idLookup(context))
}

/** The same for one that is read once more later. @throws FileProblem, YamlProblem */
export function readFilingFirst(path: string, context: Context): ReadFiling {
  const text = readTextFile(path, filingLimit)
  const read = parseFiling(text, idLookup(context))
  context.readings?.keep(path, read, text)
  return read
}

/** The day asked for; else today, or the day the filer means to submit where that is later. */
export function dayOf(filing: Filing, { on, today }: Pick<Context, 'on' | 'today'>): string {
  const planned = filing.plan?.['submit-on']
  return on ?? (planned !== undefined && planned > today ? planned : today)
}

const rulesByDay = once((_book: Reported['book']) => new Map<string, readonly Rule[]>())

function rulesFor(book: Reported['book'], day: string): readonly Rule[] {
  const byDay = rulesByDay(book)
  const known = byDay.get(day)
  if (known) return known
  const rules = select(sheetsOf(book), day)
  byDay.set(day, rules)
  return rules
}

/** Judged by the rules alone, without a look at the scans. */
export function judgeFiling(filing: Filing, context: Context): JudgedFiling {
  const book = context.book.for(filing.province, filing.provider)
  const day = dayOf(filing, context)
  const rules = rulesFor(book, day)
  const judgement = check({ filing, day, tables: book.tables }, rules)
  return { filing, day, judgement, book, rules: ruleMap(rules), ready: isReady(filing, judgement.findings) }
}

const ruleMap = once((rules: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(rules.map(rule => [rule.id, rule])))

/** Nothing wrong, nothing required missing, nothing an error hangs on left open, nothing merely guessed. */
export function isReady(filing: Filing, findings: readonly Finding[]): boolean {
  return (filing.guessed ?? []).length === 0 && !findings.some(finding => isAtLeast(finding.severity, 'error'))
}

type JudgedFiling = Omit<Reported, 'file' | 'placeOf'>

/** What a look at the materials' files finds. */
export async function scansOf(
  judged: Pick<Reported, 'filing' | 'book' | 'day'>,
  folder: string,
  { reader }: Pick<Context, 'reader'>,
): Promise<Finding[]> {
  const { filing } = judged
  const { materials = [], services = [] } = filing
  if (materials.length === 0 && services.every(service => service.app?.icon === undefined)) return []
  // Reading pictures takes longer to load than most filings take to judge.
  const { lookAtMaterials } = await import('../materials/index.ts')
  return lookAtMaterials(filing, folder, judged, reader ? { reader } : {})
}

/** Letters that were printed from other answers. Their texts are read only where a material says what it was printed from. */
async function printsOf({ filing, day, book, rules }: JudgedFiling, context: Context): Promise<Finding[]> {
  if (!filing.materials?.some(material => material['printed-from'] !== undefined)) return []
  const { outdatedForms } = await import('../forms/outdated.ts')
  const { formBook } = await import('../forms/form-book.ts')
  return outdatedForms(formBook({ filing, day, tables: book.tables }, book, context.book.forms, [...rules.values()]))
}

export function withScans(judged: JudgedFiling, scans: readonly Finding[]): JudgedFiling {
  if (scans.length === 0) return judged
  const judgement: Judgement = { ...judged.judgement, findings: [...judged.judgement.findings, ...scans] }
  return { ...judged, judgement, ready: isReady(judged.filing, judgement.findings) }
}

/**
 * Places are looked up at once, so that a run over many filings does not keep the text of each: also of what other
 * filings may turn out to have too.
 */
function placesOf(
  { judgement, filing }: JudgedFiling,
  traits: Traits | undefined,
  placeOf: Reported['placeOf'],
): Reported['placeOf'] {
  const shared = traits?.traits.map(({ field }) => field) ?? []
  const found = judgement.findings.flatMap(({ field }) => (field ? [field] : []))
  const told = [...found, ...guessedPaths(filing), ...shared]
  const places = new Map(told.map(field => [field.join('.'), placeOf(field)] as const))
  return path => places.get(path.join('.')) ?? { line: 1, column: 1 }
}

export async function report(
  path: string,
  read: Extract<ReadFiling, { is: 'filing' }>,
  context: Context,
): Promise<Reported> {
  const judged = judgeFiling(read.filing, context)
  const files = [...(await scansOf(judged, dirname(path), context)), ...(await printsOf(judged, context))]
  const today = withScans(judged, files)
  const whole = context.ahead === undefined ? today : await withAhead(today, context.ahead)
  const { filing, day, book } = whole
  if (context.amongOthers !== true) return { ...whole, file: path, placeOf: read.placeOf }
  const traits = traitsOf({ filing, day, tables: book.tables })
  return { ...whole, file: path, placeOf: placesOf(whole, traits, read.placeOf), ...(traits ? { traits } : {}) }
}

async function withAhead(judged: JudgedFiling, days: number): Promise<JudgedFiling> {
  const { lookAhead } = await import('./look-ahead.ts')
  return lookAhead(judged, days)
}
