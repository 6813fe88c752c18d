// Who has to act on a finding: by the paper, by the answer, by whom it is about.
import { describe, expect, it } from 'vitest'
import { actorNames, actorOf, namesOfActor } from '../src/bundle/actor.ts'
import type { Filing } from '../src/model/filing.ts'
import type { Finding, Told } from '../src/rules/finding.ts'

const filing: Filing = {
  icp: '1',
  sponsor: { kind: 'enterprise', name: '深圳市海风软件有限公司' },
  principal: { name: '王海', 'is-legal-representative': false },
  'legal-representative': { name: '林小雨' },
  services: [
    {
      kind: 'website',
      lead: { name: '陈雨' },
      domains: [
        { name: 'example.cn', registrar: '示例注册商' },
        { name: 'example.com', registrar: '示例注册商' },
      ],
    },
    { kind: 'website', lead: { 'same-as': 'principal' } },
    { kind: 'website', lead: { 'same-as': 'legal-representative' } },
  ],
  materials: [
    { is: 'id-card-front', of: 'services.0.lead', file: 'a.jpg' },
    { is: 'domain-certificate', of: 'example.cn', file: 'b.jpg' },
    { is: 'commitment-letter', file: 'c.jpg' },
  ],
}

const finding = (verdict: Told, more: Partial<Finding> = {}): Finding => ({
  rule: 'national/x',
  severity: 'error',
  step: 'information',
  verdict,
  ...more,
})
const need = (...materials: string[]): Told => ({ is: 'need', materials })
const fail: Told = { is: 'fail', broken: [] }
const ask: Told = { is: 'ask', rules: [] }
const badScan = {
  is: 'bad-scan',
  material: 'id-card-front',
  problem: { code: 'empty', got: '', want: '' },
} as const satisfies Told
const confirm: Told = { is: 'confirm', text: { zh: '', en: '' } }

describe('who has to act', () => {
  it.each<[string, Finding, string]>([
    ['a licence is missing', finding(need('business-licence'), { about: 'sponsor' }), 'sponsor'],
    ['an ID card is missing', finding(need('id-card-front'), { about: 'principal' }), 'principal'],
    ['an ID card of a lead is missing', finding(need('id-card-front'), { about: 'services.0.lead' }), 'lead'],
    ['that lead is the principal', finding(need('id-card-front'), { about: 'services.1.lead' }), 'principal'],
    [
      'that lead is the legal representative',
      finding(need('id-card-front'), { about: 'services.2.lead' }),
      'legal-representative',
    ],
    ['a domain certificate is missing', finding(need('domain-certificate'), { about: 'example.cn' }), 'registrar'],
    [
      'the authorization of a lead is missing',
      finding(need('lead-authorization'), { about: 'services.0.lead' }),
      'sponsor',
    ],
    ['a mobile number is wrong', finding(fail, { field: ['principal', 'mobile'] }), 'principal'],
    [
      'a paper of the legal representative is missing',
      finding(need('passport'), { about: 'legal-representative' }),
      'legal-representative',
    ],
    ['a paper of the sponsor is unsigned', finding(fail, { field: ['materials', 2, 'signed'] }), 'sponsor'],
    [
      'a paper that is not written is wrong',
      finding(fail, { field: ['materials', 9, 'file'], about: 'principal' }),
      'principal',
    ],
    [
      'a paper is not written',
      finding(need('id-card-front'), { about: 'principal', field: ['materials'] }),
      'principal',
    ],
    [
      'no paper is written, and it is about a domain',
      finding(fail, { about: 'example.cn', field: ['materials'] }),
      'registrar',
    ],
    ['a domain without a name is about to expire', finding(ask, { about: 'services.0.domains.7' }), 'registrar'],
    ['a server is about to expire', finding(ask, { about: 'services.0.access' }), 'account'],
    ['something of another domain is wrong', finding(ask, { about: 'nobody.cn' }), 'sponsor'],
    ['something of a service that is not written is wrong', finding(ask, { about: 'services.9.lead' }), 'lead'],
    ['a list that is no list of services', finding(ask, { about: 'materials.0.lead' }), 'sponsor'],
    ['a lead’s number is wrong', finding(fail, { field: ['services', 0, 'lead', 'mobile'] }), 'lead'],
    [
      'a domain is held by another',
      finding(fail, { field: ['services', 0, 'domains', 0, 'holder', 'name'] }),
      'registrar',
    ],
    [
      'a domain stands under another sponsor',
      finding(fail, { field: ['services', 0, 'domains', 0, 'filed-under'] }),
      'sponsor',
    ],
    ['a server is rented by the hour', finding(fail, { field: ['services', 0, 'access', 'billing'] }), 'account'],
    ['the account is of another site', finding(fail, { field: ['account', 'site'] }), 'account'],
    ['the sponsor’s name is wrong', finding(fail, { field: ['sponsor', 'name'] }), 'sponsor'],
    ['a service’s name is banned', finding(fail, { field: ['services', 0, 'name'] }), 'sponsor'],
    ['a scan of a lead’s card is bad', finding(fail, { field: ['materials', 0, 'file'] }), 'lead'],
    ['a scan of a certificate is bad', finding(fail, { field: ['materials', 1, 'file'] }), 'registrar'],
    ['a letter is too old', finding(fail, { field: ['materials', 2, 'signed-on'] }), 'sponsor'],
    ['an answer of the principal is open', finding(ask, { field: ['principal', 'mobile'] }), 'principal'],
    ['the face is verified', finding(confirm, { step: 'face', about: 'services.0' }), 'lead'],
    [
      'the face of a lead who is the principal is verified',
      finding(confirm, { step: 'face', about: 'services.1' }),
      'principal',
    ],
    ['a face is verified, nobody says of which service', finding(confirm, { step: 'face' }), 'lead'],
    ['a contract of the server is missing', finding(need('access-contract'), { about: 'services.0' }), 'account'],
    [
      'a scan of a contract is bad',
      finding({ ...badScan, material: 'access-contract' }, { about: 'services.0' }),
      'account',
    ],
    ['a scan of the principal’s card is bad', finding(badScan, { about: 'principal' }), 'principal'],
    [
      'the legal representative’s name is wrong',
      finding(fail, { field: ['legal-representative', 'name'] }),
      'legal-representative',
    ],
    [
      'the sponsor’s name is not the principal’s',
      finding(fail, { field: ['sponsor', 'name'], about: 'principal' }),
      'sponsor',
    ],
    ['the server is looked at', finding(confirm, { step: 'product', about: 'services.0' }), 'account'],
    ['a domain is looked at', finding(confirm, { about: 'example.cn' }), 'registrar'],
  ])('where %s', (_what, each, expected) => {
    expect(actorOf(each, { filing })).toBe(expected)
  })

  it('is named, each once', () => {
    expect(namesOfActor('principal', { filing })).toEqual(['王海'])
    expect(namesOfActor('lead', { filing })).toEqual(['陈雨'])
    expect(namesOfActor('registrar', { filing })).toEqual(['示例注册商'])
    expect(namesOfActor('account', { filing })).toEqual([])
    expect(namesOfActor('legal-representative', { filing })).toEqual(['林小雨'])
  })
})

describe('while little is written', () => {
  const nothing: Filing = { icp: '1' }

  it.each<[string, Omit<Filing, 'icp'>, Finding, string]>([
    ['a lead of nobody’s', {}, finding(ask, { about: 'services.0.lead' }), 'lead'],
    ['a service without a lead', { services: [{}] }, finding(ask, { about: 'services.0.lead' }), 'lead'],
    [
      'a lead who is a legal representative not named yet',
      { principal: {}, services: [{ lead: { 'same-as': 'legal-representative' } }] },
      finding(ask, { about: 'services.0.lead' }),
      'lead',
    ],
    ['a domain that no service has', {}, finding(ask, { about: 'example.cn' }), 'sponsor'],
    [
      'a paper that is not written',
      {},
      finding(fail, { field: ['materials', 0, 'file'], about: 'principal' }),
      'principal',
    ],
  ])('%s is not taken for another’s', (_what, given, each, expected) => {
    expect(actorOf(each, { filing: { ...nothing, ...given } })).toBe(expected)
  })

  it('nobody is named', () => {
    for (const actor of actorNames) expect(namesOfActor(actor, { filing: nothing })).toEqual([])
    expect(namesOfActor('registrar', { filing: { ...nothing, services: [{}, { domains: [{}] }] } })).toEqual([])
  })
})
