// A bundle, in a folder or an archive: verified first, then judged, then compared with the day it was packed.
import { dirname, join } from 'node:path'
import { BundleRefused } from '../bundle/bundle-refused.ts'
import { openArchive } from '../bundle/open-archive.ts'
import { verifyBag } from '../bundle/read-bag.ts'
import { isThere } from '../disk/is-there.ts'
import { FileProblem, readTextFile } from '../disk/read-file.ts'
import { folderForNow } from '../disk/unfinished.ts'
import { bundleFormat, recordOf, type BundleRecord } from './bundle-record.ts'
import { changedSince } from './changed-rules.ts'
import type { Words } from '../locales/index.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import type { Judged } from './judge-found.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { sincePacked } from './since-packed.ts'
import { tellBag, tellDamage } from './tell-bag.ts'
import { tellUnreadable } from './tell-input.ts'
import { tellRefused } from './tell-refused.ts'

/** Judges the filing in `file`, called `shown` in what is told. */
type JudgeFiling = (file: string, shown: string, context: Context) => Promise<Judged>

/** `shown`: the bundle as the reader named it; `bag`: where it lies open. */
type Open = { readonly shown: string; readonly bag: string }

/** `identities`: files with the keys that open a sealed bundle. Throws only for what is our own bug. */
export async function judgeBundle(
  { bag, archive }: Found,
  identities: readonly string[],
  judgeFiling: JudgeFiling,
  context: Context,
  verified?: Verified,
): Promise<Judged> {
  const shown = archive ?? bag ?? ''
  const judge = (at: string) => judgeBag({ shown, bag: at }, judgeFiling, context, verified)
  try {
    return archive === undefined ? await judge(shown) : await judgeArchive(archive, identities, judge, context)
  } catch (error) {
    const message = messageOf(error, shown, context)
    if (message === undefined) throw error
    return { unusable: { file: shown, message } }
  }
}

/** No file of keys comes near this size. */
const identitiesLimit = 1_000_000

async function judgeArchive<T>(
  archive: string,
  files: readonly string[],
  judge: (bag: string) => Promise<T>,
  { whenStopped = () => () => undefined }: Context,
): Promise<T> {
  return openArchive(archive, await keysIn(files), { make: folderForNow, whenStopped }, judge)
}

async function keysIn(files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return []
  const { identitiesIn } = await import('../bundle/identities.ts')
  const keys: string[] = []
  for (const file of files) keys.push(...(await identitiesIn(readTextFile(file, identitiesLimit), file)))
  return keys
}

/** A problem of a key's file carries that file's name; any other lies in the bundle. */
function messageOf(error: unknown, shown: string, { words }: Context): string | undefined {
  if (error instanceof BundleRefused) {
    const { code } = error.problem
    return tellRefused(error.problem, words, /^(?:identity-(?!needed|wrong)|identities)/.test(code) ? undefined : shown)
  }
  const told = tellUnreadable(error, error instanceof FileProblem ? error.path : shown, words)
  const refused = refusedBySystem(error, shown)
  return told ?? (refused && words.input.problem(refused.problem))
}

/** A bundle that is whole, and what is to be told of it all the same. */
export type Verified = { readonly warnings: readonly string[] }

/** Throws what keeps it from being read. */
export async function verify({ shown, bag }: Open, words: Words): Promise<Verified | { readonly refused: string }> {
  const problems = await verifyBag(bag)
  const damage = tellDamage(shown, problems, words)
  if (damage !== undefined) return { refused: damage }
  const stranger = strangerIn(bag, recordOf(bag))
  return stranger === undefined
    ? { warnings: tellBag(shown, problems, words) }
    : { refused: tellRefused(stranger, words, shown) }
}

async function judgeBag(
  { shown, bag }: Open,
  judgeFiling: JudgeFiling,
  context: Context,
  before: Verified | undefined,
): Promise<Judged> {
  const verified = before ?? (await verify({ shown, bag }, context.words))
  if ('refused' in verified) return { unusable: { file: shown, message: verified.refused } }
  const record = recordOf(bag)
  const judged = await judgeFiling(join(bag, 'data', 'icp.yaml'), join(shown, 'data', 'icp.yaml'), context)
  if (!judged.reported) return judged
  const { reported } = judged
  const rulesChanged = changedSince(record, reported.rules)
  const beside = join(dirname(shown), 'icp.yaml')
  const packed = await sincePacked({ bag, shown, beside, record, reported }, context)
  const { warnings } = verified
  return {
    reported: { ...reported, ...(rulesChanged ? { rulesChanged } : {}), sincePacked: { ...packed, warnings } },
  }
}

function strangerIn(bag: string, record: BundleRecord | undefined) {
  if ((record?.format ?? 0) > bundleFormat) return { code: 'format-newer', detail: String(record?.format) } as const
  return isThere(join(bag, 'data', 'icp.yaml')) ? undefined : ({ code: 'no-filing' } as const)
}
