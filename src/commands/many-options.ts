// When `check` keeps no filing: many of them, each told by itself.
import type { ReportOptions } from '../report/reported.ts'
import type { ManyOptions } from './check-many.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import type { Output } from './outputs.ts'
import { wholeNumber } from './whole-number.ts'

export type ForMany = {
  /** threads asked for */
  readonly jobs?: string
  readonly threads: ManyOptions['threads']
  readonly write: ManyOptions['write']
  readonly keepHeapSmall: () => void
  /** a line that is overwritten, where somebody sits before it */
  readonly progress?: (line: string) => void
}

type Options = ReportOptions & {
  readonly forMany?: ForMany
  readonly columns?: number
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly stepSummary?: string
}

/** From here on a run keeps no filing and writes its report piece by piece. */
const many = 100
const jobsAtMost = 256

/**
 * Undefined where the filings are few, and for archives: only this thread clears up after them when the process is
 * stopped.
 */
export function manyOptions(
  found: readonly Found[],
  outputs: readonly Output[],
  options: Options,
  { words, book }: Context,
): ManyOptions | undefined {
  const { forMany } = options
  const jobs = wholeNumber('--jobs', forMany?.jobs, 1, jobsAtMost)
  if (!forMany || found.length < many || found.some(({ archive }) => archive !== undefined)) return undefined
  const { personal, notes, colour, version, pathOf, columns, baseline, writeBaseline, stepSummary } = options
  const forSummary = outputs.some(({ reporter }) => reporter === 'github') ? stepSummary : undefined
  const summary = forSummary === undefined ? [] : [{ reporter: 'markdown', file: forSummary, append: true } as const]
  const targets = [...outputs, ...summary]
  const { threads, write, progress } = forMany
  const told = {
    personal,
    notes,
    colour,
    ...(version === undefined ? {} : { version }),
    ...(pathOf ? { pathOf } : {}),
    ...(outputs.some(({ reporter }) => reporter === 'ndjson') ? { rulesDigest: book.digest } : {}),
    // The findings are told apart from the start; which are gone is known last.
    ...(baseline === undefined && writeBaseline === undefined ? {} : { gone: [] }),
  }
  forMany.keepHeapSmall()
  return {
    telling: {
      outputs: targets.map(({ reporter, file }) => ({ reporter, isFile: file !== undefined })),
      options: told,
      ...(columns === undefined ? {} : { wrapAt: columns }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(writeBaseline === undefined ? {} : { writeBaseline }),
    },
    targets,
    jobs,
    threads,
    write,
    progress: progress && ((done, all) => progress(done < all ? words.lines.progress(done, all) : '')),
  }
}
