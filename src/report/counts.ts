// How many findings of which kind, and what that makes of the filing.
import type { Words } from '../locales/index.ts'
import type { Reported } from './reported.ts'

export type Counts = {
  readonly errors: number
  readonly warnings: number
  readonly missing: number
  readonly open: number
  readonly confirms: number
}

export function countsOf({ judgement }: Pick<Reported, 'judgement'>): Counts {
  const of = (...kinds: string[]) => judgement.findings.filter(finding => kinds.includes(finding.verdict.is))
  const wrong = of('fail', 'bad-scan')
  return {
    errors: wrong.filter(finding => finding.severity === 'error').length,
    warnings: wrong.filter(finding => finding.severity === 'warning').length,
    missing: of('need').filter(finding => finding.severity === 'error').length,
    open: of('ask').length,
    confirms: of('confirm').length,
  }
}

/** How ready the filing is, in one line. */
export function summaryOf(reported: Pick<Reported, 'judgement' | 'ready'>, words: Words): string {
  const { errors, warnings, missing, open, confirms } = countsOf(reported)
  return reported.ready
    ? words.report.ready(warnings, confirms)
    : words.report.notReady(errors, warnings, missing, open, confirms)
}
