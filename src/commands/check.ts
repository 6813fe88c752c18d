// `icp-prep check`: read, judge, report. Never prompts, never writes.
import { YamlProblem } from '../disk/yaml.ts'
import { FileProblem } from '../disk/read-file.ts'
import type { Words } from '../locales/index.ts'
import { reporters, type ReporterName } from '../report/index.ts'
import type { ReportOptions, Reported } from '../report/reported.ts'
import type { Context } from './context.ts'
import { findFilings, type Found } from './find-filings.ts'
import { filingLimit, readFilingFile, report } from './judge-filing.ts'
import { exit, type Outcome } from './outcome.ts'

export type CheckOptions = ReportOptions & { readonly reporter: ReporterName; readonly strict: boolean }

type Judged = { readonly reported?: Reported; readonly unusable?: string }

export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<Outcome> {
  const all: Judged[] = []
  for (const found of findFilings(paths.length > 0 ? paths : ['.'])) all.push(await judgeOne(found, context))
  const reported = all.flatMap(each => each.reported ?? [])
  const unusable = all.flatMap(each => each.unusable ?? [])
  const text =
    reported.length > 0 || unusable.length === 0 ? reporters[options.reporter](reported, context.words, options) : ''
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
    return {
      unusable: read.problems
        .map(problem => `${file}:${problem.place.line}:${problem.place.column} ${words.input.filing(problem)}`)
        .join('\n'),
    }
  } catch (error) {
    return { unusable: tellUnreadable(error, file, words) }
  }
}

/** What is wrong with the file itself. @throws anything else */
export function tellUnreadable(error: unknown, file: string, words: Words): string {
  if (error instanceof YamlProblem)
    return `${file}:${error.line}:${error.column} ${words.input.yaml(error.code, error.detail)}`
  if (!(error instanceof FileProblem)) throw error
  const { code } = error
  return words.input.problem(code === 'too-large' ? { code, path: file, limit: filingLimit } : { code, path: file })
}

async function damageOf(bag: string, words: Words): Promise<string | undefined> {
  const { verifyBag } = await import('../bundle/read-bag.ts')
  const problems = (await verifyBag(bag)).filter(problem => problem.severity === 'error')
  if (problems.length === 0) return undefined
  return problems
    .map(({ code, path }) => `${bag}: ${words.bag[code]}${path === undefined ? '' : ` ${words.quote(path)}`}`)
    .join('\n')
}
