// A finding is the same one tomorrow: wherever what it is about has moved to, and however many others there are.
import { describe, expect, it } from 'vitest'
import type { Filing, Path } from '../src/model/filing.ts'
import { keyed } from '../src/rules/finding-key.ts'
import type { Finding } from '../src/rules/finding.ts'

type Small = Omit<Filing, 'icp'>

const broken = (fact: string): Finding['verdict'] => ({
  is: 'fail',
  broken: [{ fact, word: 'equals', takes: true, got: false, because: [] }],
})

const findingOf = (parts: Partial<Finding>): Finding => ({
  rule: 'national/a',
  severity: 'error',
  step: 'information',
  verdict: broken('service.name'),
  ...parts,
})

const keysOf = (filing: Small, ...findings: Partial<Finding>[]) => [
  ...keyed(findings.map(findingOf), { icp: '1', ...filing }).keys(),
]
const keyOf = (filing: Small, parts: Partial<Finding>) => keysOf(filing, parts)[0]

const website = (name: string) => ({ name, domains: [{ name: `${name}.cn` }] })

describe('a finding keeps its key', () => {
  const moved: [what: string, before: Small, about: string, after: Small, then: string][] = [
    [
      'where another service stands in front of its own',
      { services: [website('a')] },
      'services.0',
      { services: [website('b'), website('a')] },
      'services.1',
    ],
    [
      'where the service without a domain is told by its name',
      { services: [{ name: 'a' }] },
      'services.0',
      { services: [{ name: 'b' }, { name: 'a' }] },
      'services.1',
    ],
    [
      'where an app is told by its package',
      { services: [{ name: '海风', app: { platforms: [{ package: 'cn.a' }] } }] },
      'services.0',
      { services: [website('b'), { name: '海风二', app: { platforms: [{ package: 'cn.a' }] } }] },
      'services.1',
    ],
    [
      'where a domain has moved',
      { services: [{ domains: [{ name: 'a.cn' }, { name: 'b.cn' }] }] },
      'services.0.domains.0',
      { services: [{ domains: [{ name: 'a.cn' }, { name: 'c.cn' }, { name: 'b.cn' }] }] },
      'services.0.domains.0',
    ],
    [
      'where a resource has moved',
      { services: [{ ...website('a'), access: [{ resource: 'i-1' }, { resource: 'i-2' }] }] },
      'services.0.access.1',
      { services: [{ ...website('a'), access: [{ resource: 'i-2' }] }] },
      'services.0.access.0',
    ],
    [
      'where a platform has moved',
      { services: [{ ...website('a'), app: { platforms: [{ os: 'android' }, { os: 'ios' }] } }] },
      'services.0.app.platforms.1',
      { services: [{ ...website('a'), app: { platforms: [{ os: 'ios' }] } }] },
      'services.0.app.platforms.0',
    ],
    [
      'where a pre-approval has moved',
      { services: [{ ...website('a'), 'pre-approvals': [{ type: 'news' }, { type: 'finance' }] }] },
      'services.0.pre-approvals.1',
      { services: [{ ...website('a'), 'pre-approvals': [{ type: 'finance' }] }] },
      'services.0.pre-approvals.0',
    ],
  ]

  it('where a paper has moved', () => {
    const passport = { is: 'passport', of: 'principal' }
    const at = (index: number): Partial<Finding> => ({ about: 'principal', field: ['materials', index, 'file'] })
    const before = keyOf({ materials: [passport] }, at(0))
    expect(before).toBe('["national/a","principal","materials.[passport of principal]"]')
    expect(keyOf({ materials: [{ is: 'letter' }, passport] }, at(1))).toBe(before)
    expect(keyOf({ materials: [{ is: 'letter' }, passport] }, at(0))).toBe(
      '["national/a","principal","materials.[letter]"]',
    )
  })

  it.each(moved)('%s', (_what, before, about, after, then) => {
    expect(keyOf(before, { about })).toBe(keyOf(after, { about: then }))
    expect(keyOf(before, { verdict: { is: 'ask', rules: [] }, field: pathOf(about) })).toBe(
      keyOf(after, { verdict: { is: 'ask', rules: [] }, field: pathOf(then) }),
    )
  })

  const services: Small = { services: [website('a')] }

  it.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['whatever was measured of a scan', badScan('blurred', '0.08'), badScan('blurred', '0.09')],
    [
      'whichever answer it was read from',
      { about: 'sponsor', field: ['sponsor', 'name'] },
      { about: 'sponsor', field: ['sponsor', 'kind'] },
    ],
    ['whichever rule asks', { rule: 'x/a', ...asks('sponsor.name') }, { rule: 'x/b', ...asks('sponsor.name') }],
    [
      'with every other filing that shares it',
      { about: 'sponsor', verdict: broken('shared.filings'), field: ['sponsor', 'name'] },
      { about: 'services.0', verdict: broken('shared.filings'), field: ['sponsor', 'name'] },
    ],
  ])('%s', (_what, one, other) => {
    expect(keyOf(services, one)).toBe(keyOf(services, other))
  })
})

function pathOf(about: string): Path {
  return about.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key))
}

function asks(field: string): Partial<Finding> {
  return { verdict: { is: 'ask', rules: ['national/a'] }, field: pathOf(field) }
}

function badScan(code: 'blurred' | 'cut', got: string): Partial<Finding> {
  return {
    about: 'sponsor',
    verdict: { is: 'bad-scan', material: 'licence', problem: { code, got, want: '' }, broken: [] },
  }
}

describe('two findings have two keys', () => {
  const filing: Small = {
    services: [website('a'), website('b'), { ...website('a'), name: 'c' }, {}, {}],
    materials: [
      { is: 'passport', of: 'principal' },
      { is: 'id-card-front', of: 'principal' },
      { is: 'passport', of: 'services.0.lead' },
      { is: 'passport', of: 'principal' },
    ],
  }
  const paper = (index: number, key = 'file'): Partial<Finding> => ({
    about: 'principal',
    field: ['materials', index, key],
  })

  it.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['of two rules', { rule: 'x/a' }, { rule: 'x/b' }],
    ['about two services', { about: 'services.0' }, { about: 'services.1' }],
    ['about two services of one domain', { about: 'services.0' }, { about: 'services.2' }],
    ['about two services that nothing is said of', { about: 'services.3' }, { about: 'services.4' }],
    ['about somebody and about nobody', { about: 'sponsor' }, {}],
    ['where two answers are missing', asks('sponsor.name'), asks('sponsor.kind')],
    ['where an answer is missing and where it is wrong', asks('sponsor.name'), { field: ['sponsor', 'name'] }],
    ['where a scan is blurred and where it is cut', badScan('blurred', ''), badScan('cut', '')],
    ['about two papers of one person', paper(0), paper(1)],
    ['about one paper of two people', paper(0), paper(2)],
    ['about one paper written twice', paper(0), paper(3)],
    [
      'about two things that filings share',
      { verdict: broken('shared.filings'), field: ['sponsor', 'name'] },
      { verdict: broken('shared.filings'), field: ['sponsor', 'kind'] },
    ],
  ])('%s', (_what, one, other) => {
    expect(new Set(keysOf(filing, one, other)).size).toBe(2)
    expect(keyOf(filing, one)).not.toBe(keyOf(filing, other))
  })

  it('unless they are told of one answer of one paper', () => {
    expect(keyOf(filing, paper(0, 'file'))).toBe(keyOf(filing, paper(0, 'signed')))
  })

  it('which are counted where they would be the same', () => {
    const keys = keysOf(filing, { about: 'sponsor' }, { about: 'sponsor' }, { about: 'sponsor' })
    expect(keys.map(key => key.replace(keys[0] ?? '', ''))).toEqual(['', ' 2', ' 3'])
  })

  it('and in which nothing stands that is told by its name', () => {
    expect(
      keysOf(filing, { about: 'services.1' }, { about: 'services.3' }, { about: 'services.2.domains.0.name' }),
    ).toEqual([
      '["national/a","services.[b.cn]"]',
      '["national/a","services.3"]',
      '["national/a","services.[a.cn]#2.domains.[a.cn].name"]',
    ])
  })

  it('and paths that lead nowhere stay as they are', () => {
    expect(keysOf({}, { about: 'services.0.domains.1' }, { about: 'legal-representative' })).toEqual([
      '["national/a","services.0.domains.1"]',
      '["national/a","legal-representative"]',
    ])
  })
})
