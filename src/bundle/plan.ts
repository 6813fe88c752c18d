// What goes into the bundle, as data: every file with its text or the file to copy, and what is missing.
import { maskNumbers } from '../model/mask.ts'
import type { PayloadFile } from './bag-content.ts'
import { calendarOf } from './calendar.ts'
import { checklistHtml } from './checklist-html.ts'
import { checklistMarkdown } from './checklist-markdown.ts'
import { checklistOf } from './checklist.ts'
import { fillSheetHtml } from './fill-sheet-html.ts'
import { fillSheetMarkdown } from './fill-sheet-markdown.ts'
import { fillSheetOf } from './fill-sheet.ts'
import type { Packing } from './packing.ts'
import { readmeText } from './readme.ts'

/** `missing`: the materials that are still to come, in the reader's words. */
export type Bundle = { readonly files: readonly PayloadFile[]; readonly missing: readonly string[] }

const text = (path: string, content: string): PayloadFile => ({ path, from: { text: content } })

/** The same packing gives the same bundle. */
/** Pages that are passed on: a name may hold a number of somebody, too. */
const shared = (path: string, content: string) => text(path, maskNumbers(content))

export function plan(packing: Packing): Bundle {
  const checklist = checklistOf(packing)
  const fillSheet = fillSheetOf(packing)
  const calendar = calendarOf(packing)
  const files: PayloadFile[] = [
    shared('checklist.html', checklistHtml(checklist, packing)),
    shared('checklist.md', checklistMarkdown(checklist, packing)),
    ...(calendar === undefined ? [] : [text('calendar.ics', calendar)]),
    text('fill-sheet.html', fillSheetHtml(fillSheet, packing)),
    text('fill-sheet.md', fillSheetMarkdown(fillSheet, packing)),
    text('icp.yaml', packing.filingText),
    ...packing.slots.flatMap(({ path, source }) => (source === undefined ? [] : [{ path, from: { copy: source } }])),
    ...(packing.forms?.files ?? []).map(({ path, bytes }) => ({ path, from: { bytes } })),
    { path: 'findings.json', from: { record: packing.findingsText } },
  ]
  const readme = readmeText(
    packing,
    files.map(({ path }) => path),
  )
  return { files: [shared('README.md', readme), ...files], missing: missingOf(packing) }
}

/** What an error asks for; papers that are only advised stand in the checklist. */
function missingOf({ findings, words }: Packing): string[] {
  return findings.flatMap(({ finding: { severity, verdict }, title, detail = title, about }) => {
    const isMissing = verdict.is === 'bad-scan' && verdict.problem.code === 'missing-file'
    if (severity !== 'error' || (verdict.is !== 'need' && !isMissing)) return []
    return [`${isMissing ? title : detail}${about === undefined ? '' : words.report.of(about)}`]
  })
}
