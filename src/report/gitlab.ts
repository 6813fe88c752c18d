// GitLab's code quality report: what a merge request shows at its lines.
import { jsonText } from './json-text.ts'
import type { Words } from '../locales/index.ts'
import type { Severity } from '../rules/source.ts'
import { alertsIn } from './alert.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'

const severities: Readonly<Record<Severity, 'critical' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
}

/** Known findings are left out: GitLab compares with the report of the target branch by itself. */
export function gitlab(
  all: readonly Reported[],
  words: Words,
  options: ReportOptions,
  unusable: readonly Unusable[],
): string {
  const issues = alertsIn(all, words, options, unusable)
    .filter(({ known }) => known !== true)
    .map(({ title, lines, rule, fingerprint, severity, path, place }) => ({
      description: [title, ...lines, ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)])].join(' · '),
      check_name: rule.id,
      fingerprint,
      severity: severities[severity],
      location: { path, lines: { begin: place.line } },
    }))
  return jsonText(issues, 2)
}
