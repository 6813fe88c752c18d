// The checklist as text: readable in any editor, renderable by any forge.
import type { Words } from '../locales/index.ts'
import type { Checklist, Group, Section, StepState } from './checklist.ts'
import { code, link, plain } from './escape-markdown.ts'
import { headOf } from './head.ts'
import type { Item } from './item.ts'
import { deadlineLines, nextLines } from './outlook-markdown.ts'
import type { Packing } from './packing.ts'

const signs = { error: '✖', warning: '⚠', info: 'ℹ' } as const

export function checklistMarkdown(checklist: Checklist, packing: Packing): string {
  const { words } = packing
  const { pages } = words
  const lines = [
    ...headLines(packing),
    ...lockedLines(checklist, words),
    ...stepLines(checklist, words),
    ...checklist.sections.flatMap(section => sectionLines(section, checklist, words)),
    ...deadlineLines(checklist.deadlines, words),
    ...nextLines(checklist.next, words),
    `## ${pages.sheets}`,
    '',
    ...checklist.sheets.map(({ title, digest }) => `- ${plain(title)} ${code(digest.slice(0, 12))}`),
    '',
    plain(words.report.never),
    '',
    plain(`${pages.madeBy(packing.version)} · ${pages.keep}`),
  ]
  return `${lines.join('\n')}\n`
}

function headLines(packing: Packing): string[] {
  const head = headOf(packing)
  const { pages } = packing.words
  return [
    `# ${pages.labelled(pages.checklist, plain(head.sponsor))}`,
    '',
    `**${plain(packing.summary)}**`,
    '',
    plain(head.type),
    '',
    ...head.rows.map(({ label, text, url, remark }) => {
      const value = url === undefined ? plain(text) : link(text, url)
      return `- ${pages.labelled(label, value)}${remark === undefined ? '' : ` (${plain(remark)})`}`
    }),
    ...(head.warning === undefined ? [] : ['', plain(head.warning)]),
    '',
  ]
}

function stepLines({ steps }: Checklist, words: Words): string[] {
  const { overview } = words.pages
  return [
    `## ${overview.title}`,
    '',
    ...steps.map((state, index) => {
      const { title, what } = words.steps[state.step]
      return `${index + 1}. ${words.pages.labelled(`**${title}**`, what)} — ${stateText(state, words)}`
    }),
    '',
  ]
}

function stateText({ open, confirms, isBlocked }: StepState, words: Words): string {
  const { overview } = words.pages
  const states = [
    ...(open > 0 ? [`${isBlocked ? '✖' : '⚠'} ${overview.open(open)}`] : []),
    ...(confirms > 0 ? [`? ${overview.confirms(confirms)}`] : []),
  ]
  return states.length > 0 ? states.join(' ') : `✔ ${overview.fine}`
}

function lockedLines({ locked }: Checklist, words: Words): string[] {
  const { title, intro, blank } = words.pages.locked
  return [
    `## ${title}`,
    '',
    intro,
    '',
    ...locked.map(({ name, about, values }) => {
      const whose = about === undefined ? '' : words.report.of(about)
      const value = values.length === 0 ? blank : values.map(plain).join(', ')
      return `- [ ] ${words.pages.labelled(plain(`${name}${whose}`), value)}`
    }),
    '',
  ]
}

function sectionLines({ name, count, groups }: Section, { guessed }: Checklist, words: Words): string[] {
  const { title, intro, none } = words.pages.sections[name]
  const isGuessed = name === 'open' && guessed.length > 0
  if (count === 0 && !isGuessed) return [`✔ ${none}`, '']
  return [
    `## ${title}${words.report.of(String(count))}`,
    '',
    intro,
    '',
    ...(isGuessed ? [plain(words.pages.guessed(guessed)), ''] : []),
    ...groups.flatMap(group => groupLines(group, words)),
  ]
}

function groupLines({ step, items }: Group, words: Words): string[] {
  return [`### ${words.steps[step].title}`, '', ...items.flatMap(item => itemLines(item, words)), '']
}

function itemLines(item: Item, words: Words): string[] {
  const about = item.about === undefined ? '' : plain(words.report.of(item.about))
  const mark = item.kind === 'note' ? '' : item.kind === 'confirm' ? '[ ] ' : `[ ] ${signs[item.severity]} `
  const title = item.kind === 'note' ? plain(item.title) : `**${plain(item.title)}**`
  const at = item.line === undefined ? '' : ` · ${words.pages.at(item.line)}`
  const single = item.kind === 'ask' ? ` · ${item.lines.map(plain).join(' ')}` : ''
  return [
    `- ${mark}${title}${about}${at}${single}${item.kind === 'ask' ? '' : ` · ${code(item.rule)}`}`,
    ...(item.kind === 'ask' ? [] : item.lines.map(line => `  - ${plain(line)}`)),
    ...item.hints.flatMap(({ title: paper, lines }) =>
      lines.map(line => `  - ${plain(paper === undefined ? line : `${paper} · ${line}`)}`),
    ),
    ...item.sources.slice(0, 2).map(({ text, url }) => `  - ${link(words.report.source(text), url)}`),
  ]
}
