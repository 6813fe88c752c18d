// Facts where an answer stands right at a border, or where its neighbour is still missing.
import { describe, expect, it } from 'vitest'
import { packPlaces, placesFrom } from '../src/disk/places.ts'
import { documentProblem } from '../src/facts/document.ts'
import { read, toValue, type Value } from '../src/facts/fact.ts'
import { valueOf } from '../src/facts/index.ts'
import { cityOf } from '../src/facts/place.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import type { Access, Domain, FilingMaterial, Service } from '../src/model/filing.ts'
import { tablesOf } from '../src/rules/rulebook.ts'
import { common, placeNames, provider, subjectsIn, tables, today, valueIn, type Small } from './small-world.ts'

type Row = [what: string, fact: string, filing: Small, value: Value | undefined]

const sponsor = (written: NonNullable<Small['sponsor']>, more: Small = {}): Small => ({ ...more, sponsor: written })
const service = (written: Service, more: Small = {}): Small => ({ ...more, services: [written] })
const domain = (written: Domain, more?: Small) => service({ domains: [written] }, more)
const material = (written: FilingMaterial, more: Small = {}): Small => ({ ...more, materials: [written] })

const company = { kind: 'enterprise', name: '深圳市海风软件有限公司' }
const code = '91440300MA5FKT2C9R'
const wang = '44030519900101123X'
const chen = '440305198802290043'
const number = '粤ICP备99000001号'

describe('an address of a server', () => {
  const access = (...ips: string[]) => service({ access: { ips } })

  it.each([
    '203.0.113.10',
    '255.255.255.255',
    '0.0.0.0',
    '::1',
    'fe80::1',
    '2001:DB8::1',
    '::ffff:203.0.113.10',
    '2001:0db8:0000:0000:0000:0000:0000:0001',
  ])('%s is one', address => {
    expect(valueIn(access(address), 'access.addresses-are-valid')).toBe(true)
  })

  it.each([
    ['three numbers', '203.0.113'],
    ['five numbers', '203.0.113.10.5'],
    ['a number over 255', '203.0.113.256'],
    ['a number of four digits', '1203.0.113.10'],
    ['a blank in front', ' 203.0.113.10'],
    ['a blank behind', '203.0.113.10 '],
    ['a name', 'example.cn'],
    ['one colon', 'ab:cd'],
    ['a zone behind', 'fe80::1%eth0'],
    ['a letter that is no digit', 'g2001:db8::1'],
    ['words behind numbers', '::ffff:203.a.b.c'],
  ])('%s makes none', (_what, address) => {
    expect(valueIn(access(address), 'access.addresses-are-valid')).toBe(false)
    expect(valueIn(access('203.0.113.10', address), 'access.addresses-are-valid')).toBe(false)
  })

  it.each([
    '0.1.2.3',
    '10.1.2.3',
    '100.64.0.1',
    '100.70.0.1',
    '100.99.255.1',
    '100.100.0.1',
    '100.119.0.1',
    '100.120.0.1',
    '100.127.255.1',
    '127.0.0.1',
    '169.254.1.1',
    '172.16.0.1',
    '172.20.0.1',
    '172.30.0.1',
    '172.31.255.1',
    '192.168.1.1',
    '::1',
    'fe80::1',
    'FC00::1',
    'fd12::1',
  ])('%s is not reached from outside', address => {
    expect(valueIn(access(address), 'access.has-public-address')).toBe(false)
    expect(valueIn(access(address, '203.0.113.10'), 'access.has-public-address')).toBe(true)
  })

  it.each([
    '1.2.3.4',
    '11.1.2.3',
    '110.1.2.3',
    '100.63.0.1',
    '100.128.0.1',
    '100.6.0.1',
    '126.0.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '172.2.0.1',
    '192.169.1.1',
    '203.0.113.10',
    '::1234',
    '2001:db8::1',
    '2001:db8:fe80::1',
    'fe00::1',
    'ff02::1',
  ])('%s may be', address => {
    expect(valueIn(access(address), 'access.has-public-address')).toBe(true)
  })
})

describe('a region that its name does not tell', () => {
  const lists = {
    ...common.lists,
    'overseas-regions': { title: { zh: '表', en: 'table' }, words: ['region-1'] },
    'mainland-regions': { title: { zh: '表', en: 'table' }, words: ['region-2'] },
  }
  const places = placesFrom(() => packPlaces(placeNames))
  const known = tablesOf({ ...common, lists }, places, provider)

  it.each([
    ['region-1', false],
    ['Region-2', true],
    ['region-3', undefined],
  ])('%s: in the mainland %s', (region, inside) => {
    const world = { filing: { icp: '1' as const, ...service({ access: { region } }) }, day: today, tables: known }
    const [subject] = subjectsOf(world).access
    expect(subject && valueOf('access.is-mainland', subject)).toBe(inside)
  })
})

const ecs = (written: Access): Access => ({ product: 'ecs', resource: 'i-1', 'codes-used': 1, ...written })

const accessRows: Row[] = [
  ['one service on the server', 'access.codes-left', service({ access: ecs({}) }), 3],
  [
    'two services on it, the second among others, a third elsewhere',
    'access.codes-left',
    {
      services: [
        { access: ecs({}) },
        { access: [{ resource: 'i-2' }, { resource: 'i-1' }] },
        { access: { resource: 'i-3' } },
        {},
      ],
    },
    2,
  ],
  [
    'a service that is filed there already needs no code',
    'access.codes-left',
    {
      provider: 'aliyun',
      sponsor: { record: { provider: 'aliyun' } },
      services: [{ access: ecs({}) }, { access: ecs({}), record: { provider: 'aliyun' } }],
    },
    3,
  ],
  ['a product without a number of codes', 'access.codes-left', service({ access: ecs({ product: 'nat' }) }), undefined],
  ['no product', 'access.codes-left', service({ access: { 'codes-used': 1 } }), undefined],
  ['nobody says how many are used', 'access.codes-left', service({ access: { product: 'ecs' } }), undefined],
  [
    'another service without a code',
    'access.code-is-used-again',
    { services: [{ access: { code: 'a' } }, { access: {} }] },
    false,
  ],
  ['the only service', 'access.code-is-used-again', service({ access: { code: 'a' } }), false],
  ['a code alone gives access', 'access.is-given', service({ access: { code: 'a' } }), true],
  ['a resource alone gives access', 'access.is-given', service({ access: { resource: 'i-1' } }), true],
  [
    'an address without a province, and one that is only text',
    'service.address-provinces',
    service({ access: { ips: ['203.0.113.9', { ip: '203.0.113.10' }, { ip: '203.0.113.11', province: 'tianjin' }] } }),
    ['tianjin'],
  ],
  [
    'an address written beside its province',
    'domain.resolves-to-access',
    service({ domains: [{ 'resolves-to': ['203.0.113.10'] }], access: { ips: [{ ip: '203.0.113.10' }] } }),
    true,
  ],
  [
    'a server without addresses',
    'domain.resolves-to-access',
    service({ domains: [{ 'resolves-to': ['203.0.113.10'] }], access: [{}, {}] }),
    undefined,
  ],
]

const holder = (written: NonNullable<Domain['holder']>, more?: Small) => domain({ holder: written }, more)
const named = (name: string) => sponsor({ name })

const holderRows: Row[] = [
  [
    'of six characters, two differ',
    'domain.holder.is-near-miss',
    holder({ name: '海丰软体公司' }, named('海风软件公司')),
    true,
  ],
  [
    'of five characters, two differ',
    'domain.holder.is-near-miss',
    holder({ name: '海丰软体社' }, named('海风软件社')),
    false,
  ],
  [
    'of five characters, one differs',
    'domain.holder.is-near-miss',
    holder({ name: '海丰软件社' }, named('海风软件社')),
    true,
  ],
  [
    'one of five, the other of six',
    'domain.holder.is-near-miss',
    holder({ name: '海丰软件公社' }, named('海风软件社')),
    false,
  ],
  ['of three characters, one differs', 'domain.holder.is-near-miss', holder({ name: '王晓海' }, named('王小海')), true],
  ['of two characters, one differs', 'domain.holder.is-near-miss', holder({ name: '海丰' }, named('海风')), false],
  [
    'near, and the sponsor has no number yet',
    'domain.holder.is-near-miss',
    holder({ name: '海丰软件公司', document: { number: code } }, named('海风软件公司')),
    true,
  ],
  [
    'near, with quite another number',
    'domain.holder.is-near-miss',
    holder(
      { name: '海丰软件公司', document: { number: code } },
      sponsor({ name: '海风软件公司', document: { number: '12330100470123456G' } }),
    ),
    false,
  ],
  [
    'another name under the same number',
    'domain.holder.is-near-miss',
    holder({ name: '听潮', document: { number: code } }, sponsor({ name: '海风软件公司', document: { number: code } })),
    true,
  ],
  [
    'near, but said to be somebody else',
    'domain.holder.is-near-miss',
    holder({ name: '海丰软件公司', relation: 'shareholder' }, named('海风软件公司')),
    false,
  ],
  ['a name, and the sponsor has none yet', 'domain.holder.is-near-miss', holder({ name: '海风' }), undefined],
  ['neither has a name', 'domain.holder.relation', holder({ relation: 'employee' }, sponsor({})), 'employee'],
  [
    'the sponsor’s number without any name',
    'domain.holder.relation',
    holder({ document: { number: code } }, sponsor({ name: '海风软件公司', document: { number: code } })),
    undefined,
  ],
  [
    'an unknown name that is said to be the legal representative',
    'domain.holder.expected-name',
    holder(
      { name: '听潮', relation: 'legal-representative' },
      { sponsor: company, 'legal-representative': { name: '陈港' } },
    ),
    '陈港',
  ],
  [
    'said to be the legal representative, whom nobody has named',
    'domain.holder.expected-name',
    holder({ name: '听潮', relation: 'legal-representative' }, { sponsor: company }),
    undefined,
  ],
  ['nobody’s name', 'domain.holder.expected-name', holder({ name: '听潮' }, { sponsor: company }), company.name],
  [
    'a document that nobody compares with',
    'domain.holder.type-agrees',
    holder({ document: { type: 'id-card' } }),
    undefined,
  ],
  ['no document', 'domain.holder.number-agrees', holder({ name: company.name }, { sponsor: company }), undefined],
  [
    'the lead by name',
    'domain.holder.is-lead',
    service({ domains: [{ holder: { name: '陈港' } }], lead: { name: '陈港' } }),
    true,
  ],
  [
    'a lead whose name is missing',
    'domain.holder.is-lead',
    service({ domains: [{ holder: { name: '陈港' } }], lead: {} }),
    false,
  ],
]

const contacts = (lead: NonNullable<Service['lead']>, more: Small): Small => service({ lead }, more)

const peopleRows: Row[] = [
  [
    'a lead with the number of the legal representative',
    'lead.repeats-mobile',
    contacts(
      { name: '陈港', mobile: '13700137000' },
      { principal: { name: '王海' }, 'legal-representative': { name: '林涛', mobile: '13700137000' } },
    ),
    true,
  ],
  [
    'two records of one person, told by the document',
    'lead.repeats-mobile',
    contacts(
      { name: '王 海', mobile: '13700137000', document: { number: wang } },
      { principal: { name: '王海', mobile: '13700137000', document: { number: wang } } },
    ),
    false,
  ],
  [
    'two records of one person, told by the name',
    'lead.repeats-mobile',
    contacts({ name: '王海', mobile: '13700137000' }, { principal: { name: '王海', mobile: '13700137000' } }),
    false,
  ],
  [
    'two people of one name, told by the document',
    'lead.repeats-mobile',
    contacts(
      { name: '王海', mobile: '13700137000', document: { number: chen } },
      { principal: { name: '王海', mobile: '13700137000', document: { number: wang } } },
    ),
    true,
  ],
  [
    'the other has no name yet',
    'lead.repeats-mobile',
    contacts({ name: '陈港', mobile: '13700137000' }, { principal: { mobile: '13700137000' } }),
    false,
  ],
  [
    'this one has no name yet',
    'lead.repeats-mobile',
    contacts({ mobile: '13700137000' }, { principal: { name: '王海', mobile: '13700137000' } }),
    false,
  ],
  [
    'whoever is written later does not count',
    'principal.repeats-mobile',
    contacts({ name: '陈港', mobile: '13700137000' }, { principal: { name: '王海', mobile: '13700137000' } }),
    false,
  ],
  [
    'a lead who is the legal representative',
    'lead.name',
    contacts({ 'same-as': 'legal-representative' }, { 'legal-representative': { name: '陈港' } }),
    '陈港',
  ],
  [
    'a lead who is the principal, who is the sponsor',
    'lead.name',
    contacts({ 'same-as': 'principal' }, { sponsor: { name: '王海' }, principal: { 'same-as': 'sponsor' } }),
    '王海',
  ],
  [
    'a lead who is the principal has nothing of the sponsor',
    'lead.name',
    contacts({ 'same-as': 'principal' }, { sponsor: company, principal: {} }),
    undefined,
  ],
  [
    'an individual has no legal representative',
    'lead.represents-sponsor',
    contacts({ name: '陈港' }, { sponsor: { kind: 'individual' }, principal: { 'is-legal-representative': true } }),
    undefined,
  ],
  [
    'a first day without a last',
    'principal.document.term-days',
    { principal: { document: { 'valid-from': '2016-01-01' } } },
    undefined,
  ],
  [
    'the legal representative’s numbers, and a lead’s emergency phone',
    'filing.mobiles',
    contacts(
      { 'emergency-phone': '13500135000' },
      {
        principal: { mobile: '13800138000' },
        'legal-representative': { mobile: '13600136000', 'emergency-phone': '13400134000' },
      },
    ),
    4,
  ],
]

const website = (name: string, ...domains: string[]) => ({ name, domains: domains.map(each => ({ name: each })) })

const nameRows: Row[] = [
  ['the second of its domains', 'service.name.is-domain', service(website('b.cn', 'a.cn', 'b.cn')), true],
  ['a domain without a name', 'service.name.is-domain', service({ name: '海风', domains: [{}] }), false],
  [
    'the first label of a longer domain',
    'service.name.is-domain-label',
    service(website('shop', 'shop.example.cn')),
    true,
  ],
  [
    'the registered label of a longer domain',
    'service.name.is-domain-label',
    service(website('example', 'shop.example.cn')),
    true,
  ],
  ['the label of what is no domain', 'service.name.is-domain-label', service(website('localhost', 'localhost')), true],
  ['Chinese in front of Latin', 'service.name.is-domain-label', service(website('海风shop', '海风shop.cn')), false],
  ['Chinese behind Latin', 'service.name.is-domain-label', service(website('shop海风', 'shop海风.cn')), false],
  ['nobody knows the sponsor', 'service.name.own-words', service({ name: '海风商城' }), '海风商城'],
  [
    'two apps of different names',
    'service.name.is-used-again',
    {
      services: [
        { name: '海风', kind: 'app' },
        { name: '听潮', kind: 'app' },
      ],
    },
    false,
  ],
  [
    'the trade name behind a county',
    'service.name.fits-sponsor',
    service({ name: '听潮网' }, named('深圳市南山区听潮软件有限公司')),
    true,
  ],
  [
    'the county alone',
    'service.name.fits-sponsor',
    service({ name: '软件园' }, named('深圳市南山区听潮软件有限公司')),
    false,
  ],
  ['four characters in a row', 'service.name.fits-sponsor', service({ name: '软件有限通' }, sponsor(company)), true],
  ['three characters in a row', 'service.name.fits-sponsor', service({ name: '件有限通' }, sponsor(company)), false],
  ['a trade name of one character', 'service.name.fits-sponsor', service({ name: '海浪' }, named('海')), false],
  ['a service without a name', 'service.name.fits-sponsor', service({}, sponsor(company)), undefined],
  [
    'a remark of a service without a name',
    'service.name.is-explained',
    service({ remark: '名称为注册商标' }, sponsor(company)),
    undefined,
  ],
  [
    'a remark on something else',
    'service.name.is-explained',
    service({ name: '听潮', remark: '注册商标' }, sponsor(company)),
    false,
  ],
  ['a service without a name', 'service.name.holds-own-name', service({}, named('王海')), undefined],
  ['an own name of one character', 'service.name.holds-own-name', service({ name: '王海' }, named('王')), false],
  ['a nickname at the end', 'service.name.looks-personal', service({ name: '老王' }), true],
  ['a nickname further in', 'service.name.looks-personal', service({ name: '隔壁老王' }), false],
  [
    'the name and the title stand apart',
    'service.words.own',
    service({ name: '海风', 'page-title': '首页' }),
    '海风 首页',
  ],
  ['two sentences', 'service.remark.claims', service({ remark: '介绍软件。发布新闻' }), '介绍软件；发布新闻'],
  [
    'a bracket that rules something out at its end',
    'sponsor.business-scope.offers',
    sponsor({ 'business-scope': '理财咨询（新闻除外）；软件开发' }),
    '理财咨询；软件开发',
  ],
  [
    'a bracket that only explains',
    'sponsor.business-scope.offers',
    sponsor({ 'business-scope': '理财咨询（含培训）' }),
    '理财咨询(含培训)',
  ],
]

const serviceRows: Row[] = [
  [
    'one of two home pages elsewhere',
    'service.home-url.is-on-domain',
    service({ 'home-url': ['a.cn', 'b.cn'], domains: [{ name: 'a.cn' }] }),
    false,
  ],
  [
    'each on another of its domains',
    'service.home-url.is-on-domain',
    service({ 'home-url': ['www.a.cn', 'B.cn'], domains: [{ name: 'A.cn' }, { name: 'b.cn' }] }),
    true,
  ],
  ['domains without names', 'service.home-url.is-on-domain', service({ 'home-url': 'a.cn', domains: [{}] }), undefined],
  ['no home page', 'service.home-url.is-on-domain', service({ domains: [{ name: 'a.cn' }] }), undefined],
  [
    'an icon of this app',
    'service.app.icon-file',
    service({}, material({ is: 'app-icon', file: 'a.png', of: 'services.0' })),
    'a.png',
  ],
  ['another picture', 'service.app.icon-file', service({}, material({ is: 'passport', file: 'a.png' })), undefined],
  [
    'one platform agrees, one does not',
    'service.app.names-agree',
    service({ name: '海风', app: { platforms: [{ name: '海风' }, { name: '海浪' }] } }),
    false,
  ],
  [
    'the service has no name yet',
    'service.app.names-agree',
    service({ app: { platforms: [{ name: '海风' }] } }),
    undefined,
  ],
]

const recorded = (
  record: Exclude<NonNullable<NonNullable<Small['sponsor']>['record']>, 'none'>,
  more: NonNullable<Small['sponsor']> = {},
  rest: Small = {},
): Small => ({ ...rest, sponsor: { ...more, record } })

const differs = 'sponsor.differs-from-record'
const recordRows: Row[] = [
  ['another kind', differs, recorded({ kind: 'individual' }, { kind: 'enterprise' }), true],
  ['another name', differs, recorded({ name: '甲' }, { name: '乙' }), true],
  [
    'another type of document',
    differs,
    recorded({ document: { type: 'passport' } }, { document: { type: 'id-card' } }),
    true,
  ],
  ['another number', differs, recorded({ document: { number: chen } }, { document: { number: wang } }), true],
  ['another address', differs, recorded({ 'contact-address': '甲路1号' }, { 'contact-address': '乙路1号' }), true],
  ['another principal', differs, recorded({ principal: { name: '甲' } }, {}, { principal: { name: '乙' } }), true],
  [
    'a principal of another number',
    differs,
    recorded({ principal: { document: { number: chen } } }, {}, { principal: { document: { number: wang } } }),
    true,
  ],
  [
    'another mobile of the principal',
    differs,
    recorded({ principal: { mobile: '13700137000' } }, {}, { principal: { mobile: '13800138000' } }),
    true,
  ],
  [
    'another legal representative',
    differs,
    recorded({ 'legal-representative': { name: '甲' } }, {}, { 'legal-representative': { name: '乙' } }),
    true,
  ],
  ['the same in another width', differs, recorded({ name: '海风（深圳）' }, { name: '海风(深圳)' }), false],
  ['only the record says it', differs, recorded({ name: '甲', kind: 'individual' }), false],
  [
    'another number of the certificate',
    'sponsor.record.document-agrees',
    recorded({ document: { number: chen } }, { document: { number: wang } }),
    false,
  ],
  [
    'only the record has a number',
    'sponsor.record.document-agrees',
    recorded({ document: { number: chen } }, { document: { type: 'id-card' } }),
    true,
  ],
  [
    'an old number replaced by a unified code',
    'sponsor.changes',
    recorded({ document: { number: '440301103456789' } }, { document: { number: code } }),
    [],
  ],
  ['a unified code today still to come', 'sponsor.changes', recorded({ document: { number: code } }), []],
  [
    'another unified code',
    'sponsor.changes',
    recorded({ document: { number: '91440300MA5000001T' } }, { document: { number: code } }),
    ['code'],
  ],
  ['a kind that only today is known', 'sponsor.changes', recorded({}, { kind: 'individual' }), []],
  ['a kind that only the record knows', 'sponsor.changes', recorded({ kind: 'individual' }), []],
  [
    'from one kind of organisation to another',
    'sponsor.changes',
    recorded({ kind: 'law-firm' }, { kind: 'enterprise' }),
    [],
  ],
  [
    'an organisation becomes an individual',
    'sponsor.changes',
    recorded({ kind: 'enterprise' }, { kind: 'individual' }),
    ['organization-to-individual'],
  ],
  [
    'an individual becomes an organisation',
    'sponsor.changes',
    recorded({ kind: 'individual' }, { kind: 'enterprise' }),
    ['individual-to-organization'],
  ],
]

const typeOf = 'service.filing-type'
const filingRows: Row[] = [
  [
    'a service that MIIT does not have',
    typeOf,
    service({ record: 'none' }, recorded({}, {}, { provider: 'aliyun' })),
    'add-service-elsewhere',
  ],
  [
    'a domain that nobody filed',
    typeOf,
    domain({ name: 'a.cn' }, recorded({}, {}, { provider: 'aliyun' })),
    'add-service-elsewhere',
  ],
  [
    'a domain that the sponsor filed',
    typeOf,
    domain({ 'filed-under': '海风' }, recorded({}, { name: '海风' }, { provider: 'aliyun' })),
    'add-access',
  ],
  [
    'a sponsor filed with this provider at one of its sites',
    typeOf,
    service({}, recorded({ sites: [{ provider: 'tencent' }, { provider: 'aliyun' }] }, {}, { provider: 'aliyun' })),
    'add-service-here',
  ],
  [
    'the service bears the sponsor’s number, its domain stands under nobody',
    'filing.conflict',
    service({ record: { number: `${number}-1` }, domains: [{ name: 'a.cn' }] }, recorded({ number }, { name: '海风' })),
    'none',
  ],
  [
    'the sponsor’s number is not known',
    'filing.conflict',
    service({ record: { number: `${number}-1` } }, recorded({})),
    'none',
  ],
  ['the service’s number is not known', 'filing.conflict', service({ record: {} }, recorded({ number })), 'none'],
  [
    'a domain under somebody else',
    'filing.conflict',
    domain({ 'filed-under': '听潮' }, recorded({}, { name: '海风' })),
    'other-sponsor',
  ],
  ['the province of the filing is not known', 'filing.conflict', recorded({ province: 'hubei' }), 'none'],
  [
    'services for a sponsor filed here',
    'sponsor.services-after',
    { provider: 'aliyun', services: [{}, {}], sponsor: { record: { services: 1, provider: 'aliyun' } } },
    3,
  ],
  [
    'the second type is the stated one',
    'filing.expects',
    {
      provider: 'aliyun',
      expects: 'add-service-here',
      sponsor: { record: { provider: 'aliyun' } },
      services: [{ record: { provider: 'tencent' } }, {}],
    },
    'add-access',
  ],
  ['a cancellation without services', 'filing.types', { purpose: 'cancel' }, []],
  ['a change without services', 'filing.types', { purpose: 'change' }, ['change-service']],
  ['a domain without a name', 'sponsor.prefixes-after', domain({}), 0],
  ['a city', 'filing.region-name', { region: '440300' }, '深圳市'],
  ['noughts further in', 'filing.region-name', { region: '440003' }, undefined],
  ['a prefecture of a province that is not known', 'filing.region-is-known', { region: '990000' }, false],
]

const sponsorRows: Row[] = [
  [
    'a blank in front',
    'sponsor.contact-address.repeats-region',
    sponsor({ 'contact-address': ' 南山区科技园' }, { region: '440305' }),
    true,
  ],
  [
    'another street',
    'sponsor.contact-address.repeats-region',
    sponsor({ 'contact-address': '科技园' }, { region: '440305' }),
    false,
  ],
  [
    'a county that nobody knows',
    'sponsor.contact-address.repeats-region',
    sponsor({ 'contact-address': '科技园' }, { region: '440399' }),
    false,
  ],
  ['no number', 'sponsor.document.number-fits-kind', sponsor({ kind: 'enterprise', document: {} }), undefined],
  ['no kind', 'sponsor.document.number-fits-kind', sponsor({ document: { number: code } }), undefined],
  [
    'a kind nobody knows',
    'sponsor.document.number-fits-kind',
    sponsor({ kind: 'x', document: { number: code } }),
    undefined,
  ],
  [
    'a part of a document’s id',
    'sponsor.document.fits-kind',
    sponsor({ kind: 'law-firm', document: { type: 'law-firm' } }),
    false,
  ],
  [
    'a city of the certificate',
    'sponsor.document.city',
    sponsor({ document: { address: '广东省深圳市科技园' } }),
    '深圳市',
  ],
  [
    'the place of an old number',
    'sponsor.document.issued-in',
    sponsor({ document: { number: '440301103456789' } }),
    undefined,
  ],
  [
    'a type without a number',
    'sponsor.document.problem',
    sponsor({ document: { type: 'business-licence' } }),
    undefined,
  ],
  [
    'a type that nobody knows',
    'sponsor.document.problem',
    sponsor({ document: { type: 'x', number: code } }),
    undefined,
  ],
]

const paperRows: Row[] = [
  [
    'a form for individuals, of whom nobody knows',
    'material.template-fits-sponsor',
    material({ is: 'letter', 'template-for': 'individual' }),
    true,
  ],
  [
    'a form that does not say for whom',
    'material.template-fits-sponsor',
    material({ is: 'letter' }, sponsor({ kind: 'individual' })),
    true,
  ],
  [
    'a form for organisations',
    'material.template-fits-sponsor',
    material({ is: 'letter', 'template-for': 'organization' }, sponsor({ kind: 'enterprise' })),
    true,
  ],
  [
    'a form for organisations, signed by an individual',
    'material.template-fits-sponsor',
    material({ is: 'letter', 'template-for': 'organization' }, sponsor({ kind: 'individual' })),
    false,
  ],
  ['a day alone', 'material.is-signed', material({ is: 'letter', 'signed-on': '2026-11-01' }), true],
  ['a signer alone', 'material.is-signed', material({ is: 'letter', 'signed-by': '王海' }), true],
  [
    'a signer, and the filer says that it is not signed',
    'material.is-signed',
    material({ is: 'letter', 'signed-by': '王海', signed: false }),
    false,
  ],
  [
    'the last day of the licence',
    'material.stated.valid-to',
    material({ is: 'business-licence' }, sponsor({ document: { 'valid-to': '2030-01-01' } })),
    '2030-01-01',
  ],
  [
    'the address of the licence',
    'material.stated.address',
    material({ is: 'business-licence' }, sponsor({ document: { address: '深圳市' } })),
    '深圳市',
  ],
  [
    'the number of a residence permit that is the person’s document',
    'material.stated.number',
    material(
      { is: 'residence-permit' },
      { principal: { document: { type: 'taiwan-residence-permit', number: '8300' } } },
    ),
    '8300',
  ],
  [
    'the number of a residence permit beside another document',
    'material.stated.number',
    material({ is: 'residence-permit' }, { principal: { document: { type: 'id-card', number: wang } } }),
    undefined,
  ],
  [
    'a residence permit of an unknown document',
    'material.stated.number',
    material({ is: 'residence-permit' }, { principal: { document: { number: wang } } }),
    undefined,
  ],
  [
    'the name on a residence permit',
    'material.stated.name',
    material({ is: 'residence-permit' }, { principal: { name: '王海', document: { type: 'id-card' } } }),
    '王海',
  ],
  [
    'the last day of a passport',
    'material.stated.valid-to',
    material({ is: 'passport' }, { principal: { document: { 'valid-to': '2030-01-01' } } }),
    '2030-01-01',
  ],
  [
    'the address of an ID card',
    'material.stated.address',
    material({ is: 'id-card-front' }, { principal: { document: { address: '深圳市' } } }),
    '深圳市',
  ],
  [
    'the last day of the only domain',
    'material.stated.valid-to',
    material({ is: 'domain-certificate' }, domain({ name: 'a.cn', expires: '2028-01-01' })),
    '2028-01-01',
  ],
  [
    'the number of a holder',
    'material.stated.number',
    material(
      { is: 'domain-certificate', of: 'a.cn' },
      domain({ name: 'a.cn', holder: { document: { number: code } } }),
    ),
    code,
  ],
  [
    'the second domain, told by its place',
    'material.stated.name',
    material(
      { is: 'domain-certificate', of: 'services.0.domains.1' },
      service({ domains: [{ holder: { name: '甲' } }, { holder: { name: '乙' } }] }),
    ),
    '乙',
  ],
  [
    'two domains, and nobody says which',
    'material.stated.valid-to',
    material(
      { is: 'domain-certificate' },
      service({ domains: [{ expires: '2028-01-01' }, { expires: '2029-01-01' }] }),
    ),
    undefined,
  ],
  ['no domain yet', 'material.stated.name', material({ is: 'domain-certificate' }, service({})), undefined],
  ['no service yet', 'material.stated.name', material({ is: 'domain-certificate' }), undefined],
]

describe('a fact at its border', () => {
  it.each([
    ...accessRows,
    ...holderRows,
    ...peopleRows,
    ...nameRows,
    ...serviceRows,
    ...recordRows,
    ...filingRows,
    ...sponsorRows,
    ...paperRows,
  ])('%s: %s of %j is %j', (_what, fact, filing, value) => {
    expect(valueIn(filing, fact)).toEqual(value)
  })
})

describe('the number of a document', () => {
  const known = { ...tables, code: () => ({ id: 'x', zh: '证', en: 'paper', number: 'id-card' }) }

  it.each([
    [wang, 'none'],
    ['440305199001011231', 'check-digit'],
  ])('%s of a document with one numbering: %s', (written, problem) => {
    expect(documentProblem(known, 'x', written)).toBe(problem)
  })

  it.each([
    [undefined, wang],
    ['id-card', undefined],
    ['id-card-of-nowhere', wang],
  ])('%s %s tells nothing', (type, written) => {
    expect(documentProblem(tables, type, written)).toBeUndefined()
  })

  it('of a document without a numbering is not judged', () => {
    const bare = { ...tables, code: () => ({ id: 'x', zh: '证', en: 'paper' }) }
    expect(documentProblem(bare, 'x', wang)).toBeUndefined()
  })
})

describe('the city of a place', () => {
  it.each([
    ['110105', '11'],
    ['120101', '12'],
    ['310101', '31'],
    ['500101', '50'],
    ['440305', '4403'],
    ['4403', '4403'],
    ['440300', '4403'],
    ['429004', '429004'],
    ['440000', undefined],
    ['4400', undefined],
    ['44', undefined],
    [undefined, undefined],
  ])('%s lies in %s', (place, city) => {
    expect(cityOf(place)).toBe(city)
  })
})

describe('what was read', () => {
  it.each([['text'], [3], [false], [['a', 'b']], [[]]])('%j is a value', found => {
    expect(toValue(found)).toEqual(found)
  })

  it.each([[undefined], [null], [{}], [['a', 1]]])('%j is none', found => {
    expect(toValue(found)).toBeUndefined()
  })

  it('ends where a record is missing or is none', () => {
    expect(read({ a: { b: 1 } }, ['a', 'b'])).toBe(1)
    expect(read({ a: null }, ['a', 'b'])).toBeUndefined()
    expect(read({ a: 'b' }, ['a', 'b'])).toBeUndefined()
    expect(read(undefined, ['a'])).toBeUndefined()
  })
})

describe('what a filing is about', () => {
  const renamed = { name: '乙', record: { name: '甲' } }

  it.each<[what: string, filing: Small, services: number, domains: number, platforms: number]>([
    ['nothing written', {}, 1, 1, 0],
    ['a cancellation', { purpose: 'cancel' }, 0, 0, 0],
    ['a change of the sponsor', { purpose: 'change', sponsor: renamed }, 0, 0, 0],
    ['a change of something else', { purpose: 'change', sponsor: { name: '乙' } }, 1, 1, 0],
    ['a sponsor that differs, and no change', { sponsor: renamed }, 1, 1, 0],
    ['an app', { services: [{ kind: 'app' }] }, 1, 0, 1],
    ['a website', { services: [{ kind: 'website' }] }, 1, 1, 0],
    [
      'an app with a domain and two platforms',
      { services: [{ kind: 'app', domains: [{}], app: { platforms: [{}, {}] } }] },
      1,
      1,
      2,
    ],
  ])('%s: services %#', (_what, filing, services, domains, platforms) => {
    expect(subjectsIn(filing, 'service')).toHaveLength(services)
    expect(subjectsIn(filing, 'domain')).toHaveLength(domains)
    expect(subjectsIn(filing, 'access')).toHaveLength(services)
    expect(subjectsIn(filing, 'platform')).toHaveLength(platforms)
  })

  it('is a lead within their service, and everybody else within the filing', () => {
    const people = subjectsIn(
      { principal: { 'is-legal-representative': false }, services: [{ lead: { name: '陈港' } }] },
      'person',
    )
    expect(people.map(({ path, up }) => [path.join('.'), up?.scope])).toEqual([
      ['principal', 'filing'],
      ['legal-representative', 'filing'],
      ['services.0.lead', 'service'],
    ])
  })
})
