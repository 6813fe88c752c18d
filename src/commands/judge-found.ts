// One found filing or bundle: verified, read, judged; or the reason why it cannot be used.
import type { Mistake, Reported, Unusable } from '../report/reported.ts'
import { YamlProblem } from '../disk/yaml-problem.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import type { Verified } from './judge-bundle.ts'
import { readFilingFile, report } from './judge-filing.ts'
import { mistakesIn, tellMalformed } from './malformed.ts'
import { tellInput, tellUnreadable, yamlSentence } from './tell-input.ts'

export type Judged = { readonly reported?: Reported; readonly unusable?: Unusable }

/** `identities`: files with the keys that open a sealed bundle. Throws only for what is our own bug. */
export async function judgeFound(
  found: Found,
  context: Context,
  identities: readonly string[] = [],
  verified?: Verified,
): Promise<Judged> {
  if (found.bag === undefined && found.archive === undefined) return judgeFile(found.file, found.file, context)
  const { judgeBundle } = await import('./judge-bundle.ts')
  return judgeBundle(found, identities, judgeFile, context, verified)
}

/** `shown`: what the file is called in what is told. */
async function judgeFile(file: string, shown: string, context: Context): Promise<Judged> {
  const { words } = context
  const refused = (message: string, mistakes?: readonly Mistake[]): Judged => ({
    unusable: { file: shown, message, ...(mistakes ? { mistakes } : {}) },
  })
  try {
    const read = readFilingFile(file, context)
    if (read.is === 'malformed') {
      return refused(tellMalformed(shown, read.problems, words), mistakesIn(read.problems, words))
    }
    return { reported: { ...(await report(file, read, context)), file: shown } }
  } catch (error) {
    // One filing's scan that the disk does not give is no reason to leave the other filings unjudged.
    const told = tellUnreadable(error, shown, words) ?? tellInput(error, words)
    if (told === undefined) throw error
    return refused(
      told,
      error instanceof YamlProblem
        ? [{ place: { line: error.line, column: error.column }, text: yamlSentence(error, words) }]
        : undefined,
    )
  }
}
