// One line per filing, as lean as a fleet needs it: what, where, how strong. `rules explain` tells the rest.
import { jsonText } from './json-text.ts'
import type { Words } from '../locales/index.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { whole, type PieceReporter } from './pieces.ts'
import { recordOf } from './record.ts'
import { pathIn, type ReportOptions, type Reported, type Unusable } from './reported.ts'

/** In the order the filings were found. */
export const ndjsonPieces: PieceReporter = {
  tell: (one, words, options) => {
    const text = 'unusable' in one ? unusableLine(one.unusable, options) : filingLine(one.reported, words, options)
    return { texts: [text] }
  },
  frame: () => ({ before: '', first: '', between: '\n', after: () => '' }),
}

export const ndjson = whole(ndjsonPieces)

function filingLine(reported: Reported, words: Words, options: ReportOptions): string {
  const { file, ahead, judgement, placeOf } = reported
  const fingerprints = fingerprintsOf(reported, pathIn(options, file))
  const { findings, ...record } = recordOf(reported, words)
  return jsonText({
    file,
    rules: options.rulesDigest,
    ...record,
    ...(ahead === undefined ? {} : { ahead }),
    findings: judgement.findings.map((finding, index) => ({
      ...findings[index],
      ...(finding.field === undefined ? {} : placeOf(finding.field)),
      fingerprint: fingerprints.get(finding),
    })),
  })
}

function unusableLine({ file, message, mistakes = [] }: Unusable, { rulesDigest }: ReportOptions): string {
  const problems = mistakes.map(({ place, text }) => ({ ...place, reason: text }))
  const error = { code: 'unusable', reason: message, ...(problems.length > 0 ? { problems } : {}) }
  return jsonText({ file, rules: rulesDigest, error })
}
