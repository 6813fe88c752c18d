// Whose a paper is: by any name of the one it is asked of, or by nobody's where only one can be meant.
import { describe, expect, it } from 'vitest'
import type { Filing } from '../src/model/filing.ts'
import { check } from '../src/rules/check.ts'
import { ruleOf, worldOf, type Parts } from './small-rules.ts'

type Small = Omit<Filing, 'icp'>

const wang = { name: '王海', document: { type: 'id-card', number: '44030519900101123X' } }
const chen = { name: '陈港', document: { type: 'id-card', number: '440305198802290043' } }

/** Of whom the paper is still asked. */
const asked = (filing: Small, ...rules: Parts[]) =>
  check(
    worldOf(filing),
    rules.map((parts, index) => ruleOf(`national/r${index}`, parts)),
  ).findings.flatMap(({ verdict, about }) => (verdict.is === 'need' ? [about] : []))

const paper = (of?: string, file?: string) => ({
  is: 'paper',
  file: file ?? 'a.jpg',
  ...(of === undefined ? {} : { of }),
})
const none = { is: 'paper' }

describe('a paper of the whole filing', () => {
  const rule: Parts = { when: { 'sponsor.kind': 'enterprise' }, needs: ['paper', 'card'] }
  const filing = { sponsor: { kind: 'enterprise' } }

  it.each<[string, Small['materials'], (string | undefined)[]]>([
    ['not written', undefined, ['sponsor']],
    ['nothing written', [], ['sponsor']],
    ['written without its file', [none], ['sponsor']],
    ['another paper', [{ is: 'other', file: 'a.jpg' }], ['sponsor']],
    ['written', [paper()], []],
    ['the other of two that will do', [{ is: 'card', file: 'a.jpg' }], []],
    ['written for somebody', [paper('principal')], []],
  ])('%s', (_what, materials, expected) => {
    expect(asked({ ...filing, ...(materials ? { materials } : {}) }, rule)).toEqual(expected)
  })
})

describe('a paper of a person', () => {
  const rule: Parts = { when: { 'person.name': ['王海', '陈港'] }, needs: 'paper' }
  const filing: Small = {
    sponsor: { kind: 'enterprise' },
    principal: { ...wang, 'is-legal-representative': true },
    services: [{ lead: chen }],
  }

  it.each<[string, NonNullable<Small['materials']>, (string | undefined)[]]>([
    ['nobody’s', [], ['principal', 'services.0.lead']],
    ['without a name, it is of the first', [paper()], ['services.0.lead']],
    ['the principal’s', [paper('principal')], ['services.0.lead']],
    ['the principal’s as legal representative', [paper('legal-representative')], ['services.0.lead']],
    ['the lead’s', [paper('services.0.lead')], ['principal']],
    ['everybody’s', [paper('principal'), paper('services.0.lead')], []],
    ['somebody else’s', [paper('services.1.lead')], ['principal', 'services.0.lead']],
  ])('%s', (_what, materials, expected) => {
    expect(asked({ ...filing, materials }, rule)).toEqual(expected)
  })

  it('is of both where both are one, told by the document', () => {
    const same: Small = { principal: wang, services: [{ lead: { ...wang, mobile: '13800138000' } }] }
    expect(asked({ ...same, materials: [] }, rule)).toEqual(['principal'])
    expect(asked({ ...same, materials: [paper('services.0.lead')] }, rule)).toEqual([])
    expect(asked({ ...same, materials: [paper()] }, rule)).toEqual([])
  })
})

describe('a paper of a service', () => {
  const rule: Parts = { when: { 'service.kind': 'website' }, needs: 'paper' }
  const services: Small['services'] = [
    { kind: 'website', domains: [{ name: 'a.cn' }, { name: 'b.cn' }, {}], lead: chen },
    { kind: 'website', domains: [{ name: 'c.cn' }] },
  ]

  it.each<[string, string | undefined, string[]]>([
    ['by its place', 'services.0', ['services.1']],
    ['by its lead', 'services.0.lead', ['services.1']],
    ['by its first domain', 'a.cn', ['services.1']],
    ['by its second domain', 'b.cn', ['services.1']],
    ['by the domain of the other', 'c.cn', ['services.0']],
    ['by nothing', undefined, ['services.1']],
    ['by somebody', 'principal', ['services.0', 'services.1']],
  ])('is told %s', (_how, of, expected) => {
    expect(asked({ services, materials: [paper(of)] }, rule)).toEqual(expected)
  })

  it('is asked for where the service has no domain and no lead', () => {
    expect(asked({ services: [{ kind: 'website' }], materials: [paper('services.0')] }, rule)).toEqual([])
    expect(asked({ services: [{ kind: 'website' }], materials: [paper('x.cn')] }, rule)).toEqual(['services.0'])
  })
})

describe('a paper of a domain', () => {
  const rule: Parts = { when: { 'domain.open': true }, needs: 'paper' }
  const services: Small['services'] = [
    { domains: [{ name: 'a.cn', open: true }, { open: true }] },
    { domains: [{ name: 'c.cn', open: true }] },
  ]
  const unnamed = 'services.0.domains.1'

  it.each<[string | undefined, string[]]>([
    ['a.cn', [unnamed, 'c.cn']],
    ['services.0.domains.0', [unnamed, 'c.cn']],
    [unnamed, ['a.cn', 'c.cn']],
    ['services.0', ['c.cn']],
    ['services.1', ['a.cn', unnamed]],
    ['services.0.lead', ['a.cn', unnamed, 'c.cn']],
    [undefined, [unnamed, 'c.cn']],
  ])('of %s leaves %j', (of, expected) => {
    expect(asked({ services, materials: [paper(of)] }, rule)).toEqual(expected)
  })
})

describe('a paper of a pre-approval', () => {
  const rule: Parts = { when: { 'approval.type': ['news', 'finance'] }, needs: 'paper' }
  const services: Small['services'] = [{ 'pre-approvals': [{ type: 'news' }, { type: 'finance' }] }]

  it.each<[string, string[]]>([
    ['news', ['finance']],
    ['services.0.pre-approvals.1', ['news']],
    ['services.0', []],
  ])('of %s leaves %j', (of, expected) => {
    expect(asked({ services, materials: [paper(of)] }, rule)).toEqual(expected)
  })
})

describe('what is found of a paper', () => {
  const told = (...materials: NonNullable<Small['materials']>) =>
    check(worldOf({ materials }), [ruleOf('national/a', { require: { 'material.signed': true } })]).findings.map(
      ({ about, field }) => [about, field?.join('.')],
    )

  it('is about whom it is of, else about its place', () => {
    expect(told({ is: 'letter', of: 'principal', signed: false }, { is: 'letter', signed: false })).toEqual([
      ['principal', 'materials.0.signed'],
      ['materials.1', 'materials.1.signed'],
    ])
  })

  it('stands at the answer that is written, else at the first that would be', () => {
    const at = (filing: Small, fact: string, value: boolean | string) =>
      check(worldOf(filing), [ruleOf('national/a', { require: { [fact]: value } })]).findings.map(({ field }) =>
        field?.join('.'),
      )
    const lettered: Small = { sponsor: { record: { number: '粤ICP备99000001号' } } }
    expect(at(lettered, 'sponsor.record.number-problem', 'x')).toEqual(['sponsor.record.number'])
    expect(at({ principal: { born: '1990-01-01' } }, 'principal.age', 'x')).toEqual(['principal.born'])
    expect(at({}, 'filing.services', 'x')).toEqual(['sponsor.record'])
  })
})
