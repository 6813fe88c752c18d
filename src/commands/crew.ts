// Who judges the batches of a check of many filings: threads where that pays, or this thread alone.
import { availableParallelism } from 'node:os'
import type { AcrossFilings } from './across-filings.ts'
import type { ManyOptions } from './check-many.ts'
import type { Context } from './context.ts'
import { shownOf, type Found } from './find-filings.ts'
import { judgeBatch, type Batch, type Work } from './judge-batch.ts'
import { lookOver, type Overlooked } from './look-over.ts'
import { Readings } from './readings.ts'
import { Threads, type ThreadStart } from './threads.ts'

/** A thread opens its own rule book: below this the start costs more than it gives. */
const threadPays = 400
/** With more the run takes more memory than the budget has; who has it says --jobs. */
const threadsAtMost = 4

export type Crew = {
  readonly count: number
  readonly lookOver: (batch: readonly Found[]) => Promise<Overlooked>
  readonly judge: (work: Work) => Promise<Batch>
  readonly close: () => Promise<void>
}

/** Threads, and this one for what they give back; or this one alone. */
export function crewOf(
  filings: number,
  batches: number,
  options: ManyOptions,
  across: AcrossFilings,
  context: Context,
): Crew {
  const { telling, jobs } = options
  const own = { ...context, readings: new Readings() }
  const alone: Crew = {
    count: 1,
    lookOver: batch => lookOver(batch, own),
    judge: work => judgeBatch(work, telling, across, own),
    close: () => Promise.resolve(),
  }
  const sensible = filings < threadPays ? 1 : Math.min(availableParallelism(), threadsAtMost)
  const count = Math.min(jobs ?? sensible, batches)
  if (count < 2) return alone
  const { pathOf = file => file, ...told } = telling.options
  const threads = new Threads(options.threads.entry, count, startOf(options, told, context))
  return {
    count,
    lookOver: batch => threads.lookOver(batch).catch(() => alone.lookOver(batch)),
    judge: work => threads.judge(work, work.batch.map(shownOf).map(pathOf)).catch(() => alone.judge(work)),
    close: () => threads.close(),
  }
}

const startOf = (
  { threads, telling }: ManyOptions,
  told: ThreadStart['telling']['options'],
  { words, today, on, ahead, version }: Context,
): ThreadStart => ({
  language: words.language,
  today,
  on,
  ahead,
  bookFolder: threads.bookFolder,
  ownRules: threads.ownRules,
  textReader: threads.textReader,
  version,
  telling: { ...telling, options: told },
})
