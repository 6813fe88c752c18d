// `icp-prep check`: read, judge, report. Never prompts, never writes.
import type { Words } from '../locales/index.ts'
import { isReporterName, reporterNames, reporters } from '../report/index.ts'
import type { ReportOptions, Reported } from '../report/reported.ts'
import type { Context } from './context.ts'
import { findFilings, type Found } from './find-filings.ts'
import { readFilingFile, report } from './judge-filing.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { tellUnreadable } from './tell-input.ts'
import { UserError } from './user-error.ts'

export type CheckOptions = ReportOptions & { readonly reporter: string; readonly strict: boolean }

type Judged = { readonly reported?: Reported; readonly unusable?: string }

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<Outcome> {
  const { reporter } = options
  if (!isReporterName(reporter)) throw new UserError({ code: 'wrong-option', option: '--reporter', got: reporter, known: reporterNames })
  const all: Judged[] = []
  for (const found of findFilings(paths.length > 0 ? paths : ['.'])) all.push(await judgeOne(found, context))
  const reported = all.flatMap(each => each.reported ?? [])
  const unusable = all.flatMap(each => each.unusable ?? [])
  const text =
    reported.length > 0 || unusable.length === 0 ? reporters[reporter](reported, context.words, options) : ''
  return {
    text,
    code: codeOf(reported, unusable, options.strict),
    ...(unusable.length > 0 ? { talk: unusable.join('\n') } : {}),
  }
}

function codeOf(reported: readonly Reported[], unusable: readonly string[], strict: boolean): number {
  if (unusable.length > 0) return exit.wrongInput
  const strictlyReady = ({ judgement }: Reported) => judgement.findings.every(finding => finding.severity === 'info')
  return reported.every(each => each.ready && (!strict || strictlyReady(each))) ? exit.ready : exit.findings
}

async function judgeOne({ file, bag }: Found, context: Context): Promise<Judged> {
  const { words } = context
  try {
    if (bag !== undefined) {
      const damage = await damageOf(bag, words)
      if (damage) return { unusable: damage }
    }
    const read = readFilingFile(file, context)
    if (read.is === 'filing') return { reported: await report(file, read, context) }
    return { unusable: tellMalformed(file, read.problems, words) }
  } catch (error) {
    const told = tellUnreadable(error, file, words)
    if (told === undefined) throw error
    return { unusable: told }
  }
}

async function damageOf(bag: string, words: Words): Promise<string | undefined> {
  const { verifyBag } = await import('../bundle/read-bag.ts')
  const problems = (await verifyBag(bag)).filter(problem => problem.severity === 'error')
  if (problems.length === 0) return undefined
  return problems
    .map(({ code, path }) => `${bag}: ${words.bag[code]}${path === undefined ? '' : ` ${words.quote(path)}`}`)
    .join('\n')
}
