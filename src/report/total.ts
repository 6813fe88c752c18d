// The last lines of a report: how many filings are ready, what is known already.
import type { Words } from '../locales/index.ts'
import { summaryOf } from './counts.ts'
import type { ReportOptions, Reported } from './reported.ts'

export const knownCount = (all: readonly Reported[]): number =>
  all.flatMap(({ judgement }) => judgement.findings).filter(({ known }) => known === true).length

/** Without markup, one line each; of a single filing its verdict. */
export function totalOf(all: readonly Reported[], words: Words, { gone = [] }: ReportOptions): string[] {
  const known = knownCount(all)
  const ready = all.filter(reported => reported.ready).length
  const [only] = all
  return [
    ...(only && all.length === 1 ? [summaryOf(only, words)] : [words.report.total(all.length, ready)]),
    ...(known > 0 ? [words.ci.known(known)] : []),
    ...(gone.length > 0 ? [words.ci.goneCount(gone.length)] : []),
  ]
}
