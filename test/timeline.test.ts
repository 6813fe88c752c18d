// When the marks of a filing are expected and due: working days of the State Council's calendar, days that cannot be.
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay } from '../src/facts/working-days.ts'
import { currentRound, isReturned, progressProblems } from '../src/model/progress.ts'
import type { Progress } from '../src/model/filing.ts'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import type { CompiledSheet, Rulebook } from '../src/rules/rulebook.ts'
import { holidaysIn, marksOf, timelineOf } from '../src/rules/timeline.ts'
import type { FilingType } from '../src/facts/filing-type.ts'
import { tables } from './small-world.ts'

const { common } = readRulesFolder(new URL('../rules/', import.meta.url).pathname)
const sheet = (name: string): CompiledSheet => ({
  sheet: name,
  title: { zh: name, en: name },
  sources: {},
  rules: [],
  digest: '',
})

/** The shipped calendar, with sheets that say how long they take. */
const book = (provider?: [number, number], province?: [number, number]): Rulebook => ({
  common,
  national: sheet('national'),
  own: [],
  tables,
  provider: {
    ...sheet('aliyun'),
    provider: { zh: '阿里云', en: 'Alibaba Cloud', ...(provider ? { 'review-days': provider } : {}) },
  },
  province: {
    ...sheet('guangdong'),
    province: {
      code: '44',
      letter: '粤',
      office: { zh: '管局', en: 'office' },
      ...(province ? { 'review-days': province } : {}),
    },
  },
})

const holidays = holidaysIn(book())

describe('a working day', () => {
  it.each([
    ['2026-09-30', true, 'a Wednesday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day of that holiday, a Wednesday'],
    ['2026-10-08', true, 'a Thursday'],
    ['2026-10-10', true, 'a Saturday worked in exchange'],
    ['2026-10-11', false, 'a Sunday'],
    ['2027-01-01', true, 'a Friday beyond the calendar, taken as ordinary'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isWorkingDay(day, holidays)).toBe(expected)
  })

  it.each([
    ['2026-09-30', 0, '2026-09-30'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-12-05', 1, '2026-12-07'],
  ])('%s and %i more is %s', (from, count, expected) => {
    expect(addWorkingDays(from, count, holidays)).toBe(expected)
  })
})

const timeline = (type: FilingType, progress: Progress = {}, start = '2026-09-30', its = book([1, 2], [7, 9])) =>
  new Map(timelineOf(type, progress, start, its).map(({ mark, ...rest }) => [mark, rest]))

describe('the timeline', () => {
  it('goes from the submission over the provider and MIIT to the administration', () => {
    const expected = timeline('first')
    expect(expected.get('submitted')).toMatchObject({ from: '2026-09-30', to: '2026-09-30' })
    expect(expected.get('provider-reviewed')).toMatchObject({ from: '2026-10-08', to: '2026-10-09' })
    expect(expected.get('sms-verified')).toMatchObject({ from: '2026-10-08', to: '2026-10-10' })
    expect(expected.get('approved')).toMatchObject({ from: '2026-10-15', to: '2026-10-19' })
    expect(expected.get('footer')).toMatchObject({ from: '2026-10-15', to: '2026-10-19' })
    expect(expected.get('public-security')).toMatchObject({ from: '2026-11-14', to: '2026-11-18' })
  })

  it('takes what has happened for what was expected', () => {
    const expected = timeline('first', { submitted: '2026-09-01', 'provider-reviewed': '2026-09-04' })
    expect(expected.get('submitted')).toMatchObject({ on: '2026-09-01' })
    expect(expected.get('approved')).toMatchObject({ from: '2026-09-11', to: '2026-09-14' })
  })

  it('takes for passed what stands before a mark that is told', () => {
    const expected = timeline('first', { approved: '2026-11-10' })
    expect(expected.get('sms-verified')).toEqual({ isPassed: true, isBeyondCalendar: false })
    expect(expected.get('approved')).toEqual({ isPassed: true, on: '2026-11-10', isBeyondCalendar: false })
    expect(expected.get('footer')?.isPassed).toBe(false)
  })

  it('gives a day after the message, and thirty days after going live', () => {
    const sent = timeline('first', { submitted: '2026-09-01', 'sms-sent': '2026-09-05' })
    expect(sent.get('sms-verified')?.due).toBe('2026-09-06')
    const expected = timeline('first', { submitted: '2026-09-01', approved: '2026-09-20', opened: '2026-09-21' })
    expect(expected.get('footer')?.due).toBe('2026-09-21')
    expect(expected.get('public-security')?.due).toBe('2026-10-21')
  })

  it('leaves unknown what no sheet says, but for the law', () => {
    const unknown = timeline('first', {}, '2026-09-30', book())
    expect(unknown.get('provider-reviewed')).toEqual({ isPassed: false, isBeyondCalendar: false })
    expect(unknown.get('approved')?.from).toBeUndefined()
    const reviewed = timeline('first', { 'provider-reviewed': '2026-10-08' }, '2026-09-30', book())
    expect(reviewed.get('approved')).toMatchObject({ legal: '2026-11-05' })
    expect(reviewed.get('approved')?.to).toBeUndefined()
  })

  it('says where it is reckoned past the known holidays', () => {
    const late = timeline('first', {}, '2026-12-28')
    expect(late.get('submitted')?.isBeyondCalendar).toBe(false)
    expect(late.get('approved')?.isBeyondCalendar).toBe(true)
  })

  it.each<[FilingType, boolean, boolean]>([
    ['first', true, true],
    ['add-access', true, false],
    ['change-sponsor', true, false],
    ['cancel-service', true, false],
    ['cancel-access', false, false],
  ])('of %s has a text message: %s, a public-security filing: %s', (type, sms, police) => {
    expect(marksOf(type).includes('sms-verified')).toBe(sms)
    expect(marksOf(type).includes('public-security')).toBe(police)
  })

  it('is empty where there is nothing to file', () => {
    expect(marksOf('nothing-to-file')).toEqual([])
  })

  it.each<[FilingType, string]>([
    [
      'first',
      'submitted provider-reviewed sms-sent sms-verified forwarded approved opened footer public-security public-security-shown',
    ],
    ['change-service', 'submitted provider-reviewed sms-sent sms-verified forwarded approved footer'],
    ['cancel-sponsor', 'submitted provider-reviewed sms-sent sms-verified forwarded approved'],
    ['cancel-access', 'submitted provider-reviewed forwarded approved'],
  ])('of %s passes %s', (type, marks) => {
    expect(marksOf(type).join(' ')).toBe(marks)
    expect([...timeline(type).keys()].join(' ')).toBe(marks)
  })

  it('goes on from every mark that is told', () => {
    const from = (progress: Progress) => {
      const told = timeline('first', { submitted: '2026-09-01', ...progress })
      return ['sms-verified', 'forwarded', 'approved', 'opened', 'public-security-shown'].map(mark => {
        const { on, to, due } = {
          on: undefined,
          to: undefined,
          due: undefined,
          ...new Map<string, object>(told).get(mark),
        }
        return on ?? to ?? due
      })
    }
    expect(from({})).toEqual(['2026-09-04', '2026-09-04', '2026-09-13', '2026-09-13', undefined])
    expect(from({ 'sms-sent': '2026-09-10' })).toEqual([
      '2026-09-11',
      '2026-09-11',
      '2026-09-20',
      '2026-09-20',
      undefined,
    ])
    expect(from({ 'sms-verified': '2026-09-12' })).toEqual([
      '2026-09-12',
      '2026-09-12',
      '2026-09-21',
      '2026-09-21',
      undefined,
    ])
    expect(from({ forwarded: '2026-09-14' })).toEqual([undefined, '2026-09-14', '2026-09-23', '2026-09-23', undefined])
    expect(from({ approved: '2026-09-20' }).slice(2)).toEqual(['2026-09-20', '2026-09-20', undefined])
    expect(from({ opened: '2026-09-22' }).slice(2)).toEqual([undefined, '2026-09-22', undefined])
    expect(from({ 'public-security': '2026-09-25' }).at(-1)).toBe('2026-10-25')
  })

  it('of a cancelled access waits for no message', () => {
    expect(timeline('cancel-access', {}, '2026-09-01').get('forwarded')).toMatchObject({
      from: '2026-09-02',
      to: '2026-09-03',
    })
  })

  it('reckons the public-security filing from the approval where nobody says when it went live', () => {
    expect(timeline('first', { approved: '2026-09-20' }).get('public-security')).toMatchObject({
      from: '2026-10-20',
      due: '2026-10-20',
    })
  })

  it('knows the law where a province or a provider has no sheet', () => {
    const { province: _province, provider: _provider, ...bare } = book()
    const told = timeline('first', { forwarded: '2026-09-30' }, '2026-09-01', bare)
    expect(told.get('approved')).toMatchObject({ legal: '2026-11-03' })
    expect(told.get('approved')?.from).toBeUndefined()
  })

  it('knows no holidays where there is no calendar', () => {
    const bare = { ...book([1, 2], [7, 9]), common: { ...common, lists: {} } }
    expect(holidaysIn(bare)).toEqual({ off: [], worked: [] })
    const told = timeline('first', {}, '2026-09-30', bare)
    expect(told.get('provider-reviewed')).toEqual({
      isPassed: false,
      from: '2026-10-01',
      to: '2026-10-02',
      isBeyondCalendar: true,
    })
  })

  it('is within the calendar up to its last day', () => {
    const { until = '' } = holidays
    expect(timeline('first', {}, until).get('submitted')?.isBeyondCalendar).toBe(false)
    expect(timeline('first', {}, until).get('provider-reviewed')?.isBeyondCalendar).toBe(true)
    const legal = timeline('first', { forwarded: '2026-12-21' }, '2026-12-01', book())
    expect(legal.get('approved')?.isBeyondCalendar).toBe(true)
  })
})

describe('progress', () => {
  const today = '2026-12-01'

  it('has no day ahead of today', () => {
    expect(progressProblems({ submitted: '2026-12-02' }, today)).toEqual([
      { is: 'future', mark: 'submitted', day: '2026-12-02', today },
    ])
  })

  it('keeps its order, also over marks that are not told', () => {
    const progress = { submitted: '2026-11-20', approved: '2026-11-10' }
    expect(progressProblems(progress, today)).toEqual([
      { is: 'order', mark: 'approved', day: '2026-11-10', before: 'submitted', beforeDay: '2026-11-20' },
    ])
  })

  it('lets footer, opening and public security come in any order once approved', () => {
    const progress = {
      approved: '2026-11-10',
      opened: '2026-11-20',
      footer: '2026-11-12',
      'public-security': '2026-11-15',
    }
    expect(progressProblems(progress, today)).toEqual([])
  })

  it('begins anew once an order was sent back', () => {
    const progress = { submitted: '2026-11-20', 'provider-reviewed': '2026-11-21', returned: '2026-11-22' }
    expect(isReturned(progress)).toBe(true)
    expect(currentRound(progress)).toEqual({ returned: '2026-11-22' })
    expect(currentRound({ submitted: '2026-11-20' })).toEqual({ submitted: '2026-11-20' })
  })
})
