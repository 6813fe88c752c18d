// From the rule as written to the rule as judged: what it is about, how strong it is, to which step it belongs.
import { describe, expect, it } from 'vitest'
import { compileRule, factsOf, linesOf, scopeOf } from '../src/rules/compile.ts'
import { isAtLeast, strongestFirst, weightOf } from '../src/rules/finding.ts'
import type { RuleEntry, Sheet } from '../src/rules/sheet.ts'
import { weaker, type Severity } from '../src/rules/source.ts'

const both = { zh: '标题', en: 'Title' }
const sheet: Sheet = {
  sheet: 'national',
  title: both,
  sources: {
    guide: { kind: 'office-guide', publisher: 'A', title: 'T', 'as-of': '2026', read: '2026-11-24' },
    rumour: { kind: 'report', publisher: 'A', title: 'T', 'as-of': 'unknown', read: '2026-11-24' },
  },
  rules: [],
}
const compiled = (more: Partial<RuleEntry>) =>
  compileRule(sheet, { id: 'a', title: both, source: { guide: '' }, examples: [{}], ...more })

describe('a condition', () => {
  it('is a line for each of its words', () => {
    expect(linesOf({ a: 'x', b: ['x', 'y'], c: { 'at-least': 1, 'at-most': 3 }, d: true })).toEqual([
      { fact: 'a', word: 'equals', takes: 'x' },
      { fact: 'b', word: 'one-of', takes: ['x', 'y'] },
      { fact: 'c', word: 'at-least', takes: 1 },
      { fact: 'c', word: 'at-most', takes: 3 },
      { fact: 'd', word: 'equals', takes: true },
    ])
    expect(linesOf(undefined)).toEqual([])
  })

  it('reads its fact and those behind its words', () => {
    const lines = linesOf({ 'sponsor.name': { 'same-as': 'principal.name' }, 'sponsor.kind': 'x' })
    expect(factsOf(lines)).toEqual(['sponsor.name', 'principal.name', 'sponsor.kind'])
    expect(factsOf([{ fact: 'a', word: 'no-such-word', takes: 1 }])).toEqual(['a'])
  })

  it.each([
    [{}, 'filing'],
    [{ 'sponsor.kind': 'x' }, 'filing'],
    [{ 'sponsor.kind': 'x', 'service.kind': 'x' }, 'service'],
    [{ 'domain.name': 'x', 'service.kind': 'x', 'sponsor.kind': 'x' }, 'domain'],
    [{ 'sponsor.name': { 'same-as': 'domain.name' } }, 'domain'],
    [{ 'no.fact': 'x' }, 'filing'],
    [{ 'domain.name': 'x', 'access.product': 'x' }, 'domain'],
    [{ 'access.product': 'x', 'domain.name': 'x' }, 'access'],
  ])('%j is about a %s', (conditions, scope) => {
    expect(scopeOf(linesOf(conditions))).toBe(scope)
  })
})

describe('a rule', () => {
  it.each<[Partial<RuleEntry>, string]>([
    [{ require: { 'access.product': 'x' } }, 'product'],
    [{ require: { 'material.signed': true } }, 'papers'],
    [{ require: { 'scan.glare': 0 } }, 'papers'],
    [{ needs: 'paper', when: { 'access.product': 'x' } }, 'papers'],
    [{ require: { 'filing.type': 'first' } }, 'type'],
    [{ require: { 'account.site': 'china' } }, 'type'],
    [{ require: { 'sponsor.filed': true } }, 'type'],
    [{ require: { 'sponsor.name': 'x' }, when: { 'sponsor.filed': true } }, 'information'],
    [{ confirm: both, when: { 'sponsor.filed': true } }, 'type'],
    [{ note: both }, 'information'],
    [{ step: 'sms', require: { 'access.product': 'x' } }, 'sms'],
  ])('%j belongs to the step %s', (more, step) => {
    expect(compiled(more).step).toBe(step)
  })

  const kind = { 'sponsor.kind': 'x' }
  it.each<[string, Partial<RuleEntry>, Severity]>([
    ['as strong as nothing else is said', { require: kind }, 'error'],
    ['as strong as it says', { require: kind, severity: 'warning' }, 'warning'],
    ['no stronger than its evidence', { require: kind, source: { rumour: '' } }, 'warning'],
    ['no stronger than what is doubtful', { require: kind, doubtful: true }, 'info'],
    ['never an error where a picture suggests it', { require: { 'scan.glare': 0 } }, 'warning'],
    ['an info where a picture suggests it and it says so', { require: { 'scan.glare': 0 }, severity: 'info' }, 'info'],
    ['an info where a person confirms it', { confirm: both }, 'info'],
    ['an info where it only notes', { note: both, severity: 'error' }, 'info'],
    ['as strong as its known sources', { require: kind, source: { rumour: '', gone: '' } }, 'warning'],
  ])('is %s', (_what, more, severity) => {
    expect(compiled(more).severity).toBe(severity)
  })

  it('keeps what it says', () => {
    const fix = { zh: '改', en: 'Mend' }
    const conflict = { zh: '不一', en: 'They differ' }
    expect(
      compiled({ needs: ['a', 'b'], replaces: 'x/a', since: '2026-01-01', until: '2027-01-01', fix, conflict }),
    ).toEqual({
      id: 'national/a',
      scope: 'filing',
      severity: 'error',
      step: 'papers',
      title: both,
      since: '2026-01-01',
      until: '2027-01-01',
      replaces: ['x/a'],
      when: [],
      verb: 'needs',
      require: [],
      needs: ['a', 'b'],
      fix,
      conflict,
      source: { guide: '' },
    })
  })

  it('has nothing that it does not say', () => {
    const text = { zh: '须知', en: 'Good to know' }
    expect(compiled({ note: text })).toEqual({
      id: 'national/a',
      scope: 'filing',
      severity: 'info',
      step: 'information',
      title: both,
      replaces: [],
      when: [],
      verb: 'note',
      require: [],
      needs: [],
      text,
      source: { guide: '' },
    })
    expect(compiled({ replaces: ['x/a', 'x/b'], confirm: both })).toMatchObject({
      replaces: ['x/a', 'x/b'],
      verb: 'confirm',
      text: both,
    })
  })
})

describe('severities', () => {
  const all: Severity[] = ['error', 'warning', 'info']

  it('have an order', () => {
    expect(all.map(weightOf)).toEqual([2, 1, 0])
    expect(
      [...all]
        .toReversed()
        .map(severity => ({ severity }))
        .sort(strongestFirst)
        .map(({ severity }) => severity),
    ).toEqual(all)
    expect(all.map(severity => isAtLeast(severity, 'warning'))).toEqual([true, true, false])
    expect([weaker('error', 'info'), weaker('info', 'error'), weaker('warning', 'warning')]).toEqual([
      'info',
      'info',
      'warning',
    ])
  })
})
