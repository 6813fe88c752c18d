// `icp-prep check`: find, judge each, report. Never prompts; writes only the reports it is asked for.
import { appendFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { visible } from '../report/visible.ts'
import type { Words } from '../locales/index.ts'
import { reporters } from '../report/index.ts'
import type { ReportOptions, Reported, Unusable } from '../report/reported.ts'
import type { Context } from './context.ts'
import { findFilings, type Found, type Search } from './find-filings.ts'
import { judgeFound, type Judged } from './judge-found.ts'
import type { Outcome } from './outcome.ts'
import { outputsOf, type Output } from './outputs.ts'
import { exitCode } from './passes.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { shardOf } from './shard.ts'
import { UserError } from './user-error.ts'
import { wholeNumber } from './whole-number.ts'

export type CheckOptions = ReportOptions & {
  /** names of reporters, each with a colon and its file if it has one */
  readonly reporters: readonly string[]
  /** where the report goes that names no file */
  readonly output?: string
  readonly strict: boolean
  readonly maxWarnings?: string
  readonly columns?: number
  /** `i/n`: only every n-th filing from the i-th on */
  readonly shard?: string
  /** files with the keys that open sealed bundles */
  readonly identity?: readonly string[]
  /** a file that GitHub shows on the page of the run */
  readonly stepSummary?: string
}

type Results = { readonly all: readonly Reported[]; readonly unusable: readonly Unusable[] }

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<Outcome> {
  const outputs = outputsOf(options.reporters, options.output)
  const maxWarnings = wholeNumber('--max-warnings', options.maxWarnings, 0)
  const { mine } = shardOf(options.shard)
  const search = await findFilings(paths.length > 0 ? paths : ['.'])
  keepInputs(search.found, outputs)
  const judged: Judged[] = []
  for (const found of search.found.filter((_, position) => mine(position)))
    judged.push(await judgeFound(found, context, options.identity))
  const { all: alone, unusable } = resultsOf(judged)
  const results = { all: await acrossFilings(alone, context), unusable }
  const { text, written } = await report(results, outputs, options, context)
  const { words } = context
  const talk = [
    ...ignoredIn(search, words),
    ...results.unusable.map(({ message }) => message),
    ...written.map(file => words.ci.written(visible(file))),
  ]
  return {
    text,
    code: exitCode(results.all, results.unusable, {
      strict: options.strict,
      ...(maxWarnings === undefined ? {} : { maxWarnings }),
    }),
    ...(talk.length > 0 ? { talk: talk.join('\n') } : {}),
  }
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

const ignoredIn = ({ ignored }: Search, words: Words): string[] =>
  ignored[0] === undefined ? [] : [words.ci.ignored(ignored.length, visible(ignored[0]))]

/** `text`: the report for standard output. */
async function report(
  { all, unusable }: Results,
  outputs: readonly Output[],
  options: CheckOptions,
  { words, book }: Context,
): Promise<{ text: string; written: readonly string[] }> {
  let text = ''
  const written: string[] = []
  const isForFleets = outputs.some(({ reporter }) => reporter === 'ndjson')
  const inTerminal = isForFleets ? { ...options, rulesDigest: book.digest } : options
  const inFile = { ...inTerminal, personal: false, colour: false }
  for (const { reporter, file } of outputs) {
    const told = (await reporters[reporter]())(all, words, file === undefined ? inTerminal : inFile, unusable)
    if (file === undefined) text = reporter === 'pretty' ? await wrapped(told, options.columns) : told
    else {
      const { writeOutput } = await import('./write-output.ts')
      writeOutput(file, `${told}\n`)
      written.push(file)
    }
  }
  if (options.stepSummary !== undefined && outputs.some(({ reporter }) => reporter === 'github')) {
    const { markdown } = await import('../report/markdown.ts')
    append(options.stepSummary, `${markdown(all, words, inFile, unusable)}\n`)
  }
  return { text, written }
}

/** What earlier commands of the step wrote stays. */
function append(file: string, text: string): void {
  try {
    appendFileSync(file, text)
  } catch (error) {
    throw refusedBySystem(error, file) ?? error
  }
}

/** One filing alone has nobody to disagree with: what compares many is not even loaded. */
async function acrossFilings(reported: readonly Reported[], context: Context): Promise<readonly Reported[]> {
  if (reported.length < 2) return reported
  const { acrossAll } = await import('./across-filings.ts')
  return acrossAll(reported, context)
}

/** Words stay whole in a narrow terminal; a pipe gets the lines as they are. */
async function wrapped(text: string, columns: number | undefined): Promise<string> {
  if (columns === undefined) return text
  const { wrapHanging } = await import('../locales/wrap.ts')
  return wrapHanging(text, columns)
}
