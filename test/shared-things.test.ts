// Things that stand in several filings: counted, judged once, and told in each filing with its neighbours.
import { describe, expect, it } from 'vitest'
import type { Trait, Traits } from '../src/facts/traits.ts'
import { Fleet } from '../src/rules/fleet.ts'
import type { Rule } from '../src/rules/rule.ts'
import { ruleOf } from './small-rules.ts'

const trait = (key: string, more: Partial<Trait> = {}): Trait => ({
  is: 'server',
  key,
  field: ['services', 0, 'access', 'resource'],
  ...more,
})

/** A filing of the company with these things. */
const filed = (company: string, ...traits: Trait[]): Traits => ({
  filer: { key: company, isOrganization: true, ties: [] },
  site: 'china',
  traits,
})

function judged(rule: Rule, ...filings: Traits[]) {
  const fleet = new Fleet(text => text)
  for (const [position, traits] of filings.entries()) fleet.add(position, traits)
  return fleet.judge([rule], () => [])
}

const asks = (fact: string, most: number): Rule => ruleOf('fleet/a', { require: { [fact]: { 'at-most': most } } })
const once = asks('shared.filings', 1)

/** What a rule that is always broken found of the fact: `filing: value`. */
const valuesOf = (fact: string, ...filings: Traits[]) =>
  judged(asks(fact, -99), ...filings).map(({ filing, finding: { verdict } }) =>
    verdict.is === 'fail' ? `${filing}: ${String(verdict.broken[0]?.got)}` : '',
  )

describe('a shared thing', () => {
  it('is told in each filing, in their order, whichever was read first', () => {
    const fleet = new Fleet(text => text)
    for (const position of [2, 0, 1]) fleet.add(position, filed(`c${position}`, trait('i-1')))
    expect(fleet.judge([once], () => []).map(({ filing }) => filing)).toEqual([0, 1, 2])
  })

  it('is told before those that stand in later filings only', () => {
    const fleet = new Fleet(text => text)
    fleet.add(1, filed('b', trait('late'), trait('early')))
    fleet.add(2, filed('c', trait('late')))
    fleet.add(0, filed('a', trait('early', { field: ['first'] })))
    expect(fleet.judge([once], () => []).map(({ filing, finding }) => `${filing} ${finding.field?.join('.')}`)).toEqual(
      ['0 first', '1 services.0.access.resource', '1 services.0.access.resource', '2 services.0.access.resource'],
    )
  })

  it('is none where it stands twice in one filing, or once in one', () => {
    expect(judged(once, filed('a', trait('i-1'), trait('i-1')), filed('b', trait('i-2')))).toEqual([])
  })

  it('is told where it first stands in a filing, with numbers as numbers', () => {
    const field = (service: number) => ['services', service, 'access', 10, 'resource']
    const twice = filed('a', trait('i-1', { field: field(12) }), trait('i-1', { field: field(13) }))
    const [first] = judged(once, twice, filed('b', trait('i-1')))
    expect(first?.finding.field).toEqual(['services', 12, 'access', 10, 'resource'])
    expect(first?.finding.verdict).toMatchObject({
      is: 'fail',
      broken: [{ fact: 'shared.filings', got: 2, field: ['services', 12, 'access', 10, 'resource'] }],
    })
  })

  it.each([
    [2, [1], 1],
    [3, [1, 2], 2],
    [4, [1, 2, 3], 3],
    [5, [1, 2, 3], 4],
    [9, [1, 2, 3], 8],
  ])('of %i filings names %j beside the first, and counts %i', (count, first, others) => {
    const found = judged(once, ...Array.from({ length: count }, (_, index) => filed(`c${index}`, trait('i-1'))))
    expect(found[0]?.others).toEqual({ first, count: others })
    expect(found.at(-1)?.others.first).toEqual(Array.from({ length: Math.min(count - 1, 3) }, (_, index) => index))
    expect(found[1]?.others.first).toEqual([0, ...first.slice(1)])
  })

  it('may be something that a person confirms, and then says no more', () => {
    const text = { zh: '请核对', en: 'Look at it' }
    const rule = ruleOf('fleet/a', { when: { 'shared.is': 'server' }, confirm: text })
    const found = judged(rule, filed('a', trait('i-1')), filed('b', trait('i-1')))
    expect(found.map(({ finding }) => finding.verdict)).toMatchObject([
      { is: 'confirm', text },
      { is: 'confirm', text },
    ])
  })

  it('is judged by the rules about shared things only', () => {
    const other = ruleOf('fleet/a', { require: { 'sponsor.kind': 'x' } })
    const note = ruleOf('fleet/a', { when: { 'shared.is': 'server' }, note: { zh: '注', en: 'Note' } })
    const both = [filed('a', trait('i-1')), filed('b', trait('i-1'))]
    expect(judged(other, ...both)).toEqual([])
    expect(judged(ruleOf('fleet/a', { confirm: { zh: '看', en: 'Look' } }), ...both)).toEqual([])
    expect(judged(note, ...both)).toEqual([])
    expect(judged(asks('shared.filings', 2), ...both)).toEqual([])
  })

  it.each(['sponsor', 'mobile', 'lead', 'domain', 'server', 'code'] as const)('is known for a %s', is => {
    const [found] = judged(
      ruleOf('fleet/a', { require: { 'shared.is': 'x' } }),
      filed('a', trait('k', { is })),
      filed('b', trait('k', { is })),
    )
    expect(found?.finding.verdict).toMatchObject({ broken: [{ got: is }] })
  })
})

describe('of a shared thing is counted', () => {
  const server = (more: Partial<NonNullable<Trait['use']>>) => trait('i-1', { use: { hasCode: false, ...more } })

  it('every filing, service and sponsor', () => {
    const filings = [filed('a', trait('i-1'), trait('i-1')), filed('a', trait('i-1')), filed('b', trait('i-1'))]
    expect(valuesOf('shared.filings', ...filings)[0]).toBe('0: 3')
    expect(valuesOf('shared.services', ...filings)[0]).toBe('0: 4')
    expect(valuesOf('shared.sponsors', ...filings)[0]).toBe('0: 2')
    expect(valuesOf('shared.unrelated-organizations', ...filings)[0]).toBe('0: 2')
  })

  it('every account that uses it without a code', () => {
    const here = filed('a', server({}))
    const abroad = { ...here, site: 'international' }
    expect(valuesOf('shared.accounts', here, here)[0]).toBe('0: 1')
    expect(valuesOf('shared.accounts', here, abroad)[0]).toBe('0: 2')
    expect(valuesOf('shared.accounts', here, filed('b', server({ hasCode: true })))[0]).toBe('0: 1')
    expect(valuesOf('shared.accounts', here, filed('b', trait('i-1')))[0]).toBe('0: 1')
    expect(valuesOf('shared.accounts', filed('a', trait('i-1')), filed('b', trait('i-1')))[0]).toBe('0: 0')
  })

  it('what is left of its codes, by the lowest count, for all that need one', () => {
    expect(valuesOf('shared.codes-left', filed('a', server({ codes: 5 })), filed('a', server({ codes: 3 })))[0]).toBe(
      '0: 1',
    )
    expect(valuesOf('shared.codes-left', filed('a', server({ codes: 3 })), filed('a', server({})))[0]).toBe('0: 1')
    expect(
      valuesOf('shared.codes-left', filed('a', server({ codes: 3 })), filed('a', server({ hasCode: true })))[0],
    ).toBe('0: 2')
    expect(valuesOf('shared.codes-left', filed('a', server({})), filed('a', server({})))).toEqual([])
  })
})
