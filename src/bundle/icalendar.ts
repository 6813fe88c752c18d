// Days as iCalendar text (RFC 5545): whole-day events with alarms, the same bytes for the same events.
import { maskNumbers } from '../model/mask.ts'
import { addDays, type Day } from '../model/calendar.ts'

export type CalendarEvent = {
  /** the same for the same thing, whatever day it moves to */
  readonly uid: string
  readonly from: Day
  /** the last day, `from` where it is left out */
  readonly to?: Day
  readonly summary: string
  readonly description: string
  /** false: only expected */
  readonly isFirm: boolean
  /** whole days before `from`; the alarm goes off at nine in the morning */
  readonly alarms: readonly number[]
}

export type CalendarHead = {
  readonly name: string
  readonly version: string
  /** the day it was reckoned on: what a client takes for the newer of two */
  readonly stamp: Day
  /** BCP 47 */
  readonly language: string
}

const dateOf = (day: Day) => day.replaceAll('-', '')

export function calendarText(head: CalendarHead, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//icp-prep//icp-prep ${escaped(head.version)}//EN`,
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(head.name)}`,
    `X-WR-CALNAME:${escaped(head.name)}`,
    // A calendar must hold something: without an event it holds the time zone of China.
    ...(events.length === 0 ? timeZone : events.flatMap(event => eventLines(event, head))),
    'END:VCALENDAR',
  ]
  return lines
    .flatMap(folded)
    .map(line => `${line}\r\n`)
    .join('')
}

const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent, { stamp, language }: CalendarHead): string[] {
  const { uid, from, to = from, summary, description, isFirm, alarms } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${dateOf(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateOf(from)}`,
    // The end of a whole-day event is the day after its last.
    `DTEND;VALUE=DATE:${dateOf(addDays(to, 1))}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(summary)}`,
    `DESCRIPTION;LANGUAGE=${language}:${escaped(description)}`,
    `STATUS:${isFirm ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap(days => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger(days)}`,
      `DESCRIPTION:${escaped(summary)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** Nine in the morning, so many days before the midnight a whole-day event begins with. */
function trigger(days: number): string {
  if (days === 0) return 'PT9H'
  return days === 1 ? '-PT15H' : `-P${days - 1}DT15H`
}

/** TEXT: backslash, semicolon, comma and line break are escaped; no other control character is allowed, and none that hides. */
function escaped(text: string): string {
  return maskNumbers(text)
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
}

const octets = (text: string) => Buffer.byteLength(text)

/** Lines of at most 75 octets, no character broken; each after the first begins with a blank. */
function folded(line: string): string[] {
  const parts = ['']
  let room = 75
  for (const character of line) {
    const size = octets(character)
    if (size > room) {
      parts.push(' ')
      room = 74
    }
    parts[parts.length - 1] += character
    room -= size
  }
  return parts
}
