// Which rules are in force on a day, and what one in force takes out.
import { describe, expect, it } from 'vitest'
import { isInForce, select } from '../src/rules/select.ts'
import { ruleOf, sheetsOf, type Parts } from './small-rules.ts'

const idsOn = (day: string, rules: Readonly<Record<string, Parts | readonly Parts[]>>) =>
  select(sheetsOf(rules), day).map(({ id }) => id)

describe('a rule is in force', () => {
  it.each<[string, Parts, string, boolean]>([
    ['always without dates', {}, '1999-01-01', true],
    ['not on the day before since', { since: '2026-09-01' }, '2026-08-31', false],
    ['on the day of since', { since: '2026-09-01' }, '2026-09-01', true],
    ['long after since', { since: '2026-09-01' }, '2036-01-01', true],
    ['on the day before until', { until: '2026-09-01' }, '2026-08-31', true],
    ['no longer on the day of until', { until: '2026-09-01' }, '2026-09-01', false],
    ['on the only day between both', { since: '2026-09-01', until: '2026-09-02' }, '2026-09-01', true],
    ['never where both are one day', { since: '2026-09-01', until: '2026-09-01' }, '2026-09-01', false],
  ])('%s', (_when, dates, day, expected) => {
    expect(isInForce(ruleOf('national/a', dates), day)).toBe(expected)
  })
})

describe('a changed rule', () => {
  const changed = { 'national/a': [{ since: '2026-09-01', step: 'sms' }, { until: '2026-09-01' }] } as const

  it.each([
    ['2026-08-31', 'information'],
    ['2026-09-01', 'sms'],
  ])('is on %s the entry of that day, once', (day, step) => {
    expect(select(sheetsOf(changed), day).map(rule => [rule.id, rule.step])).toEqual([['national/a', step]])
  })
})

describe('a rule that replaces another', () => {
  const stricter = {
    'national/a': {},
    'national/b': {},
    'guangdong/a': { since: '2026-01-01', until: '2026-07-01', replaces: 'national/a' },
  }

  it.each([
    ['2025-12-31', ['national/a', 'national/b']],
    ['2026-01-01', ['national/b', 'guangdong/a']],
    ['2026-06-30', ['national/b', 'guangdong/a']],
    ['2026-07-01', ['national/a', 'national/b']],
  ])('leaves on %s: %j', (day, ids) => {
    expect(idsOn(day, stricter)).toEqual(ids)
  })

  it('takes out every entry of the replaced rule', () => {
    const entries = { 'national/a': [{ since: '2026-09-01' }, { until: '2026-09-01' }] }
    const all = { ...entries, 'guangdong/a': { replaces: 'national/a' } }
    expect([idsOn('2026-08-31', all), idsOn('2026-09-01', all)]).toEqual([['guangdong/a'], ['guangdong/a']])
  })

  it('may take out several', () => {
    const all = { 'national/a': {}, 'national/b': {}, 'guangdong/c': { replaces: ['national/a', 'national/b'] } }
    expect(idsOn('2026-11-24', all)).toEqual(['guangdong/c'])
  })

  it('takes out a rule of another sheet with the same id only by its full name', () => {
    expect(idsOn('2026-11-24', { 'national/a': {}, 'guangdong/a': {} })).toEqual(['national/a', 'guangdong/a'])
  })

  it('still keeps out what it replaces where it is itself replaced', () => {
    const chain = {
      'national/a': {},
      'guangdong/a': { replaces: 'national/a' },
      'aliyun/a': { replaces: 'guangdong/a' },
    }
    expect(idsOn('2026-11-24', chain)).toEqual(['aliyun/a'])
  })
})
