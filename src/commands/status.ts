// `icp-prep status`: how far filings are, and what happened entered into one of them.
import { dirname, join } from 'node:path'
import type { Outlook } from '../bundle/calendar.ts'
import { parseFiling } from '../disk/filing.ts'
import { isThere } from '../disk/is-there.ts'
import { asOnlyWriter } from '../disk/one-writer.ts'
import { readTextFile } from '../disk/read-file.ts'
import { writeFileAtomically } from '../disk/write-file.ts'
import { wrapHanging } from '../locales/wrap.ts'
import type { Filing } from '../model/filing.ts'
import { marksOf } from '../rules/timeline.ts'
import type { Context } from './context.ts'
import { filingStatus, type FilingStatus } from './filing-status.ts'
import { findFilings, type Found } from './find-filings.ts'
import { filingLimit, idLookup, judgeFiling } from './judge-filing.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { ticksKeyOf } from './packing.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { withProgress } from './set-progress.ts'
import { statusReporters } from './status-reporters.ts'
import { tellUnreadable } from './tell-input.ts'
import { UserError } from './user-error.ts'

export type StatusFlags = {
  /** `submitted=2026-11-25` */
  readonly set: readonly string[]
  readonly reporter: string
  readonly colour: boolean
  readonly columns?: number
}

type Told = { readonly status?: FilingStatus; readonly message?: string }

/** @throws UserError for a wrong call, or a day or number that cannot be entered */
export async function statusCommand(paths: readonly string[], flags: StatusFlags, context: Context): Promise<Outcome> {
  const { words, version } = context
  const reporter = statusReporters[flags.reporter]
  if (!reporter) {
    const known = Object.keys(statusReporters)
    throw new UserError({ code: 'wrong-option', option: '--reporter', got: flags.reporter, known })
  }
  const given = paths.length > 0 ? paths : ['.']
  const { found } = await findFilings(given)
  const entered = flags.set.length > 0 ? enter(flags.set, only(found, given), context) : undefined
  const all = found.map(each => tellOne(each.file, entered, context))
  const statuses = all.flatMap(({ status }) => status ?? [])
  const talk = all.flatMap(({ message }) => message ?? []).join('\n')
  const text = reporter(statuses, words, { colour: flags.colour, day: todayIn(context), version })
  const isForPerson = flags.reporter === 'pretty' && flags.columns !== undefined
  return {
    text: isForPerson ? wrapHanging(text, flags.columns) : text,
    code: codeOf(statuses, talk !== ''),
    ...(talk === '' ? {} : { talk }),
  }
}

const todayIn = ({ on, today }: Context) => on ?? today

/** Something overdue, or days that contradict each other, is a finding. */
function codeOf(statuses: readonly FilingStatus[], hasUnreadable: boolean): number {
  if (hasUnreadable) return exit.wrongInput
  return statuses.some(({ isOverdue, problems }) => isOverdue || problems.length > 0) ? exit.findings : exit.ready
}

/** The one filing that `--set` may change. */
function only(found: readonly Found[], paths: readonly string[]): string {
  const [first, ...others] = found
  const path = paths.join(' ')
  if (!first || others.length > 0) {
    throw new UserError({ code: 'status', problem: { is: 'several', path, filings: found.length } })
  }
  // A filing may also be named by its own path inside a bundle.
  const isPacked = first.bag !== undefined || isThere(join(dirname(first.file), '..', 'bagit.txt'))
  if (isPacked) throw new UserError({ code: 'status', problem: { is: 'bundle', path: first.bag ?? path } })
  return first.file
}

/** @returns the text of the filing as it is saved now */
function enter(set: readonly string[], file: string, context: Context): string {
  try {
    return asOnlyWriter(dirname(file), () => enterAlone(set, file, context))
  } catch (error) {
    throw refusedBySystem(error, file) ?? error
  }
}

function enterAlone(set: readonly string[], file: string, context: Context): string {
  const text = readTextFile(file, filingLimit)
  const read = parseFiling(text, idLookup(context))
  if (read.is === 'malformed') return text
  const { words, book } = context
  const { type } = outlookOf(read.filing, context).type
  const edited = withProgress(text, read.filing.progress ?? {}, set, {
    today: todayIn(context),
    marks: marksOf(type),
    typeName: words.filingType[type].name,
    titleOf: mark => words.outlook.marks[mark].title,
    whyNot: problem => {
      const entry = book.common.codes['filing-number-problems']?.entries.find(({ id }) => id === problem)
      return entry?.[words.language] ?? problem
    },
  })
  if (edited !== text) writeFileAtomically(file, edited)
  return edited
}

/** Judged by the rules of today, whatever day the filer planned. */
function outlookOf(filing: Filing, context: Context): Outlook {
  const day = todayIn(context)
  const { judgement, book, rules } = judgeFiling(filing, { ...context, on: day })
  return {
    filing,
    day,
    book,
    rules: [...rules.values()],
    type: judgement.type,
    words: context.words,
    version: context.version,
    ticksKey: ticksKeyOf(filing),
  }
}

/** `entered`: what has just been saved need not be read again. */
function tellOne(file: string, entered: string | undefined, context: Context): Told {
  try {
    const read = parseFiling(entered ?? readTextFile(file, filingLimit), idLookup(context))
    if (read.is === 'malformed') return { message: tellMalformed(file, read.problems, context.words) }
    return { status: filingStatus(file, outlookOf(read.filing, context)) }
  } catch (error) {
    const message = tellUnreadable(error, file, context.words)
    if (message === undefined) throw error
    return { message }
  }
}
