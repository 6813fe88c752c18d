// The seven steps as text: what each still wants, and the days on which it is expected.
import type { Words } from '../locales/index.ts'
import type { Checklist, StepState } from './checklist.ts'
import { plain } from '../model/escape-markdown.ts'
import type { Stage } from './stages.ts'

export function timelineLines({ steps, calendarUntil }: Checklist, words: Words): string[] {
  const { timeline, calendar } = words.outlook
  const hasDates = steps.some(({ stages }) => stages.length > 0)
  return [
    `## ${timeline.title}`,
    '',
    ...(hasDates ? [timeline.intro, '', calendar(calendarUntil), ''] : []),
    ...steps.flatMap((state, index) => stepLines(state, index + 1, words)),
    '',
  ]
}

function stepLines(state: StepState, position: number, words: Words): string[] {
  const { title, what } = words.steps[state.step]
  return [
    `${position}. ${words.pages.labelled(`**${title}**`, what)} — ${stateText(state, words)}`,
    ...state.stages.map(stage => `   - ${stageText(stage, words)}`),
  ]
}

function stageText({ title, what, when, dates, isDone }: Stage, words: Words): string {
  const mark = isDone ? '✔ ' : ''
  const about = [...dates, ...(when === undefined || isDone ? [] : [when])].map(plain).join(' · ')
  return words.pages.labelled(`${mark}**${plain(title)}** · ${about}`, plain(what))
}

function stateText({ open, confirms, isBlocked }: StepState, words: Words): string {
  const { overview } = words.pages
  const states = [
    ...(open > 0 ? [`${isBlocked ? '✖' : '⚠'} ${overview.open(open)}`] : []),
    ...(confirms > 0 ? [`? ${overview.confirms(confirms)}`] : []),
  ]
  return states.length > 0 ? states.join(' ') : `✔ ${overview.fine}`
}
