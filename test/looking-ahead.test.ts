// What will be found on a later day that is not found today, day by day, and no day too many.
import { describe, expect, it } from 'vitest'
import type { World } from '../src/facts/fact.ts'
import type { Filing } from '../src/model/filing.ts'
import { findingsAhead, isDated } from '../src/rules/ahead.ts'
import { check } from '../src/rules/check.ts'
import { select } from '../src/rules/select.ts'
import { sheetsOf, worldOf, type Parts } from './small-rules.ts'

type Small = Omit<Filing, 'icp'>
type Rules = Readonly<Record<string, Parts | readonly Parts[]>>

/** `rule day` of everything that comes up from the day after 2026-11-24 to the last day, both looked at. */
function ahead(filing: Small, rules: Rules, until = '2026-12-10') {
  const world: World = worldOf(filing)
  const sheets = sheetsOf(rules)
  const now = check(world, select(sheets, world.day)).findings
  const { findings, rules: judged } = findingsAhead(world, sheets, now, until)
  return {
    found: findings.map(({ rule, from }) => `${rule} ${from}`),
    judged: judged.map(({ id, since }) => `${id} ${since ?? ''}`.trim()),
  }
}

const licence = (day: string): Small => ({ sponsor: { kind: 'enterprise', document: { 'valid-to': day } } })
const runs: Parts = { require: { 'sponsor.document.days-left': { 'at-least': 5 } } }

describe('what comes up', () => {
  it.each([
    ['on the first day after today', '2026-11-29', ['national/a 2026-11-25']],
    ['in between', '2026-12-05', ['national/a 2026-12-01']],
    ['on the last day', '2026-12-14', ['national/a 2026-12-10']],
    ['a day later still', '2026-12-15', []],
    ['never', 'long-term', []],
    ['before today already', '2026-11-20', []],
  ])('%s', (_when, day, found) => {
    expect(ahead(licence(day), { 'national/a': runs }).found).toEqual(found)
  })

  it('is told once, with its first day', () => {
    const filing: Small = {
      sponsor: { document: { 'valid-to': '2026-12-05' } },
      services: [
        {
          domains: [
            { name: 'a.cn', expires: '2026-12-01' },
            { name: 'b.cn', expires: '2026-12-08' },
          ],
        },
      ],
    }
    const rules = { 'national/a': runs, 'national/b': { require: { 'domain.days-left': { 'at-least': 1 } } } }
    expect(ahead(filing, rules).found).toEqual([
      'national/a 2026-12-01',
      'national/b 2026-12-01',
      'national/b 2026-12-08',
    ])
  })

  it('also where a rule is about to come into force, to change or to end', () => {
    const kind = (more: Parts): Parts => ({ require: { 'sponsor.kind': 'law-firm' }, ...more })
    const filing = licence('long-term')
    expect(ahead(filing, { 'national/a': kind({ since: '2026-12-01' }) }).found).toEqual(['national/a 2026-12-01'])
    expect(ahead(filing, { 'national/a': kind({ since: '2026-12-10' }) }).found).toEqual(['national/a 2026-12-10'])
    expect(ahead(filing, { 'national/a': kind({ since: '2026-12-11' }) }).found).toEqual([])
    expect(ahead(filing, { 'national/a': kind({ until: '2026-12-01' }) }).found).toEqual([])
    const changing = [
      kind({ until: '2026-12-01', require: { 'sponsor.kind': 'enterprise' } }),
      kind({ since: '2026-12-01' }),
    ]
    expect(ahead(filing, { 'national/a': changing }).found).toEqual(['national/a 2026-12-01'])
  })

  it('and not where the paper runs out once its rule has ended', () => {
    expect(ahead(licence('2026-12-08'), { 'national/a': { ...runs, until: '2026-12-01' } }).found).toEqual([])
    expect(ahead(licence('2026-12-08'), { 'national/a': { ...runs, until: '2026-12-05' } }).found).toEqual([
      'national/a 2026-12-04',
    ])
  })

  it('even where it is gone again before the last day', () => {
    const short: Parts = {
      when: { 'filing.day': { 'on-or-after': '2026-11-28' } },
      require: { 'sponsor.kind': 'law-firm' },
    }
    expect(ahead(licence('long-term'), { 'national/a': { ...short, until: '2026-11-30' } }).found).toEqual([
      'national/a 2026-11-28',
    ])
  })

  it('of a rule without a day, where another word of it reads one', () => {
    const rule: Parts = { require: { 'sponsor.document.valid-to': { 'same-as': 'filing.day' } } }
    expect(ahead(licence('2026-11-24'), { 'national/a': rule }).found).toEqual(['national/a 2026-11-25'])
  })

  it('with every sheet that is given', () => {
    const rules = { 'national/a': runs, 'guangdong/a': { ...runs, since: '2026-12-03' } }
    expect(ahead(licence('2026-12-05'), rules).found).toEqual(['national/a 2026-12-01', 'guangdong/a 2026-12-03'])
  })
})

describe('the rules that are judged ahead', () => {
  it('are all that are in force on any of the days, each once', () => {
    const rules = {
      'national/a': runs,
      'national/b': [
        { ...runs, until: '2026-11-25' },
        { ...runs, since: '2026-12-03' },
      ],
      'national/c': { ...runs, since: '2026-12-11' },
    }
    expect(ahead(licence('long-term'), rules).judged).toEqual(['national/a', 'national/b 2026-12-03'])
  })

  it('are none where there is no day to look at', () => {
    expect(ahead(licence('2026-11-29'), { 'national/a': runs }, '2026-11-24')).toEqual({ found: [], judged: [] })
    expect(ahead(licence('2026-11-29'), { 'national/a': runs }, '2026-11-25')).toEqual({
      found: ['national/a 2026-11-25'],
      judged: ['national/a'],
    })
  })

  it('are remembered for the sheets, and for no other days or sheets', () => {
    const sheets = sheetsOf({ 'national/a': runs })
    const more = sheetsOf({ 'guangdong/a': runs })
    const world = worldOf(licence('2026-12-05'))
    const found = (given: typeof sheets, until: string) =>
      findingsAhead(world, given, [], until).findings.map(({ rule }) => rule)
    expect(found(sheets, '2026-11-30')).toEqual([])
    expect(found(sheets, '2026-12-10')).toEqual(['national/a'])
    expect(found([...sheets, ...more], '2026-12-10')).toEqual(['national/a', 'guangdong/a'])
    expect(found(sheets, '2026-11-30')).toEqual([])
    expect(found([], '2026-12-10')).toEqual([])
  })
})

describe('a fact that reckons with the day', () => {
  it.each([
    ['sponsor.document.days-left', true],
    ['filing.day', true],
    ['principal.age', true],
    ['domain.real-name.working-days', true],
    ['domain.real-name.holidays-are-known', true],
    ['material.signed-days-ago', true],
    ['sponsor.kind', false],
    ['domain.levels', false],
    ['service.name', false],
    ['no.fact', false],
  ])('%s: %s', (name, isOne) => {
    expect(isDated(name)).toBe(isOne)
  })
})
