// A batch of found filings judged and told: what a thread hands back, so that neither it nor the run keeps a filing.
import type { BaselineEntry } from '../disk/baseline-file.ts'
import type { AlertRule } from '../report/alert.ts'
import type { ReporterName } from '../report/index.ts'
import type { One } from '../report/pieces.ts'
import type { ReportOptions, Reported, Unusable } from '../report/reported.ts'
import type { Finding } from '../rules/finding.ts'
import type { AcrossFilings } from './across-filings.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import type { Verified } from './judge-bundle.ts'
import { judgeFound, type Judged } from './judge-found.ts'
import { markingOf } from './mark-known.ts'
import { tellersOf, type Teller } from './tell-batch.ts'

/** How the filings are told. `wrapAt`: columns of the terminal. */
export type Telling = {
  /** a report in a file is for others: masked, without colour */
  readonly outputs: readonly { readonly reporter: ReporterName; readonly isFile: boolean }[]
  readonly options: ReportOptions
  readonly wrapAt?: number
  /** the file of known findings */
  readonly baseline?: string
  /** the file that what is found is written to, and so is known */
  readonly writeBaseline?: string
}

/** What a filing counts for; findings that are known count for nothing. */
export type Counted = {
  /** of a judged filing */
  readonly file: string | undefined
  readonly ready: boolean
  readonly errors: number
  readonly warnings: number
  readonly known: number
  readonly guessed: boolean
  /** the last day that was looked ahead to */
  readonly ahead: string | undefined
}

/** Fingerprints of known findings; true for one that is known as something to come. */
export type Known = readonly (readonly [fingerprint: string, ahead: boolean])[]

/** `others`: what the filings of the run make of each other, for each of the batch. */
export type Work = {
  readonly batch: readonly Found[]
  readonly known: Known
  readonly others: readonly (readonly Finding[] | undefined)[]
  /** bundles that were found to be whole, for each of the batch */
  readonly verified: readonly (Verified | undefined)[]
}

/** Of pieces their text as it is written, of a report in an order of its own a pack for each place in it. */
export type ToldPart = {
  readonly order: number
  /** how many pieces, of how many letters together */
  readonly count: number
  readonly length: number
  readonly text: string | Uint8Array
}

export type ToldBatch = { readonly parts: readonly ToldPart[]; readonly rules: readonly AlertRule[] }

export type Batch = {
  /** for each report */
  readonly told: readonly ToldBatch[]
  readonly counted: readonly Counted[]
  readonly unusable: readonly Unusable[]
  /** fingerprints of what was known and is still there */
  readonly found: readonly string[]
  /** what a baseline is written of */
  readonly entries: readonly BaselineEntry[]
  /** a bug of ours kept one from being judged */
  readonly hasFailed: boolean
}

/** One filing that cannot be judged, even by our own fault, never keeps the others from being judged. */
export async function judgeBatch(
  { batch, known, others, verified }: Work,
  telling: Telling,
  across: AcrossFilings,
  context: Context,
): Promise<Batch> {
  const tellers = await tellersOf(telling, context)
  const marking = await markingOf(known, telling)
  const counted: Counted[] = []
  const unusable: Unusable[] = []
  let hasFailed = false
  for (const [at, each] of batch.entries()) {
    const { failed, ...judged } = await judgeSafely(each, verified[at], context)
    hasFailed ||= failed === true
    const more = others[at]
    const whole = judged.reported && (more ? across.with(judged.reported, more) : judged.reported)
    const reported = whole && marking.mark(whole)
    if (reported) tellAll({ reported }, tellers)
    else if (judged.unusable) tellAll({ unusable: judged.unusable }, tellers)
    counted.push(countedOf(reported))
    if (judged.unusable) unusable.push(judged.unusable)
  }
  const { found, entries } = marking
  return { told: tellers.map(teller => teller.told()), counted, unusable, found, entries, hasFailed }
}

function tellAll(one: One, tellers: readonly Teller[]): void {
  for (const teller of tellers) teller.tell(one)
}

async function judgeSafely(
  found: Found,
  verified: Verified | undefined,
  context: Context,
): Promise<Judged & { readonly failed?: true }> {
  try {
    return await judgeFound(found, context, [], verified)
  } catch (error) {
    const { words, version } = context
    const name = error instanceof Error ? error.name : 'unknown'
    return {
      failed: true,
      unusable: { file: found.file, message: `${found.file}: ${words.input.bug(version)} ${name}` },
    }
  }
}

function countedOf(reported: Reported | undefined): Counted {
  const counted = { errors: 0, warnings: 0, known: 0 }
  for (const { known, severity } of reported?.judgement.findings ?? []) {
    if (known === true) counted.known += 1
    else if (severity === 'error') counted.errors += 1
    else if (severity === 'warning') counted.warnings += 1
  }
  return {
    ...counted,
    file: reported?.file,
    ready: reported?.ready === true,
    guessed: (reported?.filing.guessed ?? []).length > 0,
    ahead: reported?.ahead,
  }
}
