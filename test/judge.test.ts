// What one rule says about one subject, and what it says while answers are missing.
import { describe, expect, it } from 'vitest'
import type { Known } from '../src/conditions/condition.ts'
import { valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import { judge, type Verdict } from '../src/rules/judge.ts'
import type { Rule } from '../src/rules/rule.ts'
import { ruleOf, worldOf, type Parts } from './small-rules.ts'

type Facts = Readonly<Record<string, Known>>

function judged(rule: Rule, facts: Facts): Verdict {
  return judge(rule, { fact: name => facts[name], list: name => (name === 'state-words' ? ['中国', '国家'] : []) })
}

const told = (parts: Parts, facts: Facts) => judged(ruleOf('national/a', parts), facts)

const adult: Parts = { when: { 'sponsor.kind': 'individual' }, require: { 'principal.age': { 'at-least': 18 } } }
const text = { zh: '请核对', en: 'Look at it' }

describe('a requirement', () => {
  it.each<[string, Facts, Verdict]>([
    ['passes where it holds', { 'sponsor.kind': 'individual', 'principal.age': 18 }, { is: 'pass' }],
    ['is skipped where it does not apply', { 'sponsor.kind': 'enterprise', 'principal.age': 17 }, { is: 'skip' }],
    ['asks for the fact it requires', { 'sponsor.kind': 'individual' }, { is: 'ask', facts: ['principal.age'] }],
    ['asks first whether it applies', { 'principal.age': 17 }, { is: 'ask', facts: ['sponsor.kind'] }],
    ['asks whether it applies even where nothing would break it', {}, { is: 'ask', facts: ['sponsor.kind'] }],
    [
      'fails with the broken line and what was found',
      { 'sponsor.kind': 'individual', 'principal.age': 17 },
      { is: 'fail', broken: [{ fact: 'principal.age', word: 'at-least', takes: 18, got: 17, because: [] }] },
    ],
  ])('%s', (_what, facts, verdict) => {
    expect(told(adult, facts)).toEqual(verdict)
  })

  it('about everybody needs no condition', () => {
    expect(told({ require: { 'principal.age': { 'at-least': 18 } } }, { 'principal.age': 18 })).toEqual({ is: 'pass' })
  })
})

describe('a rule of several lines', () => {
  const rule: Parts = {
    when: { 'sponsor.kind': { not: 'individual' }, 'service.kind': 'website', filed: true },
    require: { 'service.name': { 'not-beginning-with': 'state-words', 'length-at-least': 3 }, 'domain.open': false },
  }
  const applies = { 'sponsor.kind': 'enterprise', 'service.kind': 'website', filed: true }

  it.each<[string, Facts]>([
    ['first', { 'sponsor.kind': 'individual' }],
    ['middle', { 'service.kind': 'app' }],
    ['last', { filed: false }],
  ])('is skipped by its %s condition, even where other answers are unknown', (_which, facts) => {
    expect(told(rule, facts)).toEqual({ is: 'skip' })
  })

  it('asks for every unknown condition at once, and for nothing it requires yet', () => {
    expect(told(rule, { filed: true })).toEqual({ is: 'ask', facts: ['sponsor.kind', 'service.kind'] })
  })

  it('asks for every required fact that is unknown', () => {
    const verdict = told(rule, applies)
    expect(verdict.is === 'ask' && new Set(verdict.facts)).toEqual(new Set(['service.name', 'domain.open']))
    expect(told(rule, { ...applies, 'service.name': '海风软件' })).toEqual({ is: 'ask', facts: ['domain.open'] })
  })

  it('fails as soon as one line is broken, whatever else is unknown', () => {
    expect(told(rule, { ...applies, 'domain.open': true })).toMatchObject({
      is: 'fail',
      broken: [{ fact: 'domain.open', word: 'equals', takes: false, got: true }],
    })
  })

  it('fails with every broken line, each with the reason its word tells', () => {
    expect(told(rule, { ...applies, 'service.name': '中国', 'domain.open': true })).toEqual({
      is: 'fail',
      broken: [
        {
          fact: 'service.name',
          word: 'not-beginning-with',
          takes: 'state-words',
          got: '中国',
          because: ['中国'],
        },
        { fact: 'service.name', word: 'length-at-least', takes: 3, got: '中国', because: ['2'] },
        { fact: 'domain.open', word: 'equals', takes: false, got: true, because: [] },
      ],
    })
  })

  it('passes where all hold', () => {
    expect(told(rule, { ...applies, 'service.name': '海风软件', 'domain.open': false })).toEqual({ is: 'pass' })
  })
})

describe('a comparison with another fact', () => {
  const required: Parts = { require: { 'domain.holder.name': { 'same-as': 'sponsor.name' } } }
  const conditional: Parts = { when: { 'lead.mobile': { 'different-from': 'principal.mobile' } }, confirm: text }

  it.each<[string, Parts, Facts, Verdict]>([
    [
      'asks for the other fact where its own is known',
      required,
      { 'domain.holder.name': '海风' },
      { is: 'ask', facts: ['sponsor.name'] },
    ],
    [
      'asks for its own where the other is known',
      required,
      { 'sponsor.name': '海风' },
      { is: 'ask', facts: ['domain.holder.name'] },
    ],
    ['asks for its own first', required, {}, { is: 'ask', facts: ['domain.holder.name'] }],
    [
      'asks in a condition too',
      conditional,
      { 'lead.mobile': '13800138000' },
      { is: 'ask', facts: ['principal.mobile'] },
    ],
    [
      'passes where both are the same',
      required,
      { 'domain.holder.name': '海 风', 'sponsor.name': '海风' },
      { is: 'pass' },
    ],
    [
      'fails with what the other fact says',
      required,
      { 'domain.holder.name': '海', 'sponsor.name': '海风' },
      {
        is: 'fail',
        broken: [{ fact: 'domain.holder.name', word: 'same-as', takes: 'sponsor.name', got: '海', because: ['海风'] }],
      },
    ],
    [
      'skips in a condition where both are the same',
      conditional,
      { 'lead.mobile': '13800138000', 'principal.mobile': '13800138000' },
      { is: 'skip' },
    ],
  ])('%s', (_what, parts, facts, verdict) => {
    expect(told(parts, facts)).toEqual(verdict)
  })
})

describe('the other verbs', () => {
  const when = { 'service.kind': 'website' }
  const needs = ['residence-permit', 'property-certificate']

  it.each<[string, Parts, Verdict]>([
    ['a need names its materials, any of which will do', { when, needs }, { is: 'need', materials: needs }],
    ['a single material is a list of one', { when, needs: 'app-icon' }, { is: 'need', materials: ['app-icon'] }],
    ['a confirm hands on its sentence', { when, confirm: text }, { is: 'confirm', text }],
    ['a note hands on its sentence', { when, note: text }, { is: 'note', text }],
  ])('%s', (_what, parts, verdict) => {
    expect(told(parts, { 'service.kind': 'website' })).toEqual(verdict)
    expect(told(parts, { 'service.kind': 'app' })).toEqual({ is: 'skip' })
    expect(told(parts, {})).toEqual({ is: 'ask', facts: ['service.kind'] })
    expect(told({ ...parts, when: undefined }, {})).toEqual(verdict)
  })
})

describe('what holds unless the filer says otherwise', () => {
  const seal = ruleOf('national/seal', { require: { 'sponsor.has-seal': true } })
  const onFiling = (filing: Parameters<typeof worldOf>[0]) => {
    const [subject] = subjectsOf(worldOf(filing)).filing
    return subject && judge(seal, { fact: name => valueOf(name, subject), list: () => [] }).is
  }

  it('answers for silence, so that nobody is asked', () => {
    expect(onFiling({})).toBe('pass')
  })

  it('gives way to what is said', () => {
    expect(onFiling({ sponsor: { 'has-seal': false } })).toBe('fail')
  })
})

describe('a rule with a word nobody listed', () => {
  it('is our own mistake', () => {
    const rule = { ...ruleOf('national/a', {}), require: [{ fact: 'sponsor.name', word: 'or', takes: [] }] }
    expect(() => judged(rule, { 'sponsor.name': 'x' })).toThrow('or')
  })
})
