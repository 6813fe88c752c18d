// GitLab's code quality report: what a merge request shows at its lines.
import { jsonText } from './json-text.ts'
import type { Words } from '../locales/index.ts'
import type { Severity } from '../rules/source.ts'
import { alertsOfOne, type Alert } from './alert.ts'
import { whole, type PieceReporter } from './pieces.ts'

const severities: Readonly<Record<Severity, 'critical' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
}

export const gitlabPieces: PieceReporter = {
  tell: (one, words, options) => ({
    texts: alertsOfOne(one, words, options)
      .filter(({ known }) => known !== true)
      .map(alert => jsonText(issueOf(alert, words), 2).replaceAll('\n', '\n  ')),
  }),
  frame: () => ({
    before: '[',
    first: '\n  ',
    between: ',\n  ',
    after: ({ pieces }) => (pieces === 0 ? ']' : '\n]'),
  }),
}

/** Known findings are left out: GitLab compares with the report of the target branch by itself. */
export const gitlab = whole(gitlabPieces)

const issueOf = ({ title, lines, rule, fingerprint, severity, path, place }: Alert, words: Words) => ({
  description: [title, ...lines, ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)])].join(' · '),
  check_name: rule.id,
  fingerprint,
  severity: severities[severity],
  location: { path, lines: { begin: place.line } },
})
