// The last lines of a report: how many filings are ready, what is known already.
import type { Words } from '../locales/index.ts'
import type { Total } from './pieces.ts'
import type { ReportOptions } from './reported.ts'

/** Without markup, one line each; `only`: the verdict of a single filing. */
export function totalLines(
  { filings, ready, known }: Total,
  only: string,
  words: Words,
  { gone = [] }: ReportOptions,
): string[] {
  return [
    only === '' ? words.report.total(filings, ready) : only,
    ...(known > 0 ? [words.ci.known(known)] : []),
    ...(gone.length > 0 ? [words.ci.goneCount(gone.length)] : []),
  ]
}
