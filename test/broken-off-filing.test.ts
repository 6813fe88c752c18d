// Whatever answer is still missing, every fact can be asked for: it is told, or it is not known yet, but it never fails.
import { describe, expect, it } from 'vitest'
import { read } from '../src/facts/fact.ts'
import { factNames, valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import { traitsOf } from '../src/facts/traits.ts'
import type { Filing, Path } from '../src/model/filing.ts'
import { factOf, tables, today } from './small-world.ts'

const number = '粤ICP备99000001号'

/** What the examples do not say: a sponsor on record, an app, people who are somebody else, papers of everybody. */
const recorded: Filing = {
  icp: '1',
  provider: 'aliyun',
  province: 'guangdong',
  region: '440305',
  purpose: 'change',
  expects: 'change-sponsor',
  sponsor: {
    kind: 'enterprise',
    name: '深圳市海风软件有限公司',
    document: { type: 'business-licence', number: '91440300MA5FKT2C9R', address: '广东省深圳市', region: '440305' },
    'contact-address': '南山区科技园',
    record: {
      number,
      name: '深圳市海浪软件有限公司',
      kind: 'individual',
      document: { type: 'id-card', number: '44030519900101123X' },
      principal: { name: '王海', mobile: '13800138000' },
      sites: [{ provider: 'tencent' }],
    },
  },
  principal: { name: '王海', mobile: '13800138000', 'is-legal-representative': false },
  'legal-representative': { name: '陈港', document: { type: 'id-card', number: '440305198802290043' } },
  services: [
    {
      kind: 'app',
      name: '海风',
      'page-title': '海风首页',
      record: { number: `${number}-1A`, provider: ['aliyun', 'tencent'] },
      lead: { name: '林涛', mobile: '13700137000', email: 'lin@example.cn' },
      domains: [{ name: 'example.cn', holder: { name: '陈港' }, 'resolves-to': ['203.0.113.10'] }],
      access: [{ product: 'ecs', resource: 'i-1', code: 'a', ips: ['203.0.113.10', { ip: '203.0.113.11' }] }],
      app: { platforms: [{ name: '海风', os: 'android' }] },
      footer: { text: number },
    },
    { kind: 'website', name: '海风', lead: { 'same-as': 'legal-representative' }, domains: [{ name: 'a.example.cn' }] },
  ],
  materials: [
    { is: 'business-licence', reads: { name: '海风' } },
    { is: 'id-card-front', of: 'legal-representative', reads: { name: '陈港' } },
    { is: 'domain-certificate', of: 'example.cn', reads: { name: '陈港' } },
    { is: 'commitment-letter', 'signed-by': '林涛', 'template-for': 'organization' },
  ],
}

/** A person who files for themself, whose papers and addresses are all there. */
const individual: Filing = {
  icp: '1',
  provider: 'aliyun',
  province: 'guangdong',
  sponsor: {
    kind: 'individual',
    name: '王海',
    document: { type: 'id-card', number: '44030519900101123X', 'valid-from': '2016-01-01', 'valid-to': '2036-01-01' },
    record: 'none',
    remark: '地址已为最详细',
  },
  principal: { mobile: '13800138000', 'emergency-phone': '13900139000', email: 'wang@example.cn', born: '1990-01-01' },
  services: [
    {
      kind: 'website',
      name: '王海的笔记',
      remark: '介绍软件。不涉及新闻',
      'home-url': 'www.example.cn',
      'pre-approvals': [{ type: 'news', 'valid-to': '2030-01-01' }],
      domains: [
        {
          name: 'example.cn',
          expires: '2028-01-01',
          holder: { name: '王海', document: { type: 'id-card', number: '44030519900101123X' }, relation: 'sponsor' },
          'real-name': { verified: true, on: '2026-11-20' },
        },
      ],
      access: { product: 'ecs', resource: 'i-1', region: 'cn-hangzhou', expires: '2027-08-01', 'codes-used': 0 },
    },
  ],
  materials: [
    { is: 'residence-permit', of: 'sponsor', file: 'permit.jpg', reads: { name: '王海', number: '8300' } },
    { is: 'commitment-letter', 'signed-on': '2026-11-20', 'template-for': 'individual' },
  ],
}

/** Every place of the filing that an answer stands at, or a record of answers. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, below]) => placesIn(below, [...path, key]))]
}

function without(filing: Filing, path: Path): Filing {
  const left = structuredClone(filing)
  const parent = read(left, path.slice(0, -1))
  const key = path.at(-1)
  if (key === undefined || typeof parent !== 'object' || parent === null) return left
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else Reflect.deleteProperty(parent, key)
  return left
}

/** Asks for every fact of everything that the filing is about, and where its answers stand. */
function askAll(filing: Filing): number {
  const world = { filing, day: today, tables }
  const subjects = subjectsOf(world)
  let asked = 0
  for (const name of factNames()) {
    for (const subject of subjects[factOf(name).scope]) {
      valueOf(name, subject)
      factOf(name).fields(subject)
      asked += 1
    }
  }
  traitsOf(world)
  return asked
}

const filings = {
  'of an individual': individual,
  'of a sponsor on record': recorded,
}

describe.each(Object.entries(filings))('the filing %s', (_whose, filing) => {
  const parts = Object.entries(filing).map(([key, below]) => ({ key, paths: placesIn(below, [key]) }))

  it.each(parts)('can lack any answer below $key', ({ paths }) => {
    for (const path of paths) expect(askAll(without(filing, path))).toBeGreaterThan(100)
  })

  it.each(parts)('can be nothing but its $key', ({ key }) => {
    const bare: Filing = { icp: '1' }
    Reflect.set(bare, key, Reflect.get(filing, key))
    expect(askAll(bare)).toBeGreaterThan(100)
  })
})
