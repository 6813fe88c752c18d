// `check` of many filings: judged in batches, by threads where that pays, told in order, with little kept on the way.
import { availableParallelism } from 'node:os'
import type { BaselineEntry } from '../disk/baseline-file.ts'
import { summed } from '../report/pieces.ts'
import type { GoneFinding, Unusable } from '../report/reported.ts'
import { AcrossFilings } from './across-filings.ts'
import type { Context } from './context.ts'
import { shownOf, type Found } from './find-filings.ts'
import { itemOf, judgeBatch, type Batch, type Counted, type Known, type Placed, type Telling } from './judge-batch.ts'
import { judgeFound } from './judge-found.ts'
import { repacked, type Packed } from './packed-pieces.ts'
import { tellMany, type ManyTold } from './tell-many.ts'
import { Threads, type ThreadStart } from './threads.ts'

const batchSize = 50
/** A thread opens its own rule book: below this the start costs more than it gives. */
const threadPays = 400
const threadsAtMost = 8

export type ManyOptions = {
  readonly telling: Telling
  /** where each report goes; undefined for standard output */
  readonly files: readonly (string | undefined)[]
  readonly jobs: number | undefined
  /** what threads need to open a rule book of their own */
  readonly threads: {
    readonly entry: string
    readonly bookFolder: string
    readonly ownRules: string | undefined
    /** a program of the user's that reads text off scans */
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
  /** where findings were compared with known ones: those found no more */
  readonly gone?: readonly GoneFinding[]
}

type Run = {
  readonly batches: readonly (readonly Found[])[]
  readonly knownOf: (batch: readonly Found[]) => Known
  readonly options: ManyOptions
  readonly context: Context
}

/** The report is the same however many threads worked on it. */
export async function checkMany(found: readonly Found[], options: ManyOptions, context: Context): Promise<ManyResults> {
  const batches = Array.from({ length: Math.ceil(found.length / batchSize) }, (_, index) =>
    found.slice(index * batchSize, (index + 1) * batchSize),
  )
  const { knownOf, goneAmong } = await knownFindings(options.telling)
  const run = { batches, knownOf, options, context }
  const across = new AcrossFilings(context, position => found[position]?.file ?? '')
  const kept: (readonly Packed[])[] = []
  const counted: Counted[] = []
  const unusable: Unusable[] = []
  const stillThere = new Set<string>()
  let hasFailed = false
  for await (const batch of judged(run)) {
    batch.traits.forEach((traits, index) => traits && across.add(counted.length + index, traits))
    kept.push(batch.packed)
    counted.push(...batch.counted)
    unusable.push(...batch.unusable)
    for (const print of batch.found) stillThere.add(print)
    hasFailed ||= batch.hasFailed
    options.progress?.(counted.length, found.length)
  }
  await addAcross(kept, counted, across, stillThere, run)
  const judgedFiles = counted.flatMap(({ file }) => file ?? [])
  const gone = goneAmong(stillThere, judgedFiles)
  const told: ManyTold = { kept, files: judgedFiles, unusable, gone, ...totalOf(counted) }
  await tellMany(told, options, context)
  return { ...totalOf(counted), unusable, hasFailed, ...(gone ? { gone } : {}) }
}

type KnownFindings = {
  readonly knownOf: (batch: readonly Found[]) => Known
  readonly goneAmong: (found: ReadonlySet<string>, files: readonly string[]) => readonly GoneFinding[] | undefined
}

async function knownFindings({ baseline }: Telling): Promise<KnownFindings> {
  if (baseline === undefined) return { knownOf: () => [], goneAmong: () => undefined }
  const { entriesByFile, goneFrom, openBaseline } = await import('./baseline.ts')
  const entries: readonly BaselineEntry[] = openBaseline(baseline)
  const byFile = entriesByFile(baseline, entries)
  return {
    knownOf: batch =>
      batch
        .flatMap(found => byFile(shownOf(found)))
        .map(({ fingerprint, ahead }) => [fingerprint, ahead === true] as const),
    goneAmong: (found, files) =>
      goneFrom(
        baseline,
        entries,
        found,
        files.map(file => ({ file })),
      ),
  }
}

/** In the order of the batches, a few of them under way at once. */
async function* judged({ batches, knownOf, options, context }: Run): AsyncGenerator<Batch> {
  const here = (batch: readonly Found[]) => judgeBatch(batch, knownOf(batch), options.telling, context)
  const count = threadCount(batches, options.jobs)
  if (count < 2) {
    for (const batch of batches) yield await here(batch)
    return
  }
  const { pathOf, ...told } = options.telling.options
  const threads = new Threads(options.threads.entry, count, startOf(options, told, context))
  const judge = (batch: readonly Found[]) =>
    threads
      .run({ batch, paths: batch.map(shownOf).map(file => pathOf?.(file) ?? file), known: knownOf(batch) })
      .catch(() => here(batch))
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
async function addAcross(
  kept: (readonly Packed[])[],
  counted: Counted[],
  across: AcrossFilings,
  stillThere: Set<string>,
  { batches, knownOf, options: { telling }, context }: Run,
): Promise<void> {
  const more = across.findings()
  for (const [index, batch] of batches.entries()) {
    const concerned = batch.flatMap((found, at) => {
      const findings = more.get(index * batchSize + at)
      return findings ? [{ found, at, findings }] : []
    })
    if (concerned.length === 0) continue
    const known = knownOf(batch)
    const instead = telling.outputs.map(() => new Map<number, readonly Placed[]>())
    for (const { found, at, findings } of concerned) {
      const { reported } = await judgeFound(found, context)
      if (!reported) continue
      const judgedAgain = { reported: across.with(reported, findings) }
      const item = await itemOf(judgedAgain, known, telling, context, print => stillThere.add(print))
      counted[index * batchSize + at] = item.counted
      item.pieces.forEach((pieces, output) =>
        instead[output]?.set(
          at,
          pieces.map(piece => ({ at, piece })),
        ),
      )
    }
    kept[index] = (kept[index] ?? []).map((packed, output) => repacked(packed, instead[output] ?? new Map()))
  }
}

function totalOf(counted: readonly Counted[]) {
  const sum = (count: (each: Counted) => number) => counted.reduce((all, each) => all + count(each), 0)
  const [first] = counted
  return {
    filings: sum(each => Number(each.file !== undefined)),
    ready: sum(each => Number(each.ready)),
    errors: sum(each => each.errors),
    warnings: sum(each => each.warnings),
    known: sum(each => each.known),
    guessed: counted.some(each => each.guessed),
    sums: (first?.sums ?? []).map((_, output) => summed(counted.map(each => each.sums[output] ?? {}))),
  }
}
