// What is told about a filing: every rule judged on everything it is about, nothing told twice, nothing told in vain.
import { describe, expect, it } from 'vitest'
import type { Filing, FilingMaterial, Service } from '../src/model/filing.ts'
import { check, type Judgement } from '../src/rules/check.ts'
import type { Finding } from '../src/rules/finding.ts'
import { ruleOf, worldOf, type Parts } from './small-rules.ts'

type Small = Omit<Filing, 'icp'>

const judge = (filing: Small, rules: Readonly<Record<string, Parts>>): Judgement =>
  check(
    worldOf(filing),
    Object.entries(rules).map(([id, parts]) => ruleOf(`national/${id}`, parts)),
  )

/** `rule about`: who is told what. */
const line = ({ rule, about }: Pick<Finding, 'rule' | 'about'>) => `${rule.split('/')[1]} ${about ?? '–'}`
const toldOf = (filing: Small, rules: Readonly<Record<string, Parts>>) => judge(filing, rules).findings.map(line)

const sentence = { zh: '请核对', en: 'Look at it' }
const guideOf = (severity: 'error' | 'warning' | 'info'): Parts => ({ severity })

const wang = { name: '王海', document: { type: 'id-card', number: '44030519900101123X' } }
const chen = { name: '陈云', document: { type: 'id-card', number: '440305198802290043' } }

describe('a rule is judged', () => {
  const services: Service[] = [
    {
      kind: 'website',
      name: '海风',
      domains: [
        { name: 'a.cn', open: true },
        { name: 'b.cn', open: false },
      ],
    },
    { kind: 'website', name: '山月', domains: [{ name: 'c.cn', open: true }] },
  ]

  it.each<[string, Parts, string[]]>([
    ['once for the filing', { require: { 'sponsor.kind': 'enterprise' } }, ['a sponsor']],
    ['once per service', { require: { 'service.name': { not: ['海风', '山月'] } } }, ['a services.0', 'a services.1']],
    ['on the service that breaks it only', { require: { 'service.name': '山月' } }, ['a services.0']],
    ['once per domain', { require: { 'domain.open': false } }, ['a a.cn', 'a c.cn']],
    [
      'once per domain where it speaks of its service too',
      { when: { 'service.name': '海风' }, require: { 'domain.open': false } },
      ['a a.cn'],
    ],
    [
      'once per service where it speaks of the sponsor too',
      { when: { 'sponsor.kind': 'individual' }, require: { 'service.kind': 'app' } },
      ['a services.0', 'a services.1'],
    ],
  ])('%s', (_how, parts, expected) => {
    expect(toldOf({ sponsor: { kind: 'individual' }, services }, { a: parts })).toEqual(expected)
  })

  it('once per person with a record of their own', () => {
    const filing = { principal: wang, services: [{ lead: chen }, { lead: { 'same-as': 'principal' } }] }
    const rules = { a: { require: { 'person.name': 'x' } } }
    expect(toldOf(filing, rules)).toEqual(['a principal', 'a services.0.lead'])
  })

  it('once per server, platform and pre-approval', () => {
    const service: Service = {
      kind: 'app',
      access: [{ product: 'ecs' }, { product: 'slb' }],
      app: { platforms: [{ os: 'ios' }] },
      'pre-approvals': [{ type: 'news' }],
    }
    const rules = {
      access: { require: { 'access.product': 'x' } },
      platform: { require: { 'platform.os': 'x' } },
      approval: { require: { 'approval.type': 'x' } },
    }
    expect(toldOf({ services: [service] }, rules)).toEqual([
      'access services.0.access.0',
      'access services.0.access.1',
      'platform services.0.app.platforms.0',
      'approval news',
    ])
  })

  it('on a website nobody has written yet, so that its questions are asked', () => {
    const { questions } = judge({}, { a: { require: { 'domain.open': false } } })
    expect(questions.map(({ field }) => field.join('.'))).toEqual(['services.0.domains.0.open'])
  })

  it('on no service where the sponsor cancels everything', () => {
    expect(judge({ purpose: 'cancel' }, { a: { require: { 'service.kind': 'app' } } }).findings).toEqual([])
  })
})

describe('a broken rule', () => {
  const rule = { a: { require: { 'sponsor.kind': 'individual', 'sponsor.name': '海风' } } }

  it('tells where the first broken answer stands, and every broken line', () => {
    const filing = { sponsor: { kind: 'enterprise', name: '山月' } }
    expect(judge(filing, rule).findings).toMatchObject([
      {
        severity: 'error',
        step: 'information',
        field: ['sponsor', 'kind'],
        verdict: { is: 'fail', broken: [{ fact: 'sponsor.kind' }, { fact: 'sponsor.name', got: '山月' }] },
      },
    ])
  })

  it('points at the answer a worked-out fact was read from', () => {
    const filing = { principal: { document: { number: chen.document.number } } }
    const [finding] = judge(filing, { a: { require: { 'principal.age': { 'at-most': 30 } } } }).findings
    expect(finding?.field).toEqual(['principal', 'document', 'number'])
  })

  it('points at the borrowed record of an individual', () => {
    const filing = { sponsor: { kind: 'individual', ...wang }, principal: { mobile: '13800138000' } }
    const [finding] = judge(filing, { a: { require: { 'principal.name': '陈云' } } }).findings
    expect(finding?.field).toEqual(['sponsor', 'name'])
  })
})

describe('an open answer', () => {
  const rules = {
    mild: { ...guideOf('info'), require: { 'sponsor.name': { 'length-at-least': 2 } } },
    strong: { ...guideOf('error'), require: { 'sponsor.name': { not: '测试' } } },
    weak: { ...guideOf('warning'), require: { 'sponsor.name': { not: '公司' } } },
  }

  it('is asked for once, by the strongest of the rules that wait for it', () => {
    expect(judge({}, rules).questions).toEqual([
      {
        rule: 'national/strong',
        severity: 'error',
        step: 'information',
        field: ['sponsor', 'name'],
        verdict: { is: 'ask', rules: ['national/mild', 'national/strong', 'national/weak'] },
      },
    ])
  })

  it('names the first of equally strong rules', () => {
    const two = { first: rules.weak, second: rules.weak }
    expect(judge({}, two).questions.map(({ rule }) => rule)).toEqual(['national/first'])
  })

  it('is a finding too', () => {
    const { findings, questions } = judge({}, rules)
    expect(findings).toEqual(questions)
  })

  it('names a rule once, however many services wait for it', () => {
    const rule = { when: { 'sponsor.kind': 'enterprise' }, require: { 'service.name': '海风' } }
    const { questions } = judge({ services: [{}, {}] }, { a: rule })
    expect(questions.map(({ field, verdict }) => [field.join('.'), verdict.rules])).toEqual([
      ['sponsor.kind', ['national/a']],
    ])
  })

  it('is asked per service where it is the service’s own', () => {
    const filing = { services: [{ name: '海风' }, {}, {}] }
    const { questions } = judge(filing, { a: { require: { 'service.name': '海风' } } })
    expect(questions.map(({ field }) => field.join('.'))).toEqual(['services.1.name', 'services.2.name'])
  })

  it('is not asked for while the rule may not apply', () => {
    const rule = {
      when: { 'sponsor.kind': 'individual' },
      require: { 'principal.student': false, 'principal.role': 'x' },
    }
    const asked = (filing: Small) => judge(filing, { a: rule }).questions.map(({ field }) => field.join('.'))
    expect(asked({})).toEqual(['sponsor.kind'])
    expect(asked({ sponsor: { kind: 'enterprise' } })).toEqual([])
    expect(asked({ sponsor: { kind: 'individual' } })).toEqual(['principal.role'])
  })

  it('of a fact made of several answers is asked for as far as it is missing', () => {
    const rule = { a: { require: { 'sponsor.document.problem': 'none' } } }
    const filing = { sponsor: { document: { type: 'business-licence' } } }
    const asked = (given: Small) => judge(given, rule).questions.map(({ field }) => field.join('.'))
    expect(asked({})).toEqual(['sponsor.document.number', 'sponsor.document.type'])
    expect(asked(filing)).toEqual(['sponsor.document.number'])
  })

  it('leads where the person’s record leads', () => {
    const filing = { principal: {}, services: [{ lead: { 'same-as': 'principal' } }] }
    const { questions } = judge(filing, { a: { require: { 'lead.mobile': { not: '1' } } } })
    expect(questions.map(({ field }) => field.join('.'))).toEqual(['principal.mobile'])
  })
})

const scan = (is: string, of?: string): FilingMaterial => ({ is, file: 'a.jpg', ...(of === undefined ? {} : { of }) })

describe('a paper', () => {
  const ofSponsor: Parts = { when: { 'sponsor.kind': 'enterprise' }, needs: 'business-licence' }
  const ofPerson: Parts = { when: { 'person.name': { not: 'x' } }, needs: ['id-card-front', 'passport'] }
  const ofLead: Parts = { when: { 'person.is': 'lead' }, needs: 'lead-authorization' }
  const ofDomain: Parts = { when: { 'domain.name': { not: 'x' } }, needs: 'domain-certificate' }
  const ofService: Parts = { when: { 'service.kind': 'app' }, needs: 'app-icon' }

  const company = { sponsor: { kind: 'enterprise' } }
  const twoPeople = { principal: wang, services: [{ lead: chen }] }
  const onePerson = { principal: wang, services: [{ lead: { 'same-as': 'principal' } }] }
  const onePersonTwice = { principal: wang, services: [{ lead: wang }] }
  const oneDomain = { services: [{ domains: [{ name: 'a.cn' }] }] }
  const twoDomains = { services: [{ domains: [{ name: 'a.cn' }, { name: 'b.cn' }] }] }
  const twoApps = { services: [{ kind: 'app' }, { kind: 'app' }] }

  it.each<[string, Small, Parts, FilingMaterial[], string[]]>([
    ['is missing', company, ofSponsor, [], ['a sponsor']],
    ['is there', company, ofSponsor, [scan('business-licence')], []],
    ['is there for the sponsor by name', company, ofSponsor, [scan('business-licence', 'sponsor')], []],
    ['is named but has no file', company, ofSponsor, [{ is: 'business-licence' }], ['a sponsor']],
    ['is another one', company, ofSponsor, [scan('sponsor-certificate')], ['a sponsor']],
    ['is the other of two that will do', { principal: wang }, ofPerson, [scan('passport', 'principal')], []],
    [
      'is written for one of two people',
      twoPeople,
      ofPerson,
      [scan('id-card-front', 'principal')],
      ['a services.0.lead'],
    ],
    [
      'is written for both people',
      twoPeople,
      ofPerson,
      [scan('id-card-front', 'principal'), scan('passport', 'services.0.lead')],
      [],
    ],
    ['without a name is the first person’s', twoPeople, ofPerson, [scan('id-card-front')], ['a services.0.lead']],
    ['without a name is the only one’s', onePerson, ofPerson, [scan('id-card-front')], []],
    ['without a name is the only lead’s, as no other needs it', twoPeople, ofLead, [scan('lead-authorization')], []],
    [
      'of somebody else does not count',
      twoPeople,
      ofLead,
      [scan('lead-authorization', 'principal')],
      ['a services.0.lead'],
    ],
    [
      'of the lead is the principal’s, who is the lead',
      onePerson,
      ofPerson,
      [scan('id-card-front', 'services.0.lead')],
      [],
    ],
    ['of one role serves both where the numbers agree', onePersonTwice, ofPerson, [scan('passport', 'principal')], []],
    [
      'of the other role serves both where the numbers agree',
      onePersonTwice,
      ofPerson,
      [scan('passport', 'services.0.lead')],
      [],
    ],
    ['without a name serves both roles of one person', onePersonTwice, ofPerson, [scan('passport')], []],
    ['is missing for one person in two roles, and told once', onePersonTwice, ofPerson, [], ['a principal']],
    ['of a domain goes by its name', twoDomains, ofDomain, [scan('domain-certificate', 'b.cn')], ['a a.cn']],
    [
      'of a domain goes by its place',
      twoDomains,
      ofDomain,
      [scan('domain-certificate', 'services.0.domains.0')],
      ['a b.cn'],
    ],
    ['without a name is the only domain’s', oneDomain, ofDomain, [scan('domain-certificate')], []],
    ['without a name is the first domain’s', twoDomains, ofDomain, [scan('domain-certificate')], ['a b.cn']],
    ['of the service serves its domains', twoDomains, ofDomain, [scan('domain-certificate', 'services.0')], []],
    ['of a service goes by its place', twoApps, ofService, [scan('app-icon', 'services.1')], ['a services.0']],
    [
      'of a service may name its lead',
      { services: [{ kind: 'app', lead: chen }] },
      ofService,
      [scan('app-icon', 'services.0.lead')],
      [],
    ],
  ])('%s', (_what, filing, rule, materials, expected) => {
    expect(toldOf({ ...filing, materials }, { a: rule })).toEqual(expected)
  })

  it('is missed', () => {
    expect(judge(company, { a: ofSponsor }).findings).toEqual([
      {
        rule: 'national/a',
        severity: 'error',
        step: 'papers',
        about: 'sponsor',
        verdict: { is: 'need', materials: ['business-licence'] },
      },
    ])
  })

  it('is missed in the list of materials, where there is one', () => {
    const { findings } = judge({ ...company, materials: [] }, { a: ofSponsor })
    expect(findings.map(({ field }) => field)).toEqual([['materials']])
  })

  it('called for by several rules is told once, by the strongest', () => {
    const rules = {
      weak: { ...ofSponsor, ...guideOf('warning') },
      strong: { ...ofSponsor, ...guideOf('error') },
      equal: { ...ofSponsor, ...guideOf('error') },
    }
    expect(toldOf(company, rules)).toEqual(['strong sponsor'])
  })

  it('is told per domain, and apart from another choice of papers', () => {
    const rules = {
      one: ofDomain,
      other: { ...ofDomain, needs: ['domain-certificate', 'domain-real-name-screenshot'] },
    }
    expect(toldOf(twoDomains, rules)).toEqual(['one a.cn', 'one b.cn', 'other a.cn', 'other b.cn'])
  })
})

describe('what a person must look at', () => {
  const rules = { footer: { when: { 'service.kind': 'website' }, confirm: sentence } }
  const services = [{ kind: 'website' }, { kind: 'website' }]
  const on = '2026-11-24'

  it('is told per service as an info', () => {
    const { findings } = judge({ services }, rules)
    expect(findings.map(line)).toEqual(['footer services.0', 'footer services.1'])
    expect(findings[0]).toMatchObject({
      severity: 'info',
      verdict: { is: 'confirm', text: sentence },
    })
  })

  it.each<[string, NonNullable<Filing['confirmed']>, string[]]>([
    ['is settled for all by a tick without a name', [{ rule: 'national/footer', on }], []],
    [
      'is settled for one service by a tick that names it',
      [{ rule: 'national/footer', of: 'services.1', on }],
      ['footer services.0'],
    ],
    [
      'is not settled by a tick for another rule',
      [{ rule: 'national/header', on }],
      ['footer services.0', 'footer services.1'],
    ],
  ])('%s', (_what, confirmed, expected) => {
    expect(toldOf({ services, confirmed }, rules)).toEqual(expected)
  })

  it.each(['a.cn', 'services.0.domains.0'])('of a domain is settled under %s', of => {
    const filing = { services: [{ domains: [{ name: 'a.cn' }] }], confirmed: [{ rule: 'national/a', of, on }] }
    expect(toldOf(filing, { a: { when: { 'domain.name': { not: 'x' } }, confirm: sentence } })).toEqual([])
  })
})

describe('a note', () => {
  it('stands beside the findings, with what it is about', () => {
    const rules = { all: { note: sentence }, app: { when: { 'service.kind': 'app' }, note: sentence } }
    const { findings, notes } = judge({ services: [{ kind: 'app' }] }, rules)
    expect(findings).toEqual([])
    expect(notes.map(({ rule, step, text, about }) => ({ rule, step, text, about }))).toEqual([
      { rule: 'national/all', step: 'information', text: sentence },
      { rule: 'national/app', step: 'information', text: sentence, about: 'services.0' },
    ])
  })

  it('waits for the answer that decides it like any rule', () => {
    const { notes, questions } = judge({ services: [{}] }, { a: { when: { 'service.kind': 'app' }, note: sentence } })
    expect(notes).toEqual([])
    expect(questions.map(({ field, severity }) => [field.join('.'), severity])).toEqual([['services.0.kind', 'info']])
  })
})

describe('the judgement', () => {
  it('tells the filing type beside the findings', () => {
    expect(judge({ sponsor: { record: 'none' } }, {}).type).toEqual({ type: 'first', conflict: 'none' })
  })
})
