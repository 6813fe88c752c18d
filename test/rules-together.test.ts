// Many rules judged together on filing after filing say what each says alone, in whichever order the filings come.
import { describe, expect, it } from 'vitest'
import { valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import type { Filing } from '../src/model/filing.ts'
import { check } from '../src/rules/check.ts'
import { judge } from '../src/rules/judge.ts'
import type { Rule } from '../src/rules/rule.ts'
import { ruleOf, worldOf, type Parts } from './small-rules.ts'

type Small = Omit<Filing, 'icp'>

const broken: Parts['require'] = { 'filing.day': '1999-01-01' }

/** Conditions that many rules share, so that they are looked at once for all filings of a kind. */
const conditions: readonly NonNullable<Parts['when']>[] = [
  { 'sponsor.kind': 'enterprise' },
  { 'sponsor.kind': ['enterprise', 'law-firm'] },
  { 'sponsor.kind': { not: 'individual' } },
  { 'sponsor.kind': { not: 'law-firm' } },
  { 'sponsor.kind': 'enterprise', 'sponsor.name': '海风' },
  { 'sponsor.kind': 'enterprise', 'sponsor.name': { 'same-as': 'principal.name' } },
  { 'sponsor.kind': { given: true } },
  { 'sponsor.has-seal': true },
  { 'sponsor.has-seal': false },
  { 'sponsor.has-seal': { not: true } },
  { 'sponsor.has-seal': true, 'sponsor.kind': 'enterprise' },
  { 'sponsor.has-seal': true, 'sponsor.kind': 'law-firm' },
  { 'service.kind': 'app' },
  { 'service.kind': 'website' },
  { 'service.kind': 'website', 'sponsor.kind': 'enterprise' },
  { 'service.kind': 'website', 'service.name': '海风' },
  { 'service.kind': { not: 'app' }, 'sponsor.has-seal': true },
  { 'domain.open': true },
  { 'domain.open': false },
  { 'domain.open': true, 'service.kind': 'website' },
  { 'domain.open': true, 'sponsor.kind': 'individual' },
  { 'domain.open': { not: true }, 'domain.name': 'a.cn' },
  {},
]

const rules = [
  ...conditions.map((when, index) => ruleOf(`national/fails-${index}`, { when, require: broken })),
  ...conditions.map((when, index) => ruleOf(`national/needs-${index}`, { when, needs: `paper-${index}` })),
]

const sponsors: NonNullable<Small['sponsor']>[] = [
  {},
  { kind: 'enterprise' },
  { kind: 'enterprise', name: '海风', 'has-seal': true },
  { kind: 'enterprise', name: '听潮', 'has-seal': false },
  { kind: 'law-firm', 'has-seal': true },
  { kind: 'individual', name: '海风' },
]
const services: Small['services'][] = [
  undefined,
  [{ kind: 'app' }],
  [
    {
      kind: 'website',
      name: '海风',
      domains: [
        { name: 'a.cn', open: false },
        { name: 'b.cn', open: true },
      ],
    },
  ],
  [
    { kind: 'website', name: '听潮', domains: [{ name: 'a.cn' }] },
    { kind: 'app', domains: [{ open: true }] },
  ],
]
const filings: Small[] = sponsors.flatMap(sponsor =>
  services.map(each => ({ sponsor, principal: { name: '海风' }, ...(each ? { services: each } : {}) })),
)

/** Each rule looked at by itself on each thing it is about. */
function alone(filing: Small): string[] {
  const subjects = subjectsOf(worldOf(filing))
  return rules.flatMap(rule =>
    subjects[rule.scope].flatMap(subject => {
      const verdict = judge(rule, { fact: name => valueOf(name, subject), list: () => [] })
      return verdict.is === 'fail' || verdict.is === 'need' ? [`${rule.id} ${verdict.is}`] : []
    }),
  )
}

const together = (filing: Small, judged: readonly Rule[] = rules) =>
  check(worldOf(filing), judged).findings.flatMap(({ rule, verdict }) =>
    verdict.is === 'ask' ? [] : [`${rule} ${verdict.is}`],
  )

/** The rules each filing is asked more for. */
const waiting = (filing: Small) =>
  check(worldOf(filing), rules).questions.map(({ field, verdict }) => [field.join('.'), verdict.rules])

describe('rules judged together', () => {
  it.each(filings)('on %j', filing => {
    expect(together(filing)).toEqual(alone(filing))
  })

  it('once more, the last filing first', () => {
    const backwards = filings.toReversed()
    expect(backwards.map(filing => together(filing))).toEqual(backwards.map(alone))
  })

  it('wait for the same answers, whichever filing came before', () => {
    const first = filings.map(waiting)
    expect(filings.toReversed().map(waiting)).toEqual(first.toReversed())
    expect(waiting({ sponsor: {}, services: [{ kind: 'app' }] }).map(([field]) => field)).toContain('sponsor.kind')
  })

  it('are told in their own order', () => {
    expect(together({ sponsor: { kind: 'enterprise' } }, rules.toReversed())).toEqual(
      together({ sponsor: { kind: 'enterprise' } }).toReversed(),
    )
  })

  it('on more kinds of filings than are kept apart', () => {
    const names = ['x', 'y', 'z'].flatMap(one => ['x', 'y', 'z'].map(other => one + other))
    for (const kind of names) {
      const filing = { sponsor: { kind, 'has-seal': true } }
      expect(together(filing)).toEqual(alone(filing))
    }
  })
})
