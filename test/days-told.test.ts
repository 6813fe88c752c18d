// The days of a filing in words, and from which day they are reckoned.
import { describe, expect, it } from 'vitest'
import { datesOf, expectedOf } from '../src/bundle/stages.ts'
import { en } from '../src/locales/en.ts'
import type { Filing } from '../src/model/filing.ts'
import type { Rulebook } from '../src/rules/rulebook.ts'
import type { Expected } from '../src/rules/timeline.ts'
import { sheetsOf } from './small-rules.ts'
import { common, tables, today } from './small-world.ts'

const [national] = sheetsOf({ 'national/a': {} })
if (!national) throw new Error('there is no sheet')
const book: Rulebook = { common, national, own: [], tables }
const planned: Filing = { icp: '1', plan: { 'submit-on': '2026-12-07' } }

describe('a mark', () => {
  it.each<[string, Partial<Expected> & Pick<Expected, 'mark'>, string[]]>([
    ['that is over has its day', { mark: 'approved', isPassed: true, on: '2026-11-20' }, ['done on 2026-11-20']],
    ['that is over on a day nobody told is done', { mark: 'approved', isPassed: true, due: '2026-11-20' }, ['done']],
    [
      'that is due is so whatever is expected',
      { mark: 'footer', due: '2026-12-10', from: '2026-12-08', to: '2026-12-09' },
      ['by 2026-12-10'],
    ],
    [
      'of the submission is planned for the planned day',
      { mark: 'submitted', from: '2026-12-07', to: '2026-12-07' },
      ['planned 2026-12-07'],
    ],
    [
      'of the submission is told as the earliest on another',
      { mark: 'submitted', from: '2026-12-08', to: '2026-12-08' },
      ['2026-12-08 at the earliest'],
    ],
    [
      'is expected between two days, whatever the law says',
      { mark: 'approved', from: '2026-12-08', to: '2026-12-20', legal: '2027-01-04' },
      ['expected 2026-12-08 – 2026-12-20'],
    ],
    [
      'of the public-security filing is due between two days',
      { mark: 'public-security', from: '2026-12-08', to: '2026-12-20' },
      ['due 2026-12-08 – 2026-12-20'],
    ],
    ['has the last day by law', { mark: 'approved', legal: '2027-01-04' }, ['by law not later than 2027-01-04']],
    ['is not known when', { mark: 'approved' }, ['not known when']],
    ['begins with the number, and has no day before', { mark: 'public-security-shown' }, []],
  ])('%s', (_what, given, expected) => {
    const mark = { isPassed: false, isBeyondCalendar: false, ...given }
    expect(datesOf(mark, { filing: planned, words: en })).toEqual(expected)
  })

  it('of the submission is told as the earliest where nobody plans it', () => {
    const mark = { mark: 'submitted', isPassed: false, from: today, to: today, isBeyondCalendar: false } as const
    expect(datesOf(mark, { filing: { icp: '1' }, words: en })).toEqual([`${today} at the earliest`])
  })
})

describe('what is expected', () => {
  const submission = (filing: Filing, day: string) =>
    expectedOf({ filing, type: { type: 'first', conflict: 'none' }, day, book })[0]

  it.each<[string, Filing, string, string]>([
    ['begins with the day that is planned', planned, '2026-12-01', '2026-12-07'],
    ['begins today where that is planned', planned, '2026-12-07', '2026-12-07'],
    ['begins today where what was planned is over', planned, '2026-12-09', '2026-12-09'],
    ['begins today where nothing is planned', { icp: '1' }, '2026-12-09', '2026-12-09'],
    ['begins today where a plan has no day', { icp: '1', plan: {} }, '2026-12-09', '2026-12-09'],
  ])('%s', (_what, filing, day, from) => {
    expect(submission(filing, day)).toMatchObject({ mark: 'submitted', isPassed: false, from, to: from })
  })

  it('begins anew once the order was sent back', () => {
    const returned: Filing = { icp: '1', progress: { submitted: '2026-11-20', returned: '2026-11-25' } }
    expect(submission(returned, '2026-12-01')).toMatchObject({ isPassed: false, from: '2026-12-01' })
  })
})
