// The days of a filing as calendar events: what ends or must be done, and what is expected.
import { createHash } from 'node:crypto'
import type { Milestone } from '../model/progress.ts'
import type { Expected } from '../rules/timeline.ts'
import { deadlinesOf, type Deadline } from './deadlines.ts'
import { calendarText, type CalendarEvent } from './icalendar.ts'
import type { Packing } from './packing.ts'
import { expectedOf } from './stages.ts'

/** What the days of a filing are told from: no findings and no files. */
export type Outlook = Pick<Packing, 'filing' | 'type' | 'day' | 'book' | 'rules' | 'words' | 'ticksKey' | 'version'>

/** Undefined where no day lies ahead. */
export function calendarOf(outlook: Outlook): string | undefined {
  const events = eventsOf(outlook)
  return events.length === 0 ? undefined : calendarWith(events, outlook.filing.sponsor?.name, outlook)
}

export function calendarWith(
  events: readonly CalendarEvent[],
  sponsor: string | undefined,
  { words, version, day }: Pick<Outlook, 'words' | 'version' | 'day'>,
): string {
  const name = words.outlook.calendarName(sponsor ?? words.pages.unnamed)
  return calendarText({ name, version, stamp: day, language: words.pages.tag }, events)
}

/** In order of days. What is over is left out; what is late is not. */
export function eventsOf(outlook: Outlook): CalendarEvent[] {
  const uidOf = (key: string) => {
    const digest = createHash('sha256').update(`${outlook.ticksKey} ${key}`).digest('hex').slice(0, 20)
    return `${digest}@icp-prep`
  }
  const { plan, progress } = outlook.filing
  // While nobody has said when it is handed in, there is nothing to expect.
  const isUnderWay = progress !== undefined || plan?.['submit-on'] !== undefined
  return [
    ...(isUnderWay ? expectedOf(outlook) : []).flatMap(expected => markEvent(expected, uidOf, outlook)),
    ...deadlinesOf(outlook).flatMap(deadline => deadlineEvent(deadline, uidOf, outlook)),
  ].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
}

/** Not told: the submission, which the filer plans, and what nobody does anything about. */
const silent = new Set<Milestone>(['submitted', 'sms-sent', 'forwarded', 'opened'])

function markEvent(
  { mark, isPassed, from, to, due }: Expected,
  uidOf: (key: string) => string,
  { words: { outlook, pages }, filing }: Outlook,
): CalendarEvent[] {
  if (isPassed || silent.has(mark)) return []
  const { title, todo } = outlook.marks[mark]
  const event = { uid: uidOf(`mark ${mark}`), summary: `${title} · ${filing.sponsor?.name ?? pages.unnamed}` }
  if (due !== undefined) {
    const alarms = mark === 'sms-verified' ? [1, 0] : [7, 1, 0]
    return [{ ...event, from: due, description: todo, isFirm: true, alarms }]
  }
  if (from === undefined || to === undefined) return []
  // Of a deadline that is only expected, the earliest day counts.
  const span = mark === 'public-security' ? { from } : { from, to }
  return [{ ...event, ...span, description: `${todo}\n${outlook.estimate}`, isFirm: false, alarms: [0] }]
}

const weightOf = { firm: [30, 7, 1], better: [7], ends: [30, 7], planned: [7, 1] } as const

function deadlineEvent(
  { key, is, day, left, what, about, written, rule }: Deadline,
  uidOf: (key: string) => string,
  { words: { outlook, pages, report }, filing }: Outlook,
): CalendarEvent[] {
  if (left < 0) return []
  const { deadlines } = pages
  const whose = about === undefined ? '' : report.of(about)
  const lines = [
    filing.sponsor?.name ?? pages.unnamed,
    ...(written === undefined ? [] : [deadlines[written.is](written.day)]),
    ...(rule === undefined ? [] : [outlook.rule(rule)]),
  ]
  return [
    {
      uid: uidOf(`deadline ${key}`),
      from: day,
      summary: `${deadlines[is]} · ${what}${whose}`,
      description: lines.join('\n'),
      isFirm: is !== 'planned',
      alarms: weightOf[is],
    },
  ]
}
