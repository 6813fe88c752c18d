// calendar.ics as a calendar program reads it: valid iCalendar, the same events under the same names.
import ICAL from 'ical.js'
import { readFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { assert, property, string } from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { calendarText, type CalendarEvent } from '../src/bundle/icalendar.ts'
import { complete, filing, pack, workspace } from './packed-world.ts'

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const planned = `${complete}plan: { submit-on: 2026-12-07 }\n`

/** The calendar of a bundle made from the text. */
async function calendarOf(text: string, language: 'zh' | 'en' = 'en'): Promise<string> {
  const dir = filing(text)
  await pack(dir, {}, language)
  return readFileSync(join(dir, 'bundle/data/calendar.ics'), 'utf8')
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(each => new ICAL.Event(each))

const toldIn = (text: string) =>
  eventsIn(text).map(event => `${event.startDate.toString()} ${event.endDate.toString()} ${event.summary}`)

/** One content line: a name, parameters, a value; nothing but printable characters and tabs. */
const contentLine = /^[A-Z-]+(?:;[A-Z-]+=[^:;,"\p{Cc}]+)*:[^\p{Cc}]*$/u

function expectValid(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.slice(0, -2).split('\r\n')
  expect(lines.filter(line => /[\r\n]/.test(line))).toEqual([])
  expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([])
  expect(
    text
      .slice(0, -2)
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter(line => !contentLine.test(line)),
  ).toEqual([])
}

describe('the calendar of a bundle', () => {
  it.each(['zh', 'en'] as const)('is valid in %s, and every event whole', async language => {
    const text = await calendarOf(planned, language)
    expectValid(text)
    const calendar = new ICAL.Component(ICAL.parse(text))
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    const events = calendar.getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(5)
    for (const event of events) {
      for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'description', 'status']) {
        expect(event.getAllProperties(name)).toHaveLength(1)
      }
      expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2026-12-07T00:00:00Z')
      for (const alarm of event.getAllSubcomponents('valarm')) {
        for (const name of ['action', 'trigger', 'description']) expect(alarm.getAllProperties(name)).toHaveLength(1)
      }
    }
    expect(new Set(events.map(event => event.getFirstPropertyValue('uid'))).size).toBe(events.length)
  })

  it('tells what is planned, expected and ends, in order of days', async () => {
    const told = toldIn(await calendarOf(planned))
    expect(told).toEqual([
      '2026-12-07 2026-12-08 planned submission · planned day of submission',
      '2026-12-08 2026-12-10 Provider’s review passed · 深圳市海风软件有限公司',
      '2026-12-08 2026-12-11 SMS verification · 深圳市海风软件有限公司',
      '2026-12-20 2026-12-21 submit by · Letter of commitment for the filing',
      '2027-11-17 2027-11-18 submit by · domain expires (example.cn)',
      '2036-01-01 2036-01-02 ends · principal: document valid until',
    ])
  })

  it('expects nothing while nobody has said when the filing is handed in', async () => {
    expect(toldIn(await calendarOf(complete)).every(line => !/SMS|review/.test(line))).toBe(true)
  })

  it('names nobody while the sponsor is not written', async () => {
    const text = await calendarOf(
      'icp: 1\nprovider: aliyun\nplan: { submit-on: 2026-12-07 }\nservices: [{ domains: [{ expires: 2028-01-01 }] }]\n',
    )
    expect(text).toContain('NAME:ICP filing · (sponsor name not given)\r\n')
    expect(toldIn(text)).toContain('2026-12-08 2026-12-10 Provider’s review passed · (sponsor name not given)')
    expect(eventsIn(text).at(-1)?.description).toMatch(/^\(sponsor name not given\)\nvalid until 2028-01-01\n/)
  })

  it('makes firm what follows from a day that has come', async () => {
    const text = await calendarOf(
      `${complete}progress: { submitted: 2026-11-20, approved: 2026-11-28, opened: 2026-11-30 }\n`,
    )
    const security = eventsIn(text).find(({ summary }) => summary.startsWith('Public-security'))
    expect(security?.startDate.toString()).toBe('2026-12-30')
    expect(security?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(toldIn(text).some(line => line.includes('SMS'))).toBe(false)
  })

  it('keeps the name of an event when its day moves', async () => {
    const uidOf = async (text: string) =>
      eventsIn(await calendarOf(text)).find(({ summary }) => summary.includes('domain expires'))?.uid
    const before = await uidOf(complete)
    expect(before).toMatch(/^[0-9a-f]{20}@icp-prep$/)
    expect(await uidOf(complete.replace('2028-01-01', '2029-01-01'))).toBe(before)
  })

  it('is left out where no day lies ahead', async () => {
    const dir = filing('icp: 1\nprovider: aliyun\nprovince: guangdong\n')
    await pack(dir)
    expect(existsSync(join(dir, 'bundle/data/calendar.ics'))).toBe(false)
    expect(readFileSync(join(dir, 'bundle/data/README.md'), 'utf8')).not.toContain('calendar.ics')
  })

  it('wakes nobody at midnight', async () => {
    for (const event of eventsIn(await calendarOf(planned))) {
      for (const alarm of event.component.getAllSubcomponents('valarm')) {
        const trigger = alarm.getFirstPropertyValue('trigger')
        if (!(trigger instanceof ICAL.Duration)) throw new Error('an alarm at no time')
        const at = event.startDate.clone()
        at.isDate = false
        at.addDuration(trigger)
        expect(at.hour).toBe(9)
      }
    }
  })
})

describe('iCalendar text', () => {
  const head = { name: '日历', version: '1', stamp: '2026-12-01', language: 'zh-CN' } as const
  const event = (summary: string): CalendarEvent => ({
    uid: 'a@b',
    from: '2026-12-31',
    summary,
    description: summary,
    isFirm: true,
    alarms: [0, 1, 30],
  })

  it('lets no text become another line', () => {
    const attack = 'x\r\nEND:VEVENT\nBEGIN:VALARM\u2028ATTACH:file\u0007;,\\n'
    const text = calendarText(head, [event(attack)])
    expectValid(text)
    expect(eventsIn(text)).toHaveLength(1)
    expect(eventsIn(text)[0]?.summary).toBe('x\nEND:VEVENT\nBEGIN:VALARM\nATTACH:file;,\\n')
  })

  it('reads back whatever was written', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), summary => {
        const text = calendarText(head, [event(summary)])
        expectValid(text)
        const wanted = summary.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '')
        expect(eventsIn(text)[0]?.summary).toBe(wanted)
      }),
      { numRuns: 200 },
    )
  })

  it('ends a day of its own on the next, over the turn of the year', () => {
    expect(toldIn(calendarText(head, [event('x')]))).toEqual(['2026-12-31 2027-01-01 x'])
  })

  it('holds a time zone where it holds no event, as it must hold something', () => {
    const text = calendarText(head, [])
    expectValid(text)
    expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents()).toHaveLength(1)
  })
})
