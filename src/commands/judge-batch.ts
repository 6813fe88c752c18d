// A batch of found filings judged and told: what a thread hands back, packed, so that neither it nor the run keeps much.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Traits } from '../facts/traits.ts'
import { reporters } from '../report/index.ts'
import type { ReportOptions, Unusable } from '../report/reported.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import { judgeFound, type Judged } from './judge-found.ts'

/** Reporters that tell each filing by itself. */
export type ManyReporter = 'pretty' | 'ndjson'

/** How the filings are told. `wrapAt`: columns of the terminal. */
export type Telling = { readonly reporter: ManyReporter; readonly options: ReportOptions; readonly wrapAt?: number }

const itemSchema = z.object({
  /** undefined for what `pretty` leaves to the end */
  text: z.string().optional(),
  judged: z.boolean(),
  ready: z.boolean(),
  errors: z.number(),
  warnings: z.number(),
  guessed: z.boolean(),
})

/** One filing told, and what it counts for. */
export type Item = z.infer<typeof itemSchema>

export type Batch = {
  /** the items, packed */
  readonly packed: Uint8Array
  /** one for each found filing; undefined where nobody can compare it with others */
  readonly traits: readonly (Traits | undefined)[]
  readonly unusable: readonly Unusable[]
  /** a bug of ours kept one from being judged */
  readonly hasFailed: boolean
}

export const unpack = (packed: Uint8Array): Item[] =>
  z.array(itemSchema).parse(JSON.parse(inflateRawSync(packed).toString()))

/** One filing that cannot be judged, even by our own fault, never keeps the others from being judged. */
export async function judgeBatch(batch: readonly Found[], telling: Telling, context: Context): Promise<Batch> {
  const items: Item[] = []
  const traits: (Traits | undefined)[] = []
  const unusable: Unusable[] = []
  let hasFailed = false
  for (const found of batch) {
    const { failed, ...judged } = await judgeSafely(found, context)
    hasFailed ||= failed === true
    items.push(await itemOf(judged, telling, context))
    traits.push(judged.reported?.traits)
    if (judged.unusable) unusable.push(judged.unusable)
  }
  return { packed: deflateRawSync(JSON.stringify(items), { level: 1 }), traits, unusable, hasFailed }
}

async function judgeSafely(found: Found, context: Context): Promise<Judged & { readonly failed?: true }> {
  try {
    return await judgeFound(found, context)
  } catch (error) {
    const { words, version } = context
    const name = error instanceof Error ? error.name : 'unknown'
    return {
      failed: true,
      unusable: { file: found.file, message: `${found.file}: ${words.input.bug(version)} ${name}` },
    }
  }
}

export async function itemOf({ reported, unusable }: Judged, telling: Telling, context: Context): Promise<Item> {
  const text = await tellOne({ ...(reported ? { reported } : {}), ...(unusable ? { unusable } : {}) }, telling, context)
  const findings = reported?.judgement.findings ?? []
  return {
    ...(text === '' ? {} : { text }),
    judged: reported !== undefined,
    ready: reported?.ready === true,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    guessed: (reported?.filing.guessed ?? []).length > 0,
  }
}

/** A report of one filing has no total. */
async function tellOne({ reported, unusable }: Judged, telling: Telling, { words }: Context): Promise<string> {
  const { reporter, options, wrapAt } = telling
  const tell = await reporters[reporter]()
  const text = tell(reported ? [reported] : [], words, options, unusable ? [unusable] : [])
  if (wrapAt === undefined || reporter !== 'pretty') return text
  const { wrapHanging } = await import('../locales/wrap.ts')
  return wrapHanging(text, wrapAt)
}
