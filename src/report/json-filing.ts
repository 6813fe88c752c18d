// One filing of the JSON document as text: what rules say is kept ready, the rest is small.
import { maskNumbers } from '../model/mask.ts'
import { once } from '../model/remember.ts'
import type { Words } from '../locales/index.ts'
import type { Note } from '../rules/finding.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { headOf, noteSaid, sheetsIn, sourceSaid } from './filing-data.ts'
import { jsonInside, jsonList, jsonMapping, jsonText, readyText } from './json-text.ts'
import { pathIn, type ReportOptions, type Reported } from './reported.ts'
import { tell, type CitedSource, type Told } from './tell.ts'

/** Where a member of the document's list stands. */
const filingAt = 4
const partAt = 6
const memberAt = 8
const insideAt = 10

/** What filingData() says, word for word. */
export function filingText(reported: Reported, words: Words, options: ReportOptions): string {
  const { judgement, filing, book } = reported
  const fingerprints = fingerprintsOf(reported, pathIn(options, reported.file))
  const { sheets: _, ...head } = headOf(reported, words)
  const { 'rules-changed': changed, 'since-packed': since, counts, ...before } = head
  const findings = judgement.findings.map(finding =>
    findingText(tell(finding, reported, words, options.personal), fingerprints.get(finding) ?? ''),
  )
  const members = [
    ...Object.entries(before).map(written),
    `"sheets": ${sheetsText(book)}`,
    ...Object.entries({
      ...(changed ? { 'rules-changed': changed } : {}),
      ...(since ? { 'since-packed': since } : {}),
    }).map(written),
    written(['counts', counts]),
    `"findings": ${jsonList(findings, partAt)}`,
    written(['guessed', (filing.guessed ?? []).map(maskNumbers)]),
    `"notes": ${jsonList(
      judgement.notes.map(note => noteText(note, reported, words)),
      partAt,
    )}`,
  ]
  return jsonMapping(members, filingAt)
}

const written = ([key, value]: readonly [string, unknown]): string => `"${key}": ${jsonInside(value, partAt)}`

const sheetsText = once((book: Reported['book']): string => jsonInside(sheetsIn(book), partAt))

const sourcesText = once((sources: readonly CitedSource[]): string => jsonInside(sources.map(sourceSaid), insideAt))

function findingText(told: Told, fingerprint: string): string {
  const { rule, kind, severity, step, title, about, field, place, from, known, detail, scan, fix, conflict } = told
  const members = [
    `"rule": ${readyText(rule)}`,
    `"kind": "${kind}"`,
    `"severity": "${severity}"`,
    `"step": "${step}"`,
    `"title": ${readyText(title)}`,
  ]
  if (about !== undefined) members.push(`"about": ${jsonText(about)}`)
  if (field !== undefined) members.push(`"field": ${jsonText(field)}`)
  if (place !== undefined) members.push(`"place": ${jsonInside(place, insideAt)}`)
  if (from !== undefined) members.push(`"from": ${jsonText(from)}`)
  if (known !== undefined) members.push(`"known": ${known}`)
  if (detail !== undefined) members.push(`"detail": ${jsonText(detail)}`)
  if (scan !== undefined) members.push(`"scan": ${jsonInside(scan, insideAt)}`)
  if (fix !== undefined) members.push(`"fix": ${readyText(fix)}`)
  if (conflict !== undefined) members.push(`"conflict": ${readyText(conflict)}`)
  if (told.broken.length > 0) members.push(`"broken": ${jsonInside(told.broken, insideAt)}`)
  members.push(`"sources": ${sourcesText(told.sources)}`, `"fingerprint": "${fingerprint}"`)
  return jsonMapping(members, memberAt)
}

function noteText(note: Note, reported: Reported, words: Words): string {
  const { rule, step, text, about } = noteSaid(note, reported, words)
  const members = [`"rule": ${readyText(rule)}`, `"step": "${step}"`, `"text": ${readyText(text)}`]
  if (about !== undefined) members.push(`"about": ${jsonText(about)}`)
  return jsonMapping(members, memberAt)
}
