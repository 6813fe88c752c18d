// When `check` keeps no filing: many of them, told one by one on standard output.
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
 * Undefined where the filings are few, where a reporter or known findings need them at once, and for archives: only this
 * thread clears up after them when the process is stopped.
 */
export function manyOptions(
  found: readonly Found[],
  outputs: readonly Output[],
  options: Options,
  { words, book }: Context,
): ManyOptions | undefined {
  const { forMany } = options
  const jobs = wholeNumber('--jobs', forMany?.jobs, 1, jobsAtMost)
  const [output] = outputs
  const isCompared = options.baseline !== undefined || options.writeBaseline !== undefined
  if (
    !forMany ||
    isCompared ||
    found.some(({ archive }) => archive !== undefined) ||
    found.length < many ||
    outputs.length !== 1 ||
    output?.file !== undefined
  )
    return undefined
  if (output?.reporter !== 'pretty' && output?.reporter !== 'ndjson') return undefined
  const { personal, notes, colour, version, pathOf, columns } = options
  const { threads, write, progress } = forMany
  const told = {
    personal,
    notes,
    colour,
    ...(version === undefined ? {} : { version }),
    ...(pathOf ? { pathOf } : {}),
    ...(output.reporter === 'ndjson' ? { rulesDigest: book.digest } : {}),
  }
  forMany.keepHeapSmall()
  return {
    telling: { reporter: output.reporter, options: told, ...(columns === undefined ? {} : { wrapAt: columns }) },
    jobs,
    threads,
    write,
    progress: progress && ((done, all) => progress(done < all ? words.lines.progress(done, all) : '')),
  }
}
