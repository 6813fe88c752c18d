// `icp-prep check`: find, judge each, report. Never prompts; writes only the reports it is asked for.
import { resolve } from 'node:path'
import type { ReportOptions, Reported, Unusable } from '../report/reported.ts'
import { visible } from '../model/visible.ts'
import type { Context } from './context.ts'
import { findFilings, type Found } from './find-filings.ts'
import { judgeFound, type Judged } from './judge-found.ts'
import type { Outcome } from './outcome.ts'
import { outputsOf, type Output } from './outputs.ts'
import type { ManyResults } from './check-many.ts'
import { manyOptions, type ForMany } from './many-options.ts'
import { exitCode, exitCodeOfMany, type Limits } from './passes.ts'
import { shardOf } from './shard.ts'
import { UserError } from './user-error.ts'
import { wholeNumber } from './whole-number.ts'
import { withKnown } from './with-known.ts'
import { writeReports } from './write-reports.ts'

export type CheckOptions = ReportOptions & {
  /** names of reporters, each with a colon and its file if it has one */
  readonly reporters: readonly string[]
  /** where the report goes that names no file */
  readonly output?: string
  readonly strict: boolean
  readonly maxWarnings?: string
  /** only what changed since that git revision */
  readonly changedSince?: string
  /** a folder of rules of one's own: where it changed, every filing did */
  readonly rules?: string
  /** files of known findings: to compare with, to write */
  readonly baseline?: string
  readonly writeBaseline?: string
  /** a number of days */
  readonly ahead?: string
  readonly columns?: number
  /** `i/n`: only every n-th filing from the i-th on */
  readonly shard?: string
  /** files with the keys that open sealed bundles */
  readonly identity?: readonly string[]
  /** a file that GitHub shows on the page of the run */
  readonly stepSummary?: string
  /** undefined keeps every filing until the report is made */
  readonly forMany?: ForMany
}

export type Results = { readonly all: readonly Reported[]; readonly unusable: readonly Unusable[] }

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<Outcome> {
  const outputs = outputsOf(options.reporters, options.output)
  const maxWarnings = wholeNumber('--max-warnings', options.maxWarnings, 0)
  const ahead = wholeNumber('--ahead', options.ahead, 1, mostDaysAhead)
  const search = await filingsFor(paths, options, context)
  keepInputs(search.found, outputs)
  const limits = { strict: options.strict, ...(maxWarnings === undefined ? {} : { maxWarnings }) }
  const alone = { ...context, ...(ahead === undefined ? {} : { ahead }) }
  const forMany = manyOptions(search.found, outputs, options, context)
  if (forMany) {
    const { checkMany } = await import('./check-many.ts')
    const results = await checkMany(search.found, forMany, alone)
    const written = outputs.flatMap(({ file }) => file ?? [])
    return manyOutcome(results, limits, search.talk, written, context)
  }
  const judged = resultsOf(await judgeAll(search.found, options, { ...alone, amongOthers: search.found.length > 1 }))
  const together = { ...judged, all: await acrossFilings(judged.all, context) }
  const results = await withKnown(together, options, context)
  const { text, written } = await writeReports(results, outputs, options, context)
  const talk = [...search.talk, ...results.talk, ...written.map(file => context.words.ci.written(visible(file)))]
  return {
    text,
    code: exitCode(results.all, results.unusable, limits),
    ...(talk.length > 0 ? { talk: talk.join('\n') } : {}),
  }
}

/** The report is written already. */
async function manyOutcome(
  results: ManyResults,
  limits: Limits,
  before: readonly string[],
  written: readonly string[],
  { words }: Context,
): Promise<Outcome> {
  const { goneLines } = await import('./with-known.ts')
  const gone = goneLines(results.gone ?? [], words)
  const { baseline } = results
  const known = baseline ? [words.ci.baselineWritten(visible(baseline.file), baseline.entries)] : []
  const files = written.map(file => words.ci.written(visible(file)))
  const talk = [...before, ...results.unusable.map(({ message }) => message), ...gone, ...known, ...files]
  return { text: '', code: exitCodeOfMany(results, limits), ...(talk.length > 0 ? { talk: talk.join('\n') } : {}) }
}

/** Ten years: an ID card runs as long. */
const mostDaysAhead = 3660

async function filingsFor(
  paths: readonly string[],
  { changedSince: revision, rules, shard }: CheckOptions,
  context: Context,
): Promise<{ found: readonly Found[]; talk: readonly string[] }> {
  const { ci } = context.words
  const { mine } = shardOf(shard)
  const { found: all, ignored } = await findFilings(paths.length > 0 ? paths : ['.'], revision !== undefined)
  const found = all.filter((_, position) => mine(position))
  const talk = ignored[0] === undefined ? [] : [ci.ignored(ignored.length, visible(ignored[0]))]
  if (revision === undefined) return { found, talk }
  const { changedSince } = await import('./changed-filings.ts')
  const changed = changedSince(revision, found, rules, context)
  return { found: changed, talk: changed.length > 0 ? talk : [...talk, ci.unchanged(visible(revision))] }
}

async function judgeAll(found: readonly Found[], { identity }: CheckOptions, context: Context): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const each of found) judged.push(await judgeFound(each, context, identity))
  return judged
}

/** @throws UserError where a report would overwrite a filing */
function keepInputs(found: readonly Found[], outputs: readonly Output[]): void {
  const inputs = new Set(found.map(({ file }) => resolve(file)))
  for (const { file } of outputs) {
    if (file !== undefined && inputs.has(resolve(file))) throw new UserError({ code: 'filing-exists', path: file })
  }
}

function resultsOf(judged: readonly Judged[]): Results {
  const all: Reported[] = []
  const unusable: Unusable[] = []
  for (const each of judged) {
    if (each.reported) all.push(each.reported)
    if (each.unusable) unusable.push({ ...each.unusable, after: all.length })
  }
  return { all, unusable }
}

/** One filing alone has nobody to disagree with: what compares many is not even loaded. */
async function acrossFilings(reported: readonly Reported[], context: Context): Promise<readonly Reported[]> {
  if (reported.length < 2) return reported
  const { acrossAll } = await import('./across-filings.ts')
  return acrossAll(reported, context)
}
