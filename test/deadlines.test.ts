// Every date of a filing, with the last day on which the rules still accept what it stands for.
import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../src/bundle/deadlines.ts'
import { en } from '../src/locales/en.ts'
import type { Filing } from '../src/model/filing.ts'
import type { Rulebook } from '../src/rules/rulebook.ts'
import { ruleOf, sheetsOf, type Parts } from './small-rules.ts'
import { common, tables, today } from './small-world.ts'

type Small = Omit<Filing, 'icp'>

const [national] = sheetsOf({ 'national/a': {} })
if (!national) throw new Error('there is no sheet')
const book: Rulebook = { common, national, own: [], tables }

const deadlines = (filing: Small, ...rules: Parts[]) =>
  deadlinesOf({
    filing: { icp: '1', ...filing },
    day: today,
    book,
    words: en,
    rules: rules.map((parts, index) => ruleOf(`national/r${index}`, parts)),
  })
/** `kind day days-left` */
const told = (filing: Small, ...rules: Parts[]) =>
  deadlines(filing, ...rules).map(({ is, day, left }) => `${is} ${day} ${left}`)

const domain = (expires: string): Small => ({ services: [{ domains: [{ name: 'a.cn', expires }] }] })
const runs = (days: number, more: Parts = {}): Parts => ({
  require: { 'domain.days-left': { 'at-least': days } },
  ...more,
})
const letter = (day: string): Small => ({ materials: [{ is: 'commitment-letter', 'signed-on': day }] })
const fresh: Parts = { require: { 'material.signed-days-ago': { 'at-most': 30 } } }

describe('a date', () => {
  it.each<[string, Small, Parts[], string[]]>([
    ['that no rule limits ends something', domain('2027-01-01'), [], ['ends 2027-01-01 31']],
    ['is firm so many days before its end', domain('2027-01-01'), [runs(10)], ['firm 2026-12-22 21']],
    ['may be past already', domain('2026-12-05'), [runs(10)], ['firm 2026-11-25 -6']],
    [
      'is better kept where it is only a warning',
      domain('2027-01-01'),
      [runs(10, { severity: 'warning' })],
      ['better 2026-12-22 21'],
    ],
    ['is the earliest of several', domain('2027-01-01'), [runs(10), runs(20), runs(15)], ['firm 2026-12-12 11']],
    [
      'is firm before it is better',
      domain('2027-01-01'),
      [runs(20, { severity: 'warning' }), runs(10)],
      ['firm 2026-12-22 21'],
    ],
    [
      'is not limited by a rule that does not apply',
      domain('2027-01-01'),
      [runs(10, { when: { 'service.kind': 'app' } })],
      ['ends 2027-01-01 31'],
    ],
    [
      'nor by one that waits for an answer',
      domain('2027-01-01'),
      [runs(10, { when: { 'domain.open': true } })],
      ['ends 2027-01-01 31'],
    ],
    [
      'nor by one that is about something else',
      domain('2027-01-01'),
      [{ require: { 'domain.levels': { 'at-least': 2 } } }],
      ['ends 2027-01-01 31'],
    ],
    [
      'nor by one that sets no number',
      domain('2027-01-01'),
      [{ require: { 'domain.days-left': { given: true } } }],
      ['ends 2027-01-01 31'],
    ],
    [
      'nor by a most where days run out',
      domain('2027-01-01'),
      [{ require: { 'domain.days-left': { 'at-most': 400 } } }],
      ['ends 2027-01-01 31'],
    ],
    ['of a signature is none by itself', letter('2026-11-20'), [], []],
    ['of a signature is so many days later', letter('2026-11-20'), [fresh], ['firm 2026-12-20 19']],
    [
      'of a signature knows no least',
      letter('2026-11-20'),
      [{ require: { 'material.signed-days-ago': { 'at-least': 1 } } }],
      [],
    ],
    ['without an end is none', { sponsor: { document: { 'valid-to': 'long-term' } } }, [], []],
    [
      'on which the filing is handed in is planned',
      { plan: { 'submit-on': '2026-12-10' } },
      [],
      ['planned 2026-12-10 9'],
    ],
    [
      'on record or of a holder is somebody else’s',
      { services: [{ domains: [{ holder: { document: { 'valid-to': '2027-01-01' } } }] }] },
      [],
      [],
    ],
    [
      'that only a paper reads is none',
      { materials: [{ is: 'passport', reads: { 'valid-to': '2027-01-01' } }] },
      [],
      [],
    ],
    ['that begins something is none', { sponsor: { document: { 'valid-from': '2019-01-01' } } }, [], []],
    ['today ends today', domain(today), [], [`ends ${today} 0`]],
  ])('%s', (_what, filing, rules, expected) => {
    expect(told(filing, ...rules)).toEqual(expected)
  })

  it('comes in the order of days', () => {
    const filing: Small = {
      plan: { 'submit-on': '2026-12-20' },
      sponsor: { document: { 'valid-to': '2027-03-01' } },
      services: [
        { domains: [{ expires: '2026-12-15' }, { expires: '2027-03-01' }], access: [{ expires: '2026-12-10' }] },
      ],
    }
    expect(told(filing)).toEqual([
      'ends 2026-12-10 9',
      'ends 2026-12-15 14',
      'planned 2026-12-20 19',
      'ends 2027-03-01 90',
      'ends 2027-03-01 90',
    ])
  })

  it('comes as it is written where another is of the same day', () => {
    const filing: Small = {
      services: [{ domains: [{ name: 'b.cn', expires: today }, { name: 'a.cn', expires: today }, { expires: today }] }],
    }
    expect(deadlines(filing).map(({ key }) => key)).toEqual(
      [0, 1, 2].map(index => `services.0.domains.${index}.expires`),
    )
  })

  it('is set by the first of two rules that come to the same day', () => {
    expect(deadlines(domain('2027-01-01'), runs(10), runs(10))[0]?.rule).toBe('national/r0')
  })

  it('is limited by a rule that looks up a list, as far as it applies', () => {
    const listed = (word: string) => runs(10, { when: { 'domain.name': { [word]: 'finance-words' } } })
    expect(told(domain('2027-01-01'), listed('not-in'))).toEqual(['firm 2026-12-22 21'])
    expect(told(domain('2027-01-01'), listed('in'))).toEqual(['ends 2027-01-01 31'])
  })

  it('is limited for its own thing only', () => {
    const filing: Small = {
      services: [
        {
          domains: [
            { name: 'a.cn', expires: '2027-01-01' },
            { name: 'b.cn', expires: '2027-02-01' },
          ],
        },
      ],
    }
    expect(told(filing, runs(10))).toEqual(['firm 2026-12-22 21', 'firm 2027-01-22 52'])
  })

  it('is limited by nothing once the filing is handed in, and planned no more', () => {
    const filing: Small = { ...domain('2027-01-01'), plan: { 'submit-on': '2026-12-10' } }
    expect(told({ ...filing, progress: { submitted: '2026-12-01' } }, runs(10))).toEqual(['ends 2027-01-01 31'])
    expect(told({ ...filing, progress: { submitted: '2026-11-20', returned: '2026-11-25' } }, runs(10))).toEqual([
      'planned 2026-12-10 9',
      'firm 2026-12-22 21',
    ])
  })
})

describe('a deadline says', () => {
  const named = (filing: Small, ...rules: Parts[]) =>
    deadlines(filing, ...rules).map(({ key, what, about }) => [key, what, about])

  it('what ends, and of whom', () => {
    expect(named({ sponsor: { document: { 'valid-to': '2027-01-01' } } })).toEqual([
      ['sponsor.document.valid-to', expect.stringContaining('certificate'), 'sponsor'],
    ])
    expect(named(domain('2027-01-01'))).toEqual([['services.0.domains.0.expires', expect.any(String), 'a.cn']])
    expect(named({ plan: { 'submit-on': '2026-12-10' } })).toEqual([['plan.submit-on', expect.any(String), undefined]])
  })

  it('which paper, and whose', () => {
    const papers: Small = {
      materials: [
        { is: 'business-licence', 'valid-to': '2027-01-01' },
        { is: 'passport', of: 'principal', 'valid-to': '2027-01-02' },
      ],
    }
    expect(named(papers)).toEqual([
      ['materials.0.valid-to', 'business licence', undefined],
      ['materials.1.valid-to', 'passport', 'principal'],
    ])
  })

  it('what was written, and by which rule it is another day', () => {
    expect(deadlines(domain('2027-01-01'), runs(10))[0]).toMatchObject({
      rule: 'national/r0',
      written: { is: 'until', day: '2027-01-01' },
    })
    expect(deadlines(letter('2026-11-20'), fresh)[0]).toMatchObject({
      rule: 'national/r0',
      written: { is: 'signed', day: '2026-11-20' },
    })
    expect(deadlines(domain('2027-01-01'))[0]).not.toHaveProperty('written')
    expect(deadlines(domain('2027-01-01'))[0]).not.toHaveProperty('rule')
  })
})
