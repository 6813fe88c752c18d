// What a broken rule about a scan is called to a reviewer, and which rules about scans are in force.
import { describe, expect, it } from 'vitest'
import type { ScanFactName } from '../src/facts/scan.ts'
import { judgeScan, scanRulesOf, type ScanMeasures } from '../src/rules/scans.ts'
import { sourceOf, type CompiledSheet, type Rulebook } from '../src/rules/rulebook.ts'
import { ruleOf, sheetsOf, tablesWith, type Parts } from './small-rules.ts'
import { common } from './small-world.ts'

const none = () => []
const problemsOf = (measures: ScanMeasures, ...rules: Parts[]) =>
  judgeScan(
    measures,
    rules.map((parts, index) => ruleOf(`own/${index}`, parts)),
    none,
  ).map(({ problem }) => problem)

describe('a broken rule about a scan', () => {
  const words: [fact: ScanFactName, code: string][] = [
    ['scan.is', 'unfit'],
    ['scan.of-coloured-paper', 'unfit'],
    ['scan.of-sealed-paper', 'unfit'],
    ['scan.sharpness', 'blurred'],
    ['scan.paper-light', 'dark'],
    ['scan.ink-light', 'bright'],
    ['scan.glare', 'glare'],
    ['scan.coloured', 'grey'],
    ['scan.one-grey', 'grey'],
    ['scan.stored-in-grey', 'grey'],
    ['scan.screen-grid', 'screen-photo'],
    ['scan.is-screenshot', 'screenshot'],
    ['scan.cut-sides', 'cut'],
    ['scan.line-direction', 'sideways'],
    ['scan.orientation-note', 'turned-by-note'],
    ['scan.difference', 'same-picture'],
  ]

  it.each(words)('about %s is called %s', (fact, code) => {
    expect(problemsOf({ [fact]: { value: 'x' } }, { require: { [fact]: 'y' } })).toEqual([
      { code, got: 'x', want: 'y' },
    ])
  })

  it('tells what it was given and what would have been right', () => {
    const card = { 'scan.is': { value: 'passport' } } satisfies ScanMeasures
    expect(problemsOf(card, { require: { 'scan.is': ['id-card-front', 'id-card-back'] } })).toEqual([
      { code: 'unfit', got: 'passport', want: 'id-card-front, id-card-back' },
    ])
  })

  it('tells why rather than the value, and the value where no reason adds to it', () => {
    const limit: Parts = { require: { 'scan.cut-sides': { 'at-most': 1 } } }
    const got = (because?: string[]) =>
      problemsOf({ 'scan.cut-sides': { value: 2, ...(because ? { because } : {}) } }, limit).map(each => each.got)
    expect(got(['top', 'left'])).toEqual(['top, left'])
    expect(got(['2', 'left'])).toEqual(['left'])
    expect(got(['2'])).toEqual(['2'])
    expect(got([])).toEqual(['2'])
    expect(got()).toEqual(['2'])
  })

  it('is named after the first of its lines, and tells them all', () => {
    const rule = ruleOf('own/a', { require: { 'scan.glare': { 'at-most': 0 }, 'scan.sharpness': { 'at-least': 1 } } })
    const measures = { 'scan.glare': { value: 0.5 }, 'scan.sharpness': { value: 0.1, because: ['a'] } }
    const [told] = judgeScan(measures, [rule], none)
    expect(told?.problem.code).toBe('glare')
    expect(told?.broken.map(({ fact, because }) => [fact, because])).toEqual([
      ['scan.glare', []],
      ['scan.sharpness', ['a']],
    ])
  })

  it('keeps silent where it holds, does not apply, or is not about scans', () => {
    const sharp = { 'scan.sharpness': { value: 1 } }
    expect(problemsOf(sharp, { require: { 'scan.sharpness': { 'at-least': 1 } } })).toEqual([])
    expect(problemsOf(sharp, { when: { 'scan.is': 'passport' }, require: { 'scan.sharpness': 2 } })).toEqual([])
    expect(problemsOf(sharp, { require: { 'sponsor.kind': 'enterprise' } })).toEqual([])
  })
})

describe('the rules about scans', () => {
  const [national, guangdong, ours, shipped] = [
    { 'national/a': { require: { 'sponsor.kind': 'enterprise' } } },
    { 'guangdong/a': { require: { 'scan.glare': 0 }, since: '2026-12-01' } },
    { 'ours/a': { require: { 'scan.sharpness': 1 } } },
    {
      'scans/a': { require: { 'scan.difference': 1 } },
      'scans/b': { require: { 'scan.glare': 1 }, until: '2026-12-01' },
    },
  ].map(rules => sheetsOf(rules)[0])
  if (!national || !guangdong || !ours || !shipped) throw new Error('a sheet is missing')

  const bookOf = (scans?: () => CompiledSheet | undefined): Rulebook => ({
    common,
    national,
    province: guangdong,
    own: [ours],
    ...(scans ? { scans } : {}),
    tables: tablesWith(),
  })
  const book = bookOf(() => shipped)

  it.each([
    ['2026-11-30', ['scans/a', 'scans/b', 'ours/a']],
    ['2026-12-01', ['scans/a', 'guangdong/a', 'ours/a']],
  ])('on %s are %j', (day, ids) => {
    expect([...scanRulesOf(book, day).keys()]).toEqual(ids)
    expect([...scanRulesOf(book, day).values()].map(({ id }) => id)).toEqual(ids)
  })

  it('are those of the other sheets where none are shipped', () => {
    expect([...scanRulesOf(bookOf(), '2026-12-01').keys()]).toEqual(['guangdong/a', 'ours/a'])
    expect([
      ...scanRulesOf(
        bookOf(() => undefined),
        '2026-12-01',
      ).keys(),
    ]).toEqual(['guangdong/a', 'ours/a'])
  })

  it('cite the sources of their own sheet', () => {
    const scan = scanRulesOf(book, '2026-12-01').get('scans/a')
    const other = scanRulesOf(book, '2026-12-01').get('ours/a')
    expect(scan && sourceOf(book, scan, 'guide')?.publisher).toBe('A')
    expect(scan && sourceOf(bookOf(), scan, 'guide')).toBeUndefined()
    expect(other && sourceOf(bookOf(), other, 'guide')?.publisher).toBe('A')
    expect(other && sourceOf(book, other, 'nothing')).toBeUndefined()
    expect(sourceOf(book, ruleOf('hubei/a', { require: { 'sponsor.kind': 'x' } }), 'guide')).toBeUndefined()
  })
})
