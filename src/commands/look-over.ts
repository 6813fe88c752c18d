// The first look at a batch of filings: what each may have in common with the others of the run, before any is judged.
import { traitsOf, type Traits } from '../facts/traits.ts'
import { dayOf, readFilingFirst } from './judge-filing.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import type { Verified } from './judge-bundle.ts'

/** For each filing; undefined where nobody can compare it with others, and where it cannot be used at all. */
export type Overlooked = {
  readonly traits: readonly (Traits | undefined)[]
  /** bundles that are whole need not be verified once more */
  readonly verified: readonly (Verified | undefined)[]
}

export async function lookOver(batch: readonly Found[], context: Context): Promise<Overlooked> {
  const traits: (Traits | undefined)[] = []
  const verified: (Verified | undefined)[] = []
  for (const found of batch) {
    const whole = found.bag === undefined ? undefined : await verifiedBag(found.bag, context)
    verified.push(whole)
    traits.push(found.bag === undefined || whole ? traitsIn(found.file, context) : undefined)
  }
  return { traits, verified }
}

async function verifiedBag(bag: string, { words }: Context): Promise<Verified | undefined> {
  const { verify } = await import('./judge-bundle.ts')
  try {
    const verified = await verify({ shown: bag, bag }, words)
    return 'refused' in verified ? undefined : verified
  } catch {
    return undefined
  }
}

/** Why a filing cannot be used is told when it is to be judged. */
function traitsIn(file: string, context: Context): Traits | undefined {
  try {
    const read = readFilingFirst(file, context)
    if (read.is !== 'filing') return undefined
    const { filing } = read
    const { tables } = context.book.for(filing.province, filing.provider)
    return traitsOf({ filing, day: dayOf(filing, context), tables })
  } catch {
    return undefined
  }
}
