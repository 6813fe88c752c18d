// Days: which exist, how far apart they are, how old somebody is.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, ageOn, daysBetween, isDay, monthsBetween } from '../src/model/calendar.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

const monthCount = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

describe('isDay', () => {
  it.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2199-12-31'])('knows %s', day => {
    expect(isDay(day)).toBe(true)
  })

  it.each([
    '1899-12-31',
    '2200-01-01',
    '1900-02-29',
    '2023-02-29',
    '2100-02-29',
    '2026-02-31',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '２０２６-01-01',
    'long-term',
    '',
  ])('refuses %j', text => {
    expect(isDay(text)).toBe(false)
  })

  it('agrees with the Gregorian calendar on every date from 1900 to 2199', () => {
    const wrong: string[] = []
    for (let ms = Date.UTC(1900, 0, 1); ms <= Date.UTC(2199, 11, 31); ms += 86_400_000) {
      const day = new Date(ms).toISOString().slice(0, 10)
      if (!isDay(day)) wrong.push(day)
    }
    for (let year = 1900; year < 2200; year++) {
      const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
      if (isDay(`${year}-02-29`) !== leap) wrong.push(`${year}-02-29`)
    }
    expect(wrong).toEqual([])
  })
})

describe('daysBetween and addDays', () => {
  it.each([
    ['2026-08-20', '2026-08-20', 0],
    ['2026-08-20', '2026-08-21', 1],
    ['2026-08-21', '2026-08-20', -1],
    ['2023-12-31', '2024-12-31', 366],
    ['1986-05-03', '1986-05-05', 2],
    ['1900-01-01', '2199-12-31', 109_572],
  ])('%s to %s is %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })

  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
      }),
    )
  })
})

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-10-31', 13, '2027-11-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-20', 0, '2026-08-20'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  it('lands on a real day n months on and never passes the date it left', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        const landed = addMonths(day, n)
        expect(monthCount(landed) - monthCount(day)).toBe(n)
        expect(Number(landed.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)))
      }),
    )
  })
})

describe('monthsBetween', () => {
  it.each([
    ['2026-08-20', '2026-08-20', 0],
    ['2026-08-20', '2026-09-19', 0],
    ['2026-08-20', '2026-09-20', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-03-30', 1],
    ['2025-12-20', '2026-12-20', 12],
    ['2026-09-20', '2026-08-20', -1],
    ['2026-09-19', '2026-08-20', 0],
  ])('%s to %s is %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })

  it('counts the most months that can be added without passing the end', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        const months = monthsBetween(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
      }),
    )
  })
})

describe('ageOn', () => {
  it.each([
    ['2008-08-20', '2026-08-19', 17],
    ['2008-08-20', '2026-08-20', 18],
    ['2008-08-20', '2026-12-31', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-08-20', '2026-08-20', 0],
    ['2026-08-21', '2026-08-20', -1],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(ageOn(born, on)).toBe(age)
  })
})

it('reckons the same whatever time zone the machine is in', () => {
  const zone = process.env['TZ']
  try {
    for (const other of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia', 'Europe/London']) {
      process.env['TZ'] = other
      expect(addDays('2011-12-29', 1)).toBe('2011-12-30')
      expect(daysBetween('1940-05-31', '1940-06-02')).toBe(2)
      expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
