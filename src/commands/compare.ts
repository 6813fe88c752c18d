// `icp-prep compare`: the same facts before several administrations and providers. Never asks, never writes.
import { dirname } from 'node:path'
import { wrapHanging } from '../locales/wrap.ts'
import type { Filing } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import { scanRulesOf } from '../rules/scans.ts'
import type { Reported } from '../report/reported.ts'
import { compareReporters } from './compare-reporters.ts'
import { comparisonOf } from './comparison.ts'
import type { Context } from './context.ts'
import { findFilings } from './find-filings.ts'
import { idLookup, judgeFiling, readFilingFile, scansOf, withScans } from './judge-filing.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

export type CompareFlags = {
  /** ids or names, separated by commas; `all` for every sheet there is */
  readonly provinces?: string
  readonly providers?: string
  readonly reporter: string
  readonly colour: boolean
  readonly columns?: number
}

type Table = 'provinces' | 'providers'

const split = (written: string) =>
  written
    .split(/[,，、]/)
    .map(each => each.trim())
    .filter(each => each !== '')

/** @throws UserError naming the first name that no sheet has */
function idsOf(written: string, table: Table, context: Context): readonly string[] {
  const known = context.book.common[table]
  const names = split(written)
  if (names.includes('all')) return known
  return names.map(name => {
    const id = idLookup(context)(table, name) ?? name
    if (known.includes(id)) return id
    throw unknownName(table, name, context)
  })
}

const unknownName = (table: Table, got: string, { book }: Context) =>
  new UserError({ code: 'wrong-option', option: `--${table}`, got, known: ['all', ...book.common[table]] })

/** Without a choice: the filing's own province, and every provider unless provinces are compared. */
function placesFor(filing: Filing, flags: CompareFlags, context: Context): { province: string; provider: string }[] {
  const providers = flags.providers ?? (flags.provinces === undefined ? 'all' : filing.provider)
  const ids = {
    provinces: idsOf(flags.provinces ?? filing.province ?? '', 'provinces', context),
    providers: idsOf(providers ?? '', 'providers', context),
  }
  for (const table of ['provinces', 'providers'] as const) {
    if (ids[table].length === 0) throw unknownName(table, '', context)
  }
  return ids.provinces.flatMap(province => ids.providers.map(provider => ({ province, provider })))
}

/** A look finds the same wherever the same is asked of a picture: the provider's limits, the rules about scans. */
const seenAlike = ({ book, day }: Pick<Reported, 'book' | 'day'>) =>
  [book.provider?.sheet, ...scanRulesOf(book, day).keys()].join(' ')

/** A county of one province says nothing in another: there it is still to be chosen. */
function movedTo(place: { province: string; provider: string }, { region, ...filing }: Filing): Filing {
  const keepsRegion = region !== undefined && place.province === filing.province
  return { ...filing, ...place, ...(keepsRegion ? { region } : {}) }
}

/** @throws UserError unless there is one filing, and one only */
async function filingAt(path: string): Promise<string> {
  const { found: all } = await findFilings([path])
  const [found, ...others] = all
  if (!found || others.length > 0) throw new UserError({ code: 'no-filing', path })
  return found.file
}

/** @throws UserError, FileProblem, YamlProblem */
export async function compareCommand(path: string, flags: CompareFlags, context: Context): Promise<Outcome> {
  const { words } = context
  const reporter = compareReporters[flags.reporter]
  if (!reporter) {
    const known = Object.keys(compareReporters)
    throw new UserError({ code: 'wrong-option', option: '--reporter', got: flags.reporter, known })
  }
  const file = await filingAt(path)
  const read = readFilingFile(file, context)
  if (read.is === 'malformed')
    return { text: '', talk: tellMalformed(file, read.problems, words), code: exit.wrongInput }
  const all: Reported[] = []
  const scans = new Map<string, readonly Finding[]>()
  for (const place of placesFor(read.filing, flags, context)) {
    const judged = judgeFiling(movedTo(place, read.filing), context)
    const looked = scans.get(seenAlike(judged)) ?? (await scansOf(judged, dirname(file), context))
    scans.set(seenAlike(judged), looked)
    all.push({ ...withScans(judged, looked), file, placeOf: read.placeOf })
  }
  const text = reporter(comparisonOf(all, words), words, { file, colour: flags.colour })
  const isForPerson = flags.reporter === 'pretty' && flags.columns !== undefined
  return { text: isForPerson ? wrapHanging(text, flags.columns) : text, code: exit.ready }
}
