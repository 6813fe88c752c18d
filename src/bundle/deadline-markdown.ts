// The dates that end something, as text.
import type { Words } from '../locales/index.ts'
import type { Deadline } from './deadlines.ts'
import { plain } from '../model/escape-markdown.ts'

export function deadlineLines(deadlines: readonly Deadline[], words: Words): string[] {
  const { title, intro, none } = words.pages.deadlines
  return [
    `## ${title}`,
    '',
    deadlines.length === 0 ? none : intro,
    ...(deadlines.length === 0 ? [] : ['']),
    ...deadlines.map(deadline => `- **${deadline.day}** ${plain(deadlineText(deadline, words))}`),
    '',
  ]
}

/** Everything about a deadline but its day. */
function deadlineText({ is, left, what, about, written }: Deadline, words: Words): string {
  const { deadlines } = words.pages
  const whose = about === undefined ? '' : words.report.of(about)
  return [
    `${deadlines[is]} · ${what}${whose}`,
    deadlines.left(left),
    ...(written ? [deadlines[written.is](written.day)] : []),
  ].join(' · ')
}
