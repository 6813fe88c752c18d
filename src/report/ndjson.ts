// One line per filing, as lean as a fleet needs it: what, where, how strong. `rules explain` tells the rest.
import { jsonText } from './json-text.ts'
import type { Words } from '../locales/index.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { whole, type PieceReporter } from './pieces.ts'
import { recordLine } from './record.ts'
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
  const { file, placeOf } = reported
  const fingerprints = fingerprintsOf(reported, pathIn(options, file))
  return recordLine({ file, rules: options.rulesDigest }, reported, words, finding => {
    const { line, column } = finding.field === undefined ? noPlace : placeOf(finding.field)
    const place = line === 0 ? '' : `,"line":${line},"column":${column}`
    return `${place},"fingerprint":"${fingerprints.get(finding) ?? ''}"`
  })
}

const noPlace = { line: 0, column: 0 }

function unusableLine({ file, message, mistakes = [] }: Unusable, { rulesDigest }: ReportOptions): string {
  const problems = mistakes.map(({ place, text }) => ({ ...place, reason: text }))
  const error = { code: 'unusable', reason: message, ...(problems.length > 0 ? { problems } : {}) }
  return jsonText({ file, rules: rulesDigest, error })
}
