// One found filing or bundle: verified, read, judged; or the reason why it cannot be used.
import type { Words } from '../locales/index.ts'
import type { Mistake, Reported, Unusable } from '../report/reported.ts'
import { YamlProblem } from '../disk/yaml-problem.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import { readFilingFile, report } from './judge-filing.ts'
import { mistakesIn, tellMalformed } from './malformed.ts'
import { tellUnreadable, yamlSentence } from './tell-input.ts'

export type Judged = { readonly reported?: Reported; readonly unusable?: Unusable }

/** Throws only for what is our own bug. */
export async function judgeFound({ file, bag }: Found, context: Context): Promise<Judged> {
  const { words } = context
  const refused = (message: string, mistakes?: readonly Mistake[]): Judged => ({
    unusable: { file: bag ?? file, message, ...(mistakes ? { mistakes } : {}) },
  })
  try {
    const damage = bag === undefined ? undefined : await damageOf(bag, words)
    if (damage !== undefined) return refused(damage)
    const read = readFilingFile(file, context)
    if (read.is === 'malformed') {
      return refused(tellMalformed(file, read.problems, words), mistakesIn(read.problems, words))
    }
    const reported = await report(file, read, context)
    if (bag === undefined) return { reported }
    const { changedSince } = await import('./changed-rules.ts')
    const changes = changedSince(bag, reported.rules)
    return { reported: changes ? { ...reported, rulesChanged: changes } : reported }
  } catch (error) {
    const told = tellUnreadable(error, file, words)
    if (told === undefined) throw error
    return refused(
      told,
      error instanceof YamlProblem
        ? [{ place: { line: error.line, column: error.column }, text: yamlSentence(error, words) }]
        : undefined,
    )
  }
}

/** What makes the bag untrustworthy; undefined for a bag that verifies. */
async function damageOf(bag: string, words: Words): Promise<string | undefined> {
  const { verifyBag } = await import('../bundle/read-bag.ts')
  const { tellDamage } = await import('./tell-bag.ts')
  return tellDamage(bag, await verifyBag(bag), words)
}
