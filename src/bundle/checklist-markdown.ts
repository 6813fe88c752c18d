// The checklist as text: readable in any editor, renderable by any forge, ticked in a pull request.
import type { Words } from '../locales/index.ts'
import type { Actor, Checklist, Section } from './checklist.ts'
import { deadlineLines } from './deadline-markdown.ts'
import { code, link, plain } from '../model/escape-markdown.ts'
import { headOf } from './head.ts'
import type { Item } from './item.ts'
import type { Packing } from './packing.ts'
import { timelineLines } from './timeline-markdown.ts'

const signs = { error: '✖', warning: '⚠', info: 'ℹ' } as const

export function checklistMarkdown(checklist: Checklist, packing: Packing): string {
  const { words } = packing
  const { pages, outlook } = words
  const lines = [
    ...headLines(checklist, packing),
    ...lockedLines(checklist, words),
    ...timelineLines(checklist, words),
    ...(checklist.actors.length === 0 ? [outlook.nothingToDo, ''] : []),
    ...checklist.actors.flatMap(actor => actorLines(actor, words)),
    ...noteLines(checklist, words),
    ...deadlineLines(checklist.deadlines, words),
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

function headLines({ fine, guessed }: Checklist, packing: Packing): string[] {
  const head = headOf(packing)
  const { pages } = packing.words
  return [
    `# ${pages.labelled(pages.checklist, plain(head.sponsor))}`,
    '',
    `**${plain(packing.summary)}**`,
    '',
    ...fine.map(name => `- ✔ ${pages.sections[name].none}`),
    ...(fine.length === 0 ? [] : ['']),
    plain(head.type),
    '',
    ...head.rows.map(({ label, text, url, remark }) => {
      const value = url === undefined ? plain(text) : link(text, url)
      return `- ${pages.labelled(label, value)}${remark === undefined ? '' : ` (${plain(remark)})`}`
    }),
    ...(head.warning === undefined ? [] : ['', plain(head.warning)]),
    ...(guessed.length === 0 ? [] : ['', plain(pages.guessed(guessed))]),
    '',
  ]
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
      const value = values.length === 0 ? blank : values.map(plain).join(' · ')
      return `- [ ] ${words.pages.labelled(plain(`${name}${whose}`), value)}`
    }),
    '',
  ]
}

function actorLines({ name, who, count, sections }: Actor, words: Words): string[] {
  const { title, what } = words.outlook.actors[name]
  const names = who.length === 0 ? '' : ` ${plain(words.list(who))}`
  return [
    `## ${title}${names}${words.report.of(String(count))}`,
    '',
    what,
    '',
    ...sections.flatMap(section => sectionLines(section, words)),
  ]
}

function sectionLines({ name, items }: Section, words: Words): string[] {
  const { title, intro } = words.pages.sections[name]
  return [`### ${title}`, '', intro, '', ...items.flatMap(item => itemLines(item, words)), '']
}

function noteLines({ notes }: Checklist, words: Words): string[] {
  if (notes.length === 0) return []
  const { title, intro } = words.pages.sections.notes
  const groups = notes.flatMap(({ step, items }) => [
    `### ${words.steps[step].title}`,
    '',
    ...items.flatMap(item => itemLines(item, words)),
    '',
  ])
  const count = notes.reduce((sum, { items }) => sum + items.length, 0)
  return [`## ${title}${words.report.of(String(count))}`, '', intro, '', ...groups]
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
