// `icp-prep check`: read, judge, report. Never prompts, never writes.
import type { Words } from '../locales/index.ts'
import { isReporterName, reporterNames, reporters } from '../report/index.ts'
import type { ReportOptions, Reported, Unusable } from '../report/reported.ts'
import { changedSince } from './changed-rules.ts'
import type { Context } from './context.ts'
import { findFilings, type Found } from './find-filings.ts'
import { readFilingFile, report } from './judge-filing.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { tellUnreadable } from './tell-input.ts'
import { UserError } from './user-error.ts'

export type CheckOptions = ReportOptions & {
  readonly reporter: string
  readonly strict: boolean
  readonly columns?: number
}

type Judged = { readonly reported?: Reported; readonly unusable?: Unusable }

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<Outcome> {
  const { reporter } = options
  if (!isReporterName(reporter)) {
    throw new UserError({ code: 'wrong-option', option: '--reporter', got: reporter, known: reporterNames })
  }
  const all: Judged[] = []
  for (const found of findFilings(paths.length > 0 ? paths : ['.'])) all.push(await judgeOne(found, context))
  const reported = all.flatMap(each => each.reported ?? [])
  const unusable = all.flatMap(each => each.unusable ?? [])
  const text = reporters[reporter](reported, context.words, options, unusable)
  const talk = unusable.map(({ message }) => message).join('\n')
  return {
    text: reporter === 'pretty' ? await wrapped(text, options.columns) : text,
    code: codeOf(reported, unusable, options.strict),
    ...(talk ? { talk } : {}),
  }
}

/** Words stay whole in a narrow terminal; a pipe gets the lines as they are. */
async function wrapped(text: string, columns: number | undefined): Promise<string> {
  if (columns === undefined) return text
  const { wrapHanging } = await import('../locales/wrap.ts')
  return wrapHanging(text, columns)
}

function codeOf(reported: readonly Reported[], unusable: readonly Unusable[], strict: boolean): number {
  if (unusable.length > 0) return exit.wrongInput
  const strictlyReady = ({ judgement }: Reported) => judgement.findings.every(finding => finding.severity === 'info')
  return reported.every(each => each.ready && (!strict || strictlyReady(each))) ? exit.ready : exit.findings
}

async function judgeOne({ file, bag }: Found, context: Context): Promise<Judged> {
  const { words } = context
  const refused = (message: string): Judged => ({ unusable: { file: bag ?? file, message } })
  try {
    const damage = bag === undefined ? undefined : await damageOf(bag, words)
    if (damage !== undefined) return refused(damage)
    const read = readFilingFile(file, context)
    if (read.is === 'malformed') return refused(tellMalformed(file, read.problems, words))
    const reported = await report(file, read, context)
    const changes = bag === undefined ? undefined : changedSince(bag, reported.rules)
    return { reported: changes ? { ...reported, rulesChanged: changes } : reported }
  } catch (error) {
    const told = tellUnreadable(error, file, words)
    if (told === undefined) throw error
    return refused(told)
  }
}

/** What makes the bag untrustworthy; undefined for a bag that verifies. */
async function damageOf(bag: string, words: Words): Promise<string | undefined> {
  const { verifyBag } = await import('../bundle/read-bag.ts')
  const { tellDamage } = await import('./tell-bag.ts')
  return tellDamage(bag, await verifyBag(bag), words)
}
