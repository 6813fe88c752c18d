// Whether what was found lets a run pass: known findings never stand in the way.
import type { Reported, Unusable } from '../report/reported.ts'
import type { Finding } from '../rules/finding.ts'
import type { ManyResults } from './check-many.ts'
import { exit } from './outcome.ts'

export type Limits = {
  /** warnings fail too */
  readonly strict: boolean
  /** more warnings than these, in all filings together, fail */
  readonly maxWarnings?: number
}

export function exitCode(
  all: readonly Reported[],
  unusable: readonly Unusable[],
  { strict, maxWarnings }: Limits,
): number {
  if (unusable.length > 0) return exit.wrongInput
  const fresh = all.flatMap(({ judgement }) => judgement.findings.filter(({ known }) => known !== true))
  const isGuessed = all.some(({ filing }) => (filing.guessed ?? []).length > 0)
  const isFailing = (finding: Finding) => finding.severity === 'error' || (strict && finding.severity === 'warning')
  const warnings = fresh.filter(({ severity }) => severity === 'warning').length
  const isTooMany = maxWarnings !== undefined && warnings > maxWarnings
  return isGuessed || isTooMany || fresh.some(isFailing) ? exit.findings : exit.ready
}

/** The same for a run that counted instead of keeping. */
export function exitCodeOfMany(
  { unusable, hasFailed, errors, warnings, guessed }: Omit<ManyResults, 'filings' | 'ready'>,
  { strict, maxWarnings }: Limits,
): number {
  if (hasFailed) return exit.bug
  if (unusable.length > 0) return exit.wrongInput
  const isTooMany = maxWarnings !== undefined && warnings > maxWarnings
  return guessed || isTooMany || errors > 0 || (strict && warnings > 0) ? exit.findings : exit.ready
}
