// When `check` keeps no filing: many of them, each told by itself.
import { isPieceReporter } from '../report/index.ts'
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
}

/** From here on a run keeps no filing and writes its report piece by piece. */
const many = 100
const jobsAtMost = 256

/**
 * Undefined where the filings are few, where a reporter needs them at once or a baseline is written of them, and for
 * archives: only this thread clears up after them when the process is stopped.
 */
export function manyOptions(
  found: readonly Found[],
  outputs: readonly Output[],
  options: Options,
  { words, book }: Context,
): ManyOptions | undefined {
  const { forMany } = options
  const jobs = wholeNumber('--jobs', forMany?.jobs, 1, jobsAtMost)
  const reporters = outputs.flatMap(({ reporter, file }) =>
    isPieceReporter(reporter) ? [{ reporter, isFile: file !== undefined }] : [],
  )
  if (
    !forMany ||
    options.writeBaseline !== undefined ||
    found.some(({ archive }) => archive !== undefined) ||
    found.length < many ||
    reporters.length < outputs.length
  )
    return undefined
  const { personal, notes, colour, version, pathOf, columns, baseline } = options
  const { threads, write, progress } = forMany
  const told = {
    personal,
    notes,
    colour,
    ...(version === undefined ? {} : { version }),
    ...(pathOf ? { pathOf } : {}),
    ...(reporters.some(({ reporter }) => reporter === 'ndjson') ? { rulesDigest: book.digest } : {}),
    // The findings are told apart from the start; which are gone is known last.
    ...(baseline === undefined ? {} : { gone: [] }),
  }
  forMany.keepHeapSmall()
  return {
    telling: {
      outputs: reporters,
      options: told,
      ...(columns === undefined ? {} : { wrapAt: columns }),
      ...(baseline === undefined ? {} : { baseline }),
    },
    files: outputs.map(({ file }) => file),
    jobs,
    threads,
    write,
    progress: progress && ((done, all) => progress(done < all ? words.lines.progress(done, all) : '')),
  }
}
