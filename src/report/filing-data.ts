// What a reader is told of one filing, as data.
import { maskNumbers } from '../model/mask.ts'
import type { Words } from '../locales/index.ts'
import { typeReason } from '../locales/type-reason.ts'
import type { Note } from '../rules/finding.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import { countsOf } from './counts.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { pathIn, type ReportOptions, type Reported } from './reported.ts'
import type { SincePacked } from './since-packed.ts'
import { showAbout } from './subject.ts'
import { tell, type CitedSource, type Told } from './tell.ts'

export function filingData(reported: Reported, words: Words, options: Pick<ReportOptions, 'personal' | 'pathOf'>) {
  const { judgement, filing } = reported
  const fingerprints = fingerprintsOf(reported, pathIn(options, reported.file))
  return {
    ...headOf(reported, words),
    findings: judgement.findings.map(finding => ({
      ...jsonFinding(tell(finding, reported, words, options.personal)),
      fingerprint: fingerprints.get(finding),
    })),
    guessed: (filing.guessed ?? []).map(maskNumbers),
    notes: judgement.notes.map(note => noteSaid(note, reported, words)),
  }
}

export function headOf(reported: Reported, words: Words) {
  const { judgement, filing, book } = reported
  const { name, because } = typeReason(judgement.type, words)
  return {
    file: reported.file,
    day: reported.day,
    ...(reported.ahead === undefined ? {} : { ahead: reported.ahead }),
    province: maskNumbers(filing.province ?? '') || null,
    provider: maskNumbers(filing.provider ?? '') || null,
    ready: reported.ready,
    type: {
      is: judgement.type.type,
      name,
      because,
      conflict: judgement.type.conflict,
    },
    sheets: sheetsIn(book),
    ...(reported.rulesChanged ? { 'rules-changed': reported.rulesChanged } : {}),
    ...(reported.sincePacked ? { 'since-packed': jsonSince(reported.sincePacked) } : {}),
    counts: countsOf(reported),
  }
}

export const sheetsIn = (book: Reported['book']) => sheetsOf(book).map(({ sheet, digest }) => ({ sheet, digest }))

export const noteSaid = ({ rule, step, text, about }: Note, reported: Reported, words: Words) => ({
  rule,
  step,
  text: text[words.language],
  ...(about ? { about: showAbout(about, reported, words) } : {}),
})

export const sourceSaid = ({ publisher, title, url, where, ...dates }: CitedSource) => ({
  publisher,
  title,
  ...(where ? { where } : {}),
  ...(url ? { url } : {}),
  'as-of': dates['as-of'],
  read: dates.read,
})

function jsonFinding({ broken, sources, ...told }: Told) {
  return {
    ...told,
    ...(broken.length > 0 ? { broken } : {}),
    sources: sources.map(sourceSaid),
  }
}

function jsonSince({ on, deadlines, files, warnings }: SincePacked) {
  return { ...(on === undefined ? {} : { on }), deadlines, files, warnings }
}
