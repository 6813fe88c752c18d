// `check` of many filings: judged in batches, by threads where that pays, told in order, with little kept on the way.
import { availableParallelism } from 'node:os'
import type { Unusable } from '../report/reported.ts'
import { AcrossFilings } from './across-filings.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import { itemOf, judgeBatch, unpack, type Batch, type Item, type Telling } from './judge-batch.ts'
import { judgeFound } from './judge-found.ts'
import { Threads, type ThreadStart } from './threads.ts'

const batchSize = 50
/** A thread opens its own rule book: below this the start costs more than it gives. */
const threadPays = 400
const threadsAtMost = 8

export type ManyOptions = {
  readonly telling: Telling
  readonly jobs: number | undefined
  /** what threads need to open a rule book of their own */
  readonly threads: {
    readonly entry: string
    readonly bookFolder: string
    readonly ownRules: string | undefined
    readonly textReader: string | undefined
  }
  readonly write: (text: string) => Promise<void> | undefined
  readonly progress: ((done: number, all: number) => void) | undefined
}

export type ManyResults = {
  readonly filings: number
  readonly ready: number
  readonly errors: number
  readonly warnings: number
  readonly guessed: boolean
  readonly unusable: readonly Unusable[]
  readonly hasFailed: boolean
}

/** The report is the same however many threads worked on it. */
export async function checkMany(found: readonly Found[], options: ManyOptions, context: Context): Promise<ManyResults> {
  const batches = Array.from({ length: Math.ceil(found.length / batchSize) }, (_, index) =>
    found.slice(index * batchSize, (index + 1) * batchSize),
  )
  const across = new AcrossFilings(context, position => found[position]?.file ?? '')
  const kept: Uint8Array[] = []
  const unusable: Unusable[] = []
  let hasFailed = false
  let done = 0
  for await (const batch of judged(batches, options, context)) {
    batch.traits.forEach((traits, index) => traits && across.add(done + index, traits))
    kept.push(batch.packed)
    unusable.push(...batch.unusable)
    hasFailed ||= batch.hasFailed
    done += batch.traits.length
    options.progress?.(done, found.length)
  }
  const tally = await tellAll(kept, found, across, options, context)
  return { ...tally, unusable, hasFailed }
}

/** In the order of the batches, a few of them under way at once. */
async function* judged(
  batches: readonly (readonly Found[])[],
  options: ManyOptions,
  context: Context,
): AsyncGenerator<Batch> {
  const here = (batch: readonly Found[]) => judgeBatch(batch, options.telling, context)
  const count = threadCount(batches, options.jobs)
  if (count < 2) {
    for (const batch of batches) yield await here(batch)
    return
  }
  const { pathOf, ...told } = options.telling.options
  const threads = new Threads(options.threads.entry, count, startOf(options, told, context))
  const judge = (batch: readonly Found[]) =>
    threads.run({ batch, paths: batch.map(({ file }) => pathOf?.(file) ?? file) }).catch(() => here(batch))
  const underWay: Promise<Batch>[] = []
  try {
    for (const batch of batches) {
      underWay.push(judge(batch))
      const first = underWay.length > count * 2 ? underWay.shift() : undefined
      if (first) yield await first
    }
    for (const batch of underWay) yield await batch
  } finally {
    await threads.close()
  }
}

/** As many as were asked for, never more than there are batches. */
function threadCount(batches: readonly (readonly Found[])[], jobs: number | undefined): number {
  const filings = batches.reduce((sum, batch) => sum + batch.length, 0)
  const sensible = filings < threadPays ? 1 : Math.min(availableParallelism(), threadsAtMost)
  return Math.min(jobs ?? sensible, batches.length)
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

/** What the filings make of each other is known only now: those concerned are judged once more. */
async function tellAll(
  kept: readonly Uint8Array[],
  found: readonly Found[],
  across: AcrossFilings,
  { telling, write }: ManyOptions,
  context: Context,
): Promise<Omit<ManyResults, 'unusable' | 'hasFailed'>> {
  const more = across.findings()
  const between = telling.reporter === 'pretty' ? '\n\n' : '\n'
  const tally = { filings: 0, ready: 0, errors: 0, warnings: 0, guessed: false }
  let position = 0
  let isFirst = true
  for (const packed of kept) {
    let text = ''
    for (const item of unpack(packed)) {
      const findings = more.get(position)
      const told = findings ? await again(found[position], item, findings) : item
      countIn(tally, told)
      if (told.text !== undefined) text += (isFirst ? '' : between) + told.text
      isFirst &&= told.text === undefined
      position += 1
    }
    await write(text)
  }
  if (telling.reporter === 'pretty') await write(between + context.words.report.total(tally.filings, tally.ready))
  await write('\n')
  return tally

  async function again(one: Found | undefined, item: Item, findings: Parameters<AcrossFilings['with']>[1]) {
    const { reported } = one ? await judgeFound(one, context) : {}
    return reported ? itemOf({ reported: across.with(reported, findings) }, telling, context) : item
  }
}

type Tally = { filings: number; ready: number; errors: number; warnings: number; guessed: boolean }

function countIn(tally: Tally, { judged: isJudged, ready, errors, warnings, guessed }: Item): void {
  if (isJudged) tally.filings += 1
  if (ready) tally.ready += 1
  tally.errors += errors
  tally.warnings += warnings
  tally.guessed ||= guessed
}
