// `check` of many filings: looked over, then judged in batches, by threads where that pays; told in order, none kept.
import type { GoneFinding, Unusable } from '../report/reported.ts'
import { AcrossFilings } from './across-filings.ts'
import type { Context } from './context.ts'
import { crewOf, type Crew } from './crew.ts'
import type { Found } from './find-filings.ts'
import type { Target, Write } from './growing-output.ts'
import type { Telling } from './judge-batch.ts'
import type { Verified } from './judge-bundle.ts'
import { knownFindings } from './known-findings.ts'
import { RunTotal } from './run-total.ts'
import { GrowingReports } from './tell-many.ts'

const batchSize = 25

export type ManyOptions = {
  readonly telling: Telling
  /** where each report goes; no file for standard output */
  readonly targets: readonly Target[]
  readonly jobs: number | undefined
  /** what threads need to open a rule book of their own */
  readonly threads: {
    readonly entry: string
    readonly bookFolder: string
    readonly ownRules: string | undefined
    /** a program of the user's that reads text off scans */
    readonly textReader: string | undefined
  }
  readonly write: Write
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
  /** where a baseline was written: how many findings it holds */
  readonly baseline?: { readonly file: string; readonly entries: number }
}

/** The report is the same however many threads worked on it. */
export async function checkMany(found: readonly Found[], options: ManyOptions, context: Context): Promise<ManyResults> {
  const batches = Array.from({ length: Math.ceil(found.length / batchSize) }, (_, index) => ({
    from: index * batchSize,
    batch: found.slice(index * batchSize, (index + 1) * batchSize),
  }))
  const known = await knownFindings(options.telling)
  const reports = await GrowingReports.open(options, context)
  const across = new AcrossFilings(context, position => found[position]?.file ?? '')
  const crew = crewOf(found.length, batches.length, options, across, context)
  const total = new RunTotal()
  try {
    const verified = await compareAll(batches, across, crew, done => options.progress?.(done / 2, found.length))
    const others = across.findings()
    const work = ({ from, batch }: Numbered) => ({
      batch,
      known: known.of(batch),
      others: batch.map((_, at) => others.get(from + at)),
      verified: batch.map((_, at) => verified.get(from + at)),
    })
    for await (const batch of inTurn(batches, crew.count, each => crew.judge(work(each)))) {
      total.add(batch)
      await reports.add(batch.told)
      options.progress?.((found.length + total.seen) / 2, found.length)
    }
    const gone = known.goneAmong(total.found, total.files)
    const baseline = known.save(total.entries, total.files)
    await reports.finish(total, gone)
    return { ...total.results, ...(gone ? { gone } : {}), ...(baseline ? { baseline } : {}) }
  } finally {
    // Of reports that are finished nothing is taken back.
    reports.abandon()
    await crew.close()
  }
}

type Numbered = { readonly from: number; readonly batch: readonly Found[] }

/** Tells `across` of every filing; the bundles that are whole by their positions. */
async function compareAll(
  batches: readonly Numbered[],
  across: AcrossFilings,
  crew: Crew,
  progress: (done: number) => void,
): Promise<ReadonlyMap<number, Verified>> {
  const whole = new Map<number, Verified>()
  let seen = 0
  for await (const { traits, verified } of inTurn(batches, crew.count, ({ batch }) => crew.lookOver(batch))) {
    for (const [at, own] of traits.entries()) if (own) across.add(seen + at, own)
    for (const [at, own] of verified.entries()) if (own) whole.set(seen + at, own)
    seen += traits.length
    progress(seen)
  }
  return whole
}

/** In their order, a few of them under way at once. */
async function* inTurn<Of, Made>(all: readonly Of[], count: number, make: (one: Of) => Promise<Made>) {
  const underWay: Promise<Made>[] = []
  for (const one of all) {
    underWay.push(make(one))
    const first = underWay.length > (count < 2 ? 0 : count * 2) ? underWay.shift() : undefined
    if (first) yield await first
  }
  for (const made of underWay) yield await made
}
