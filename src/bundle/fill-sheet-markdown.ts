// The fill sheet as text: the same fields in the same order, every value as it is to be typed.
import type { Words } from '../locales/index.ts'
import type { Bilingual } from '../rules/source.ts'
import { plain, verbatim } from '../model/escape-markdown.ts'
import type { FillGroup, FillRow, FillScreen, FillSheet, Upload } from './fill-sheet.ts'
import { headOf } from './head.ts'
import type { Packing } from './packing.ts'

export function fillSheetMarkdown(sheet: FillSheet, packing: Packing): string {
  const { words, version } = packing
  const { pages } = words
  const { sponsor, type } = headOf(packing)
  const lines = [
    `# ${pages.labelled(pages.fillSheet, plain(sponsor))}`,
    '',
    plain(type),
    '',
    `**${pages.sheet.personal}**`,
    '',
    sheet.isInScreenOrder ? pages.sheet.textIntro : pages.sheet.noScreens,
    '',
    ...sheet.screens.flatMap((screen, index) => screenLines(screen, index + 1, words)),
    ...uploadLines(sheet.uploads, words),
    plain(words.report.never),
    '',
    plain(pages.madeBy(version)),
  ]
  return `${lines.join('\n')}\n`
}

function screenLines({ title, groups }: FillScreen, position: number, words: Words): string[] {
  return [`## ${position}. ${nameOf(title, words)}`, '', ...groups.flatMap(group => groupLines(group, words))]
}

/** Chinese first, with the English name behind it for who does not read Chinese. */
function nameOf({ zh, en }: Bilingual, words: Words): string {
  return words.language === 'zh' || zh === en ? plain(zh) : `${plain(zh)} · ${plain(en)}`
}

function groupLines({ about, rows }: FillGroup, words: Words): string[] {
  const heading = about === undefined ? [] : [`### ${plain(about)}`, '']
  return [...heading, ...rows.map(row => rowLine(row, words)), '']
}

function rowLine({ name, values, isLocked, isOpen }: FillRow, words: Words): string {
  const { sheet, locked, labelled } = words.pages
  const mark = isLocked ? words.report.of(locked.mark) : ''
  const said = values.map(({ zh, en }) =>
    words.language === 'zh' || zh === en ? verbatim(zh) : `${verbatim(zh)} ${plain(en)}`,
  )
  const value = said.length > 0 ? said.join(' · ') : isOpen ? `**${sheet.open}**` : sheet.blank
  return `- [ ] ${labelled(`**${nameOf(name, words)}**${mark}`, value)}`
}

function uploadLines(uploads: readonly Upload[], words: Words): string[] {
  const { uploads: title, uploadsIntro, noUploads, noFile } = words.pages.sheet
  return [
    `## ${title}`,
    '',
    uploads.length === 0 ? noUploads : uploadsIntro,
    ...(uploads.length === 0 ? [] : ['']),
    ...uploads.map(({ path, title: name, about, isThere }) => {
      const whose = about === undefined ? '' : words.report.of(about)
      return `- [ ] ${words.pages.labelled(plain(`${name}${whose}`), isThere ? verbatim(path) : `**${noFile}**`)}`
    }),
    '',
  ]
}
