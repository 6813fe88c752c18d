// For machines: everything a reader would be told, as data, in one document.
import { maskNumbers } from '../model/mask.ts'
import { jsonText } from './json-text.ts'
import type { Words } from '../locales/index.ts'
import { typeReason } from '../locales/type-reason.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import { countsOf } from './counts.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { whole, type PieceReporter } from './pieces.ts'
import { pathIn, type ReportOptions, type Reported } from './reported.ts'
import type { SincePacked } from './since-packed.ts'
import { showAbout } from './subject.ts'
import { tell, type Told } from './tell.ts'

const ofFilings = '  "filings": []'

export const jsonPieces: PieceReporter = {
  tell: (one, words, options) => {
    if ('unusable' in one) return { pieces: [], counts: {} }
    const text = jsonText(jsonFiling(one.reported, words, options), 2).replaceAll('\n', '\n    ')
    return { pieces: [{ order: 0, text }], counts: {} }
  },
  frame: ({ filings, ready, unusable, pieces }, _words, options) => {
    const document = jsonText(
      {
        format: 1,
        ready: unusable.length === 0 && ready === filings,
        filings: [],
        unusable: unusable.map(({ file, message }) => ({ file, message })),
        ...(options.gone === undefined ? {} : { gone: options.gone }),
      },
      2,
    )
    const at = document.indexOf(ofFilings) + ofFilings.length - 1
    const [head, rest] = [document.slice(0, at), document.slice(at)]
    if (pieces === 0) return { before: head, between: '', after: rest }
    return { before: `${head}\n    `, between: ',\n    ', after: `\n  ${rest}` }
  },
}

export const json = whole(jsonPieces)

export function jsonFiling(reported: Reported, words: Words, options: Pick<ReportOptions, 'personal' | 'pathOf'>) {
  const { judgement, filing, book } = reported
  const fingerprints = fingerprintsOf(reported, pathIn(options, reported.file))
  const { name, because } = typeReason(judgement.type, words)
  return {
    file: reported.file,
    day: reported.day,
    ...(reported.ahead === undefined ? {} : { ahead: reported.ahead }),
    province: filing.province ?? null,
    provider: filing.provider ?? null,
    ready: reported.ready,
    type: {
      is: judgement.type.type,
      name,
      because,
      conflict: judgement.type.conflict,
    },
    sheets: sheetsOf(book).map(sheet => ({ sheet: sheet.sheet, digest: sheet.digest })),
    ...(reported.rulesChanged ? { 'rules-changed': reported.rulesChanged } : {}),
    ...(reported.sincePacked ? { 'since-packed': jsonSince(reported.sincePacked) } : {}),
    counts: countsOf(reported),
    findings: judgement.findings.map(finding => ({
      ...jsonFinding(tell(finding, reported, words, options.personal)),
      fingerprint: fingerprints.get(finding),
    })),
    guessed: (filing.guessed ?? []).map(maskNumbers),
    notes: judgement.notes.map(({ rule, step, text, about }) => ({
      rule,
      step,
      text: text[words.language],
      ...(about ? { about: showAbout(about, reported, words) } : {}),
    })),
  }
}

function jsonFinding({ broken, sources, ...told }: Told) {
  return {
    ...told,
    ...(broken.length > 0 ? { broken } : {}),
    sources: sources.map(({ publisher, title, url, where, ...dates }) => ({
      publisher,
      title,
      ...(where ? { where } : {}),
      ...(url ? { url } : {}),
      'as-of': dates['as-of'],
      read: dates.read,
    })),
  }
}

function jsonSince({ on, deadlines, files, warnings }: SincePacked) {
  return { ...(on === undefined ? {} : { on }), deadlines, files, warnings }
}
