// What lies ahead, as text: the dates that end something, and the stages after the submission.
import type { Words } from '../locales/index.ts'
import type { Deadline } from './deadlines.ts'
import { plain } from './escape-markdown.ts'
import type { NextStage } from './next-stages.ts'

export function deadlineLines(deadlines: readonly Deadline[], words: Words): string[] {
  const { title, intro, none } = words.pages.deadlines
  return [
    `## ${title}`,
    '',
    deadlines.length === 0 ? none : intro,
    '',
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

export function nextLines(next: readonly NextStage[], words: Words): string[] {
  if (next.length === 0) return []
  const { title, intro } = words.pages.next
  return [
    `## ${title}`,
    '',
    intro,
    '',
    ...next.map(
      (stage, index) =>
        `${index + 1}. ${words.pages.labelled(`**${plain(stage.title)}**${stage.when === undefined ? '' : ` · ${stage.when}`}`, plain(stage.what))}`,
    ),
    '',
  ]
}
