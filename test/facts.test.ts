// What every worked-out fact is worth in the smallest filing that tells it, and what is asked while it is not known.
import { describe, expect, it } from 'vitest'
import type { Value } from '../src/facts/fact.ts'
import { fieldFacts } from '../src/facts/fields.ts'
import { factNames } from '../src/facts/index.ts'
import { longTermDays } from '../src/facts/person.ts'
import { factNames as namesOfFacts } from '../src/locales/fact-names.ts'
import { filingSchema, type Access, type Domain, type FilingMaterial, type Service } from '../src/model/filing.ts'
import { schemasAt } from '../src/model/known-keys.ts'
import { namesIn } from './dated-data.ts'
import { factOf, fieldsIn, subjectsIn, today, valueIn, type Small } from './small-world.ts'

type Row = [fact: string, filing: Small, value: Value | undefined, day?: string]

const sponsor = (written: NonNullable<Small['sponsor']>, more: Small = {}): Small => ({ ...more, sponsor: written })
const service = (written: Service, more: Small = {}): Small => ({ ...more, services: [written] })
const domain = (written: Domain, more?: Small) => service({ domains: [written] }, more)
const access = (written: Access, more?: Small) => service({ access: written }, more)
const material = (written: Omit<FilingMaterial, 'is'> & { is?: string }, more: Small = {}): Small => ({
  ...more,
  materials: [{ is: 'commitment-letter', ...written }],
})

const company = { kind: 'enterprise', name: '深圳市海风软件有限公司' }
const code = '91440300MA5FKT2C9R'
const wang = '44030519900101123X'
const chen = '440305198802290043'
const number = '粤ICP备99000001号'

const sponsorRows: Row[] = [
  ['sponsor.record-is-stated', {}, undefined],
  ['sponsor.record-is-stated', sponsor({ record: 'none' }), true],
  ['sponsor.record-is-stated', sponsor({ record: {} }), true],
  ['sponsor.record-is-none', {}, false],
  ['sponsor.record-is-none', sponsor({ record: 'none' }), true],
  ['sponsor.record-is-none', sponsor({ record: {} }), false],
  ['sponsor.filed', {}, false],
  ['sponsor.filed', sponsor({ record: 'none' }), false],
  ['sponsor.filed', sponsor({ record: {} }), true],
  ['sponsor.document.days-left', {}, undefined],
  ['sponsor.document.days-left', sponsor({ document: { 'valid-to': '2027-01-01' } }), 31],
  ['sponsor.document.days-left', sponsor({ document: { 'valid-to': '2027-01-01' } }), 1, '2026-12-31'],
  ['sponsor.document.days-left', sponsor({ document: { 'valid-to': '2026-11-30' } }), -1],
  ['sponsor.document.days-left', sponsor({ document: { 'valid-to': 'long-term' } }), longTermDays],
  ['sponsor.document.term-days', sponsor({ document: { 'valid-to': '2036-01-01' } }), undefined],
  ['sponsor.document.term-days', sponsor({ document: { 'valid-from': '2026-01-01', 'valid-to': '2026-01-31' } }), 30],
  ['sponsor.document.problem', sponsor({ document: { number: code } }), undefined],
  ['sponsor.document.problem', sponsor({ document: { type: 'business-licence', number: code } }), 'none'],
  ['sponsor.document.problem', sponsor({ document: { type: 'business-licence', number: `${code}9` } }), 'length'],
  ['sponsor.document.problem', sponsor({ document: { type: 'law-firm-licence', number: '粤司许字第1号' } }), undefined],
  ['sponsor.document.fits-kind', sponsor({ kind: 'enterprise' }), undefined],
  ['sponsor.document.fits-kind', sponsor({ kind: 'enterprise', document: { type: 'business-licence' } }), true],
  ['sponsor.document.fits-kind', sponsor({ kind: 'enterprise', document: { type: 'id-card' } }), false],
  ['sponsor.document.fits-kind', sponsor({ kind: 'law-firm', document: { type: 'law-firm-licence' } }), true],
  ['sponsor.document.fits-kind', sponsor({ kind: 'not a kind', document: { type: 'id-card' } }), undefined],
  ['sponsor.document.number-fits-kind', sponsor({ kind: 'enterprise', document: { number: code } }), true],
  [
    'sponsor.document.number-fits-kind',
    sponsor({ kind: 'enterprise', document: { number: '12330100470123456G' } }),
    false,
  ],
  ['sponsor.document.number-fits-kind', sponsor({ kind: 'enterprise', document: { number: '9144' } }), undefined],
  ['sponsor.document.number-fits-kind', sponsor({ kind: 'law-firm', document: { number: code } }), undefined],
  ['sponsor.document.province', {}, undefined],
  ['sponsor.document.province', sponsor({ document: { address: '广东省深圳市南山区科技园' } }), 'guangdong'],
  ['sponsor.document.province', sponsor({ document: { address: '科技园南路', region: '110108' } }), 'beijing'],
  ['sponsor.document.province', sponsor({ document: { address: '科技园南路18号' } }), undefined],
  ['sponsor.document.city', sponsor({ document: { address: '广东省深圳市南山区科技园' } }), '深圳市'],
  ['sponsor.document.city', sponsor({ document: { address: '北京市海淀区中关村' } }), '北京市'],
  ['sponsor.document.city', sponsor({ document: { address: '湖北省仙桃市钱沟路' } }), '仙桃市'],
  ['sponsor.document.city', sponsor({ document: { address: '广东省' } }), undefined],
  ['sponsor.document.issued-in', {}, undefined],
  ['sponsor.document.issued-in', sponsor({ document: { number: code } }), 'guangdong'],
  ['sponsor.document.issued-in', sponsor({ document: { number: '91100000MA1FKT2C9W' } }), undefined],
  ['sponsor.document.issued-in', sponsor({ kind: 'individual', document: { number: wang } }), 'guangdong'],
  ['sponsor.contact-address.repeats-region', {}, undefined],
  ['sponsor.contact-address.repeats-region', sponsor({ 'contact-address': '深圳市南山区科技园' }), true],
  ['sponsor.contact-address.repeats-region', sponsor({ 'contact-address': '北京路100号' }), false],
  ['sponsor.contact-address.repeats-region', sponsor({ 'contact-address': '南山区科技园' }), false],
  [
    'sponsor.contact-address.repeats-region',
    sponsor({ 'contact-address': '南山区科技园' }, { region: '440305' }),
    true,
  ],
  ['sponsor.contact-address.has-door-number', {}, undefined],
  ['sponsor.contact-address.has-door-number', sponsor({ 'contact-address': '科技园南路18号A座1203室' }), true],
  ['sponsor.contact-address.has-door-number', sponsor({ 'contact-address': '科技园南路１８号' }), true],
  ['sponsor.contact-address.has-door-number', sponsor({ 'contact-address': '软件大厦三楼' }), true],
  ['sponsor.contact-address.has-door-number', sponsor({ 'contact-address': '科技园' }), false],
  ['sponsor.contact-address.has-door-number', sponsor({ 'contact-address': '科技园', remark: '地址已为最详细' }), true],
  ['sponsor.business-scope.offers', {}, undefined],
  [
    'sponsor.business-scope.offers',
    sponsor({ 'business-scope': '软件开发；理财咨询（不含新闻）。不得从事出版' }),
    '软件开发；理财咨询',
  ],
  ['sponsor.is-nameless-trader', {}, false],
  ['sponsor.is-nameless-trader', sponsor({ 'has-trade-name': false }), true],
]

const recordRows: Row[] = [
  ['sponsor.record.number-problem', sponsor({ record: 'none' }), undefined],
  ['sponsor.record.number-problem', sponsor({ record: { number } }), 'none'],
  ['sponsor.record.number-problem', sponsor({ record: { number: '粤ICP备99000001' } }), 'missing-hao'],
  ['sponsor.differs-from-record', {}, false],
  ['sponsor.differs-from-record', sponsor({ name: '甲', record: { name: '乙' } }), true],
  ['sponsor.differs-from-record', sponsor({ name: '甲', record: {} }), false],
  ['sponsor.is-renamed', sponsor({ name: '甲' }), undefined],
  ['sponsor.is-renamed', sponsor({ name: '甲', record: { name: '乙' } }), true],
  ['sponsor.is-renamed', sponsor({ name: '甲', record: { name: '甲' } }), false],
  ['sponsor.changes', {}, []],
  ['sponsor.changes', sponsor({ name: '甲', record: { name: '乙' } }), ['name']],
  ['sponsor.record.provider', sponsor({ record: {} }), undefined],
  ['sponsor.record.provider', sponsor({ record: { provider: 'tencent' } }), 'tencent'],
  ['sponsor.record.provider', sponsor({ record: { sites: [{ provider: 'tencent' }] } }), 'tencent'],
  [
    'sponsor.record.provider',
    sponsor({ record: { sites: [{ provider: 'tencent' }, { provider: 'aliyun' }] } }, { provider: 'aliyun' }),
    'aliyun',
  ],
  ['sponsor.record.province', sponsor({ record: {} }), undefined],
  ['sponsor.record.province', sponsor({ record: { number } }), 'guangdong'],
  ['sponsor.record.province', sponsor({ record: { number, province: 'beijing' } }), 'beijing'],
  ['sponsor.record.document-agrees', {}, true],
  [
    'sponsor.record.document-agrees',
    sponsor({ document: { number: code }, record: { document: { number: code } } }),
    true,
  ],
  [
    'sponsor.record.document-agrees',
    sponsor({ document: { type: 'id-card' }, record: { document: { type: 'passport' } } }),
    false,
  ],
  ['sponsor.is-shell', {}, undefined],
  ['sponsor.is-shell', sponsor({ record: 'none' }), false],
  ['sponsor.is-shell', sponsor({ record: {} }), undefined],
  ['sponsor.is-shell', sponsor({ record: { shell: true, services: 1 } }), true],
  ['sponsor.is-shell', sponsor({ record: { services: 0 } }), true],
  ['sponsor.is-shell', sponsor({ record: { sites: [{}] } }), false],
  ['sponsor.record.services', sponsor({ record: 'none' }), 0],
  ['sponsor.record.services', sponsor({ record: {} }), undefined],
  ['sponsor.record.services', sponsor({ record: { services: 3 } }), 3],
  ['sponsor.record.services', sponsor({ record: { sites: [{}, {}] } }), 2],
  ['sponsor.record.other-numbers', {}, []],
  ['sponsor.record.other-numbers', sponsor({ record: 'none' }), []],
  [
    'sponsor.record.other-numbers',
    sponsor({ record: { 'other-numbers': ['粤ICP备99000002号'] } }),
    ['粤ICP备99000002号'],
  ],
]

const filingRows: Row[] = [
  ['filing.type', {}, 'first'],
  ['filing.type', sponsor({ record: {} }), 'add-service-elsewhere'],
  ['filing.type', { purpose: 'cancel' }, 'cancel-sponsor'],
  ['filing.conflict', {}, 'none'],
  ['filing.conflict', sponsor({ record: { services: 0 } }, { province: 'guangdong' }), 'shell'],
  ['filing.conflict', sponsor({ record: { services: 0 } }, { province: 'zhejiang' }), 'none'],
  ['filing.conflict', sponsor({ record: { province: 'hubei' } }, { province: 'zhejiang' }), 'other-province'],
  ['filing.conflict', { services: [{}, { record: { number } }] }, 'other-sponsor'],
  ['filing.expects', {}, 'first'],
  ['filing.expects', { expects: 'add-access' }, 'add-access'],
  ['filing.types', { services: [{}, {}] }, ['first']],
  ['filing.day', {}, today],
  ['filing.region-province', {}, undefined],
  ['filing.region-province', { region: '440305' }, 'guangdong'],
  ['filing.region-is-known', {}, undefined],
  ['filing.region-is-known', { region: '440305' }, true],
  ['filing.region-is-known', { region: '441900' }, true],
  ['filing.region-is-known', { region: '440300' }, false],
  ['filing.region-is-known', { region: '440399' }, false],
  ['filing.region-is-known', { region: '深圳' }, false],
  ['filing.region-name', {}, undefined],
  ['filing.region-name', { region: '440305' }, '南山区'],
  ['filing.region-name', { region: '441900' }, '东莞市'],
  ['filing.city', {}, undefined],
  ['filing.city', { region: '440305' }, '深圳市'],
  ['filing.city', { region: '441900' }, '东莞市'],
  ['filing.city', { region: '429004' }, '仙桃市'],
  ['filing.city', { region: '110108' }, '北京市'],
  ['filing.services', {}, 0],
  ['filing.services', { services: [{}, {}] }, 2],
  ['filing.websites', { services: [{ kind: 'website' }, { kind: 'app' }, {}] }, 1],
  ['filing.apps', { services: [{ kind: 'website' }, { kind: 'app' }, {}] }, 1],
  ['filing.domains', { services: [{ domains: [{}, {}] }, { domains: [{}] }, {}] }, 3],
  ['sponsor.services-after', { services: [{}] }, 1],
  ['sponsor.services-after', service({}, sponsor({ record: { services: 2 } })), 3],
  ['sponsor.services-after', service({ record: {} }, sponsor({ record: { services: 2 } })), 2],
  ['sponsor.websites-after', { services: [{ kind: 'website' }, { kind: 'app' }] }, 1],
  ['sponsor.websites-after', service({ kind: 'website' }, sponsor({ record: { websites: 2 } })), 3],
  ['sponsor.domains-after', domain({ name: 'a.cn' }, sponsor({ record: { domains: 2 } })), 3],
  ['sponsor.prefixes-after', service({ domains: [{ name: 'a.cn' }, { name: 'A.com' }, { name: 'b.cn' }] }), 2],
  ['sponsor.prefixes-after', domain({ name: 'a.cn' }, sponsor({ record: { prefixes: 2 } })), 3],
  ['filing.mobiles', {}, 0],
  [
    'filing.mobiles',
    service(
      { lead: { mobile: '13700137000' } },
      { principal: { mobile: '13800138000', 'emergency-phone': '13700137000' } },
    ),
    2,
  ],
  ['filing.pre-approval-is-declined', {}, false],
  ['filing.pre-approval-is-declined', material({ is: 'no-finance-letter', file: 'letter.jpg' }), true],
  ['filing.pre-approval-is-declined', material({ is: 'no-finance-letter' }), false],
]

const serviceRows: Row[] = [
  ['service.filing-type', {}, 'first'],
  [
    'service.filing-type',
    service({ record: { provider: 'aliyun' } }, sponsor({ record: {} }, { provider: 'aliyun' })),
    'nothing-to-file',
  ],
  ['service.filed', {}, false],
  ['service.filed', service({ record: 'none' }), false],
  ['service.filed', service({ record: {} }), true],
  ['service.record-is-stated', {}, undefined],
  ['service.record-is-stated', service({ record: 'none' }), true],
  ['service.record-is-none', {}, false],
  ['service.record-is-none', service({ record: 'none' }), true],
  ['service.record.number-kind', service({ record: {} }), undefined],
  ['service.record.number-kind', service({ record: { number: `${number}-1` } }), 'website'],
  ['service.record.number-kind', service({ record: { number: `${number}-2A` } }), 'app'],
  ['service.record.number-kind', service({ record: { number } }), 'sponsor'],
  ['service.record.number-kind', service({ record: { number: '京ICP证030173号' } }), undefined],
  ['service.record.number-problem', service({ record: {} }), undefined],
  ['service.record.number-problem', service({ record: { number: `${number}-1` } }), 'none'],
  ['service.record.number-problem', service({ record: { number: '京ICP证030173号' } }), 'licence'],
  ['service.record.provider', service({ record: {} }), undefined],
  ['service.record.provider', service({ record: { provider: 'tencent' } }), ['tencent']],
  ['service.record.provider', service({ record: { provider: ['tencent', 'aliyun'] } }), ['tencent', 'aliyun']],
  ['service.home-url', {}, undefined],
  ['service.home-url', service({ 'home-url': 'www.example.cn' }), ['www.example.cn']],
  ['service.home-urls', {}, undefined],
  ['service.home-urls', service({ 'home-url': ['example.cn', 'www.example.cn'] }), 2],
  ['service.home-url.is-on-domain', service({ 'home-url': 'example.cn' }), undefined],
  ['service.home-url.is-on-domain', service({ 'home-url': 'www.Example.cn', domains: [{ name: 'example.cn' }] }), true],
  [
    'service.home-url.is-on-domain',
    service({ 'home-url': 'https://example.cn:8080/a', domains: [{ name: 'example.cn' }] }),
    true,
  ],
  ['service.home-url.is-on-domain', service({ 'home-url': 'anexample.cn', domains: [{ name: 'example.cn' }] }), false],
  ['service.home-url.has-scheme', {}, undefined],
  ['service.home-url.has-scheme', service({ 'home-url': 'https://example.cn' }), true],
  ['service.home-url.has-scheme', service({ 'home-url': 'example.cn/http' }), false],
  ['service.domain-count', {}, undefined],
  ['service.domain-count', service({ domains: [] }), 0],
  ['service.domain-count', service({ domains: [{}, {}] }), 2],
  ['service.has-domain', {}, true],
  ['service.has-domain', service({ domains: [] }), false],
  ['service.has-domain', domain({}), true],
  ['service.has-domain', domain({ name: '203.0.113.10' }), false],
  ['service.pre-approvals', {}, undefined],
  ['service.pre-approvals', service({ 'pre-approvals': [] }), []],
  ['service.pre-approvals', service({ 'pre-approvals': [{ type: 'news' }, {}] }), ['news']],
  ['service.resources', service({}), 0],
  ['service.resources', service({ access: { product: 'ecs' } }), 1],
  ['service.resources', service({ access: [{ product: 'ecs' }, {}] }), 2],
  ['service.address-provinces', service({}), []],
  ['service.address-provinces', service({ access: { ips: ['203.0.113.10'] } }), []],
  [
    'service.address-provinces',
    service({
      access: [
        { ips: [{ ip: '203.0.113.10', province: 'tianjin' }] },
        { ips: [{ ip: '203.0.113.20', province: 'hebei' }] },
      ],
    }),
    ['tianjin', 'hebei'],
  ],
  ['service.shares-site', {}, false],
  ['service.shares-site', service({ 'same-site-as': 0 }), true],
  ['service.lead-is-given', {}, undefined],
  ['service.lead-is-given', service({ lead: { name: '陈港' } }), true],
  ['service.lead-is-given', sponsor({ kind: 'individual' }), true],
  ['lead.is-somebody-else', {}, undefined],
  ['lead.is-somebody-else', service({ lead: { name: '陈港' } }), undefined],
  ['lead.is-somebody-else', service({ lead: { 'same-as': 'principal' } }), false],
  [
    'lead.is-somebody-else',
    service({ lead: { document: { number: chen } } }, { principal: { document: { number: wang } } }),
    true,
  ],
  ['lead.represents-sponsor', service({ lead: { 'same-as': 'principal' } }), undefined],
  [
    'lead.represents-sponsor',
    service({ lead: { 'same-as': 'principal' } }, { principal: { 'is-legal-representative': true } }),
    true,
  ],
  [
    'lead.represents-sponsor',
    service({ lead: { document: { number: chen } } }, { 'legal-representative': { document: { number: wang } } }),
    false,
  ],
  ['service.app.platforms', {}, undefined],
  ['service.app.platforms', service({ app: { platforms: [{}] } }), 1],
  ['service.app.icon-file', {}, undefined],
  ['service.app.icon-file', service({ app: { icon: 'icon.png' } }), 'icon.png'],
  ['service.app.icon-file', service({}, material({ is: 'app-icon', file: 'a.png' })), 'a.png'],
  ['service.app.icon-file', service({}, material({ is: 'app-icon', file: 'a.png', of: 'services.1' })), undefined],
  ['service.app.names-agree', service({ name: '海风' }), undefined],
  ['service.app.names-agree', service({ name: '海风', app: { platforms: [{ name: '海风' }, {}] } }), true],
  ['service.app.names-agree', service({ name: '海风', app: { platforms: [{ name: '海浪' }] } }), false],
  ['service.footer.is-stated', {}, false],
  ['service.footer.is-stated', service({ footer: {} }), true],
  ['service.footer.number-problem', service({ footer: {} }), undefined],
  ['service.footer.number-problem', service({ footer: { text: `© 海风 ${number}-1` } }), 'none'],
  ['service.footer.number-problem', service({ footer: { text: '© 海风' } }), 'form'],
  ['service.footer.shows-number', service({ footer: { text: number } }), undefined],
  [
    'service.footer.shows-number',
    service({ footer: { text: `${number}-1` }, record: { number: `${number}-1` } }),
    true,
  ],
  ['service.footer.shows-number', service({ footer: { text: number }, record: { number: `${number}-1` } }), false],
]

const nameRows: Row[] = [
  ['service.words', {}, undefined],
  ['service.words', service({ name: '海风软件' }), '海风软件'],
  ['service.words', service({ name: '海风软件', 'page-title': '首页' }), '海风软件 首页'],
  ['service.name.own-words', {}, undefined],
  ['service.name.own-words', service({ name: '海风软件商城' }, sponsor(company)), '商城'],
  ['service.name.own-words', service({ name: '海浪' }, sponsor(company)), '海浪'],
  ['service.name.is-domain', {}, undefined],
  ['service.name.is-domain', service({ name: 'www.Example.cn', domains: [{ name: 'example.cn' }] }), true],
  ['service.name.is-domain', service({ name: '海风', domains: [{ name: 'example.cn' }] }), false],
  ['service.name.is-domain-label', {}, undefined],
  ['service.name.is-domain-label', service({ name: 'Example', domains: [{ name: 'www.example.cn' }] }), true],
  ['service.name.is-domain-label', service({ name: '海风', domains: [{ name: '海风.中国' }] }), false],
  ['service.name.is-used-again', {}, undefined],
  [
    'service.name.is-used-again',
    {
      services: [
        { name: '海风', kind: 'app' },
        { name: '海风', kind: 'app' },
      ],
    },
    true,
  ],
  [
    'service.name.is-used-again',
    {
      services: [
        { name: '海风', kind: 'app' },
        { name: '海风', kind: 'website' },
      ],
    },
    false,
  ],
  ['service.name.fits-sponsor', service({ name: '海风' }), undefined],
  ['service.name.fits-sponsor', service({ name: '海风商城' }, sponsor(company)), true],
  ['service.name.fits-sponsor', service({ name: '深圳软件' }, sponsor(company)), false],
  ['service.name.is-explained', {}, undefined],
  ['service.name.is-explained', service({ name: '听潮' }, sponsor(company)), false],
  ['service.name.is-explained', service({ name: '听潮', remark: '听潮为本公司注册商标' }, sponsor(company)), true],
  ['service.name.holds-own-name', service({ name: '王海的笔记' }), undefined],
  ['service.name.holds-own-name', service({ name: '王海的笔记' }, sponsor({ name: '王海' })), true],
  ['service.name.holds-own-name', service({ name: '听潮笔记' }, sponsor({ name: '王海' })), false],
  ['service.name.looks-personal', {}, undefined],
  ['service.name.looks-personal', service({ name: '小王的笔记' }), true],
  ['service.name.looks-personal', service({ name: '欧阳老师讲数学' }), true],
  ['service.name.looks-personal', service({ name: '小海风' }), false],
  ['service.words.own', {}, undefined],
  ['service.words.own', service({ name: '海风软件', 'page-title': '软件新闻' }, sponsor(company)), '新闻'],
  ['service.words.own', service({ name: '海风软件'.repeat(50_000) }, sponsor(company)), ''],
  ['service.suggested-approvals', {}, undefined],
  ['service.suggested-approvals', service({ name: 'p2p新闻' }), ['news', 'finance']],
  ['service.suggested-approvals', service({ name: '海风理财' }, sponsor({ name: '海风理财有限公司' })), []],
  ['service.remark.claims', {}, undefined],
  ['service.remark.claims', service({ remark: '介绍软件产品。不涉及新闻，理财' }), '介绍软件产品'],
]

const domainRows: Row[] = [
  ['domain.problem', {}, undefined],
  ['domain.problem', domain({ name: 'example.cn' }), 'none'],
  ['domain.problem', domain({ name: 'www.example.cn' }), 'www'],
  ['domain.top-level', domain({ name: 'example.com.cn' }), 'cn'],
  ['domain.top-level', domain({ name: 'example' }), undefined],
  ['domain.suffix', domain({ name: 'example.com.cn' }), 'com.cn'],
  ['domain.suffix', {}, undefined],
  ['domain.registrable', domain({ name: 'shop.example.cn' }), 'example.cn'],
  ['domain.registrable', {}, undefined],
  ['domain.is-registrable', domain({ name: 'shop.example.cn' }), false],
  ['domain.is-registrable', domain({ name: 'example.cn' }), true],
  ['domain.is-registrable', {}, undefined],
  ['domain.levels', domain({ name: 'shop.example.cn' }), 3],
  ['domain.levels', {}, undefined],
  ['domain.days-left', domain({ expires: '2026-12-31' }), 30],
  ['domain.days-left', {}, undefined],
  ['domain.real-name.working-days', {}, undefined],
  ['domain.real-name.working-days', domain({ 'real-name': { on: '2026-11-27' } }), 2],
  ['domain.real-name.working-days', domain({ 'real-name': { on: '2026-09-30' } }), 1, '2026-10-05'],
  ['domain.real-name.working-days', domain({ 'real-name': { on: '2026-10-09' } }), 1, '2026-10-11'],
  ['domain.real-name.working-days', domain({ 'real-name': { on: '2026-12-02' } }), 0],
  ['domain.real-name.holidays-are-known', {}, undefined],
  ['domain.real-name.holidays-are-known', domain({ 'real-name': { on: '2026-12-30' } }), true, '2026-12-31'],
  ['domain.real-name.holidays-are-known', domain({ 'real-name': { on: '2026-12-30' } }), false, '2027-01-01'],
  ['domain.real-name.holidays-are-known', domain({ 'real-name': { on: '2026-11-30' } }), true, '2027-01-04'],
  ['domain.real-name.working-days', domain({ 'real-name': { on: '2020-01-01' } }), 10],
  ['domain.filed-on', domain({}), today],
  ['domain.filed-on', service({ record: 'none', domains: [{}] }), today],
  ['domain.filed-on', service({ record: { 'filed-on': '2016-05-01' }, domains: [{}] }), '2016-05-01'],
  ['domain.filed-on', service({ record: {}, domains: [{}] }), '2018-01-01'],
  ['domain.resolution-is-stated', {}, false],
  ['domain.resolution-is-stated', domain({ 'resolves-to': [] }), true],
  ['domain.resolves-to-access', domain({ 'resolves-to': ['203.0.113.10'] }), undefined],
  [
    'domain.resolves-to-access',
    service({ domains: [{ 'resolves-to': ['203.0.113.10'] }], access: [{ ips: [{ ip: '203.0.113.10' }] }] }),
    true,
  ],
  [
    'domain.resolves-to-access',
    service({ domains: [{ 'resolves-to': ['203.0.113.10', '203.0.113.11'] }], access: { ips: ['203.0.113.10'] } }),
    false,
  ],
  ['domain.is-written-twice', {}, undefined],
  ['domain.is-written-twice', { services: [{ domains: [{ name: 'a.cn' }] }, { domains: [{ name: 'A.cn' }] }] }, true],
  [
    'domain.is-written-twice',
    { services: [{ domains: [{ name: 'a.cn' }] }, { kind: 'app', domains: [{ name: 'a.cn' }] }] },
    false,
  ],
]

const held = (
  holder: NonNullable<Domain['holder']>,
  more: Small = sponsor({ ...company, document: { type: 'business-licence', number: code } }),
) => domain({ holder }, more)

const holderRows: Row[] = [
  ['domain.holder.relation', {}, undefined],
  ['domain.holder.relation', held({ name: '深圳市海风软件有限公司' }), 'sponsor'],
  ['domain.holder.relation', held({ name: '王海' }, { principal: { name: '王海' } }), 'principal'],
  ['domain.holder.relation', held({ name: '张三', relation: 'shareholder' }), 'shareholder'],
  ['domain.holder.expected-name', held({ name: '张三' }), '深圳市海风软件有限公司'],
  ['domain.holder.expected-name', held({ name: '张三', relation: 'legal-representative' }), undefined],
  ['domain.holder.is-near-miss', {}, undefined],
  ['domain.holder.is-near-miss', held({ name: '深圳市海丰软件有限公司' }), true],
  ['domain.holder.is-near-miss', held({ name: '深圳市海风软件有限公司' }), false],
  ['domain.holder.is-outsider', {}, undefined],
  ['domain.holder.is-outsider', held({ name: '张三', relation: 'employee' }), true],
  ['domain.holder.is-outsider', held({ name: '深圳市海风软件有限公司', relation: 'employee' }), false],
  ['domain.holder.type-agrees', held({ name: '张三', document: { type: 'id-card' } }), undefined],
  ['domain.holder.type-agrees', held({ name: company.name, document: { type: 'business-licence' } }), true],
  ['domain.holder.type-agrees', held({ name: company.name, document: { type: 'id-card' } }), false],
  ['domain.holder.number-agrees', held({ name: company.name }), undefined],
  ['domain.holder.number-agrees', held({ name: company.name, document: { number: code.toLowerCase() } }), true],
  ['domain.holder.number-agrees', held({ name: company.name, document: { number: `${code}1` } }), false],
  ['domain.holder.is-lead', held({ name: '陈港' }), undefined],
  ['domain.holder.is-lead', service({ lead: { name: '陈港' }, domains: [{ holder: { name: '陈港' } }] }), true],
  ['domain.holder.is-lead', service({ lead: { name: '陈港' }, domains: [{ holder: { name: '王海' } }] }), false],
]

const accessRows: Row[] = [
  ['access.is-mainland', {}, undefined],
  ['access.is-mainland', access({ region: 'cn-hangzhou' }), true],
  ['access.is-mainland', access({ region: 'cn-hongkong' }), false],
  ['access.is-mainland', access({ region: '华东1（杭州）' }), true],
  ['access.is-mainland', access({ region: '美国（硅谷）' }), false],
  ['access.is-mainland', access({ region: '深圳市南山区' }), true],
  ['access.is-mainland', access({ region: 'zone-7' }), undefined],
  ['access.region-is-known', {}, undefined],
  ['access.region-is-known', access({ region: 'zone-7' }), false],
  ['access.region-is-known', access({ region: 'cn-hongkong' }), true],
  ['access.ips', {}, undefined],
  ['access.ips', access({ ips: ['203.0.113.10', { ip: '203.0.113.11' }] }), ['203.0.113.10', '203.0.113.11']],
  ['access.has-public-address', {}, undefined],
  ['access.has-public-address', access({ ips: ['10.0.0.1', '203.0.113.10'] }), true],
  ['access.has-public-address', access({ ips: ['10.0.0.1', '192.168.1.1', '172.16.0.1', 'fe80::1'] }), false],
  ['access.has-public-address', access({ ips: [] }), false],
  ['access.addresses-are-valid', {}, undefined],
  ['access.addresses-are-valid', access({ ips: ['203.0.113.10', '2001:db8::1'] }), true],
  ['access.addresses-are-valid', access({ ips: ['203.0.113.256'] }), false],
  ['access.addresses-are-valid', access({ ips: ['example.cn'] }), false],
  ['access.days-left', {}, undefined],
  ['access.days-left', access({ expires: '2026-12-08' }), 7],
  ['access.product-is-known', {}, undefined],
  ['access.product-is-known', access({ product: 'ecs' }), true],
  ['access.product-is-known', access({ product: 'oss' }), false],
  ['access.product-id', {}, undefined],
  ['access.product-id', access({ product: '云服务器ECS' }), 'ecs'],
  ['access.product-id', access({ product: '弹性云服务器' }), 'ecs'],
  ['access.product-id', access({ product: 'ＮＡＴ gateway' }), 'nat'],
  ['access.product-id', access({ product: 'oss' }), 'other'],
  ['access.is-given', {}, undefined],
  ['access.is-given', access({ resource: 'i-1' }), true],
  ['access.is-given', access({ code: 'abc' }), true],
  ['access.codes-left', access({ product: 'ecs', resource: 'i-1' }), undefined],
  ['access.codes-left', access({ product: 'nat', 'codes-used': 1 }), undefined],
  ['access.codes-left', access({ product: 'ecs', resource: 'i-1', 'codes-used': 5 }), -1],
  ['access.codes-left', access({ product: 'ecs', resource: 'i-1', 'codes-used': 5, code: 'abc' }), undefined],
  ['access.has-code', {}, false],
  ['access.has-code', access({ code: 'abc' }), true],
  ['access.code-is-used-again', {}, undefined],
  ['access.code-is-used-again', access({ code: 'abc' }), false],
  ['access.code-is-used-again', { services: [{ access: { code: 'abc' } }, { access: [{ code: 'ABC ' }] }] }, true],
  ['access.code-is-used-again', { services: [{ access: { code: 'abc' } }, { access: { code: 'abd' } }, {}] }, false],
  ['access.billing-is-wanted', {}, true],
  ['access.billing-is-wanted', access({ code: 'abc' }), false],
  ['access.months-are-wanted', access({ code: 'abc', months: 12 }), true],
  ['access.months-are-wanted', access({ code: 'abc' }), false],
  ['access.expiry-is-wanted', access({ code: 'abc' }), false],
  ['access.address-is-wanted', access({ code: 'abc' }), false],
]

const letterOfWang = material({ 'signed-by': '王海' }, { principal: { name: '王海' } })

const paperRows: Row[] = [
  ['approval.days-left', service({ 'pre-approvals': [{}] }), undefined],
  ['approval.days-left', service({ 'pre-approvals': [{ 'valid-to': '2026-12-02' }] }), 1],
  ['approval.days-left', service({ 'pre-approvals': [{ 'valid-to': 'long-term' }] }), longTermDays],
  ['material.days-left', material({}), undefined],
  ['material.days-left', material({ 'valid-to': '2026-11-30' }), -1],
  ['material.signed-days-ago', material({}), undefined],
  ['material.signed-days-ago', material({ 'signed-on': '2026-11-01' }), 30],
  ['material.signed-by-role', material({}), undefined],
  ['material.signed-by-role', letterOfWang, 'principal'],
  ['material.signed-by-role', { ...letterOfWang, 'legal-representative': { name: '王海' } }, 'legal-representative'],
  ['material.signed-by-role', material({ 'signed-by': '陈港' }, service({ lead: { name: '陈港' } })), 'lead'],
  ['material.signed-by-role', material({ 'signed-by': '张三' }), 'somebody-else'],
  ['material.signed-by-a-lead', material({}), undefined],
  ['material.signed-by-a-lead', letterOfWang, false],
  ['material.signed-by-a-lead', { ...letterOfWang, services: [{ lead: { 'same-as': 'principal' } }] }, true],
  ['material.watermark-is-allowed', material({}), true],
  ['material.watermark-is-allowed', material({ watermark: '仅供ICP备案使用' }), true],
  ['material.watermark-is-allowed', material({ watermark: '样本' }), false],
  ['material.is-signed', material({}), undefined],
  ['material.is-signed', material({ 'signed-on': '2026-11-01' }), true],
  ['material.is-signed', material({ 'signed-on': '2026-11-01', signed: false }), false],
  ['material.template-fits-sponsor', material({}), true],
  ['material.template-fits-sponsor', material({ 'template-for': 'individual' }, sponsor(company)), false],
  [
    'material.compares',
    material({ is: 'business-licence', reads: { name: '甲', number: '1' } }, sponsor({ name: '乙' })),
    ['name'],
  ],
  ['material.stated.name', material({ is: 'business-licence' }), undefined],
  ['material.stated.name', material({ is: 'business-licence' }, sponsor({ name: '乙' })), '乙'],
  ['material.stated.number', material({ is: 'business-licence' }, sponsor({ document: { number: code } })), code],
  [
    'material.stated.address',
    material({ is: 'business-licence' }, sponsor({ document: { address: '科技园' } })),
    '科技园',
  ],
  ['material.stated.valid-to', material({ is: 'domain-certificate' }, domain({ expires: '2028-01-01' })), '2028-01-01'],
  [
    'material.stated.legal-representative',
    material({ is: 'business-licence' }, { 'legal-representative': { name: '王海' } }),
    '王海',
  ],
]

const roleRows: Row[] = [
  ['person.is', {}, 'principal'],
  ['person.is-contact', {}, true],
  ['person.is-principal', { principal: { name: '王海' } }, true],
  ['lead.is-principal', service({ lead: { document: { number: chen } } }), undefined],
  [
    'lead.is-principal',
    service({ lead: { document: { number: wang } } }, { principal: { document: { number: wang } } }),
    true,
  ],
  ['person.is-legal-representative', {}, undefined],
  ['person.is-legal-representative', { principal: { 'is-legal-representative': false } }, false],
  [
    'lead.is-legal-representative',
    service({ lead: { 'same-as': 'legal-representative' } }, { 'legal-representative': {} }),
    undefined,
  ],
  [
    'lead.is-legal-representative',
    service({ lead: { document: { number: wang } } }, { 'legal-representative': { document: { number: wang } } }),
    true,
  ],
  ['person.repeats-mobile', {}, undefined],
  ['person.repeats-mobile', { principal: { mobile: '13800138000' } }, false],
  [
    'lead.repeats-mobile',
    service({ lead: { name: '陈港', mobile: '13800138000' } }, { principal: { name: '王海', mobile: '13800138000' } }),
    true,
  ],
  ['person.repeats-email', {}, undefined],
  [
    'lead.repeats-email',
    service({ lead: { name: '陈港', email: 'A@example.cn' } }, { principal: { name: '王海', email: 'a@example.cn' } }),
    true,
  ],
]

/** What the facts of a person say, whoever the person is in the filing. */
const personRows: readonly (readonly [
  field: string,
  person: NonNullable<Small['legal-representative']>,
  value: Value | undefined,
])[] = [
  ['name', { name: '王海' }, '王海'],
  ['document.type', { document: { type: 'id-card' } }, 'id-card'],
  ['document.number', { document: { number: wang } }, wang],
  ['document.valid-from', { document: { 'valid-from': '2016-01-01' } }, '2016-01-01'],
  ['document.valid-to', { document: { 'valid-to': 'long-term' } }, 'long-term'],
  ['document.address', { document: { address: '深圳市' } }, '深圳市'],
  ['mobile', { mobile: '13800138000' }, '13800138000'],
  ['mobile-province', { 'mobile-province': 'guangdong' }, 'guangdong'],
  ['emergency-phone', { 'emergency-phone': '13900139000' }, '13900139000'],
  ['emergency-province', { 'emergency-province': 'guangdong' }, 'guangdong'],
  ['emergency-contact.name', { 'emergency-contact': { name: '陈港' } }, '陈港'],
  ['emergency-contact.relation', { 'emergency-contact': { relation: '同事' } }, '同事'],
  ['emergency-contact.post', { 'emergency-contact': { post: '经理' } }, '经理'],
  ['office-phone', { 'office-phone': '086-755-86000000' }, '086-755-86000000'],
  ['email', { email: 'wang@example.cn' }, 'wang@example.cn'],
  ['student', {}, false],
  ['student', { student: true }, true],
  ['role', { role: '股东' }, '股东'],
  ['post', { post: '经理' }, '经理'],
  ['born', { born: '1990-01-01' }, '1990-01-01'],
  ['used-elsewhere.mobile', {}, false],
  ['used-elsewhere.mobile', { 'used-elsewhere': { mobile: true } }, true],
  ['used-elsewhere.document', {}, false],
  ['used-elsewhere.document', { 'used-elsewhere': { document: true } }, true],
  ['age', {}, undefined],
  ['age', { document: { number: wang } }, 36],
  ['age', { born: '2008-12-02' }, 17],
  ['age', { document: { number: 'E12345678' } }, undefined],
  ['document.days-left', {}, undefined],
  ['document.days-left', { document: { 'valid-to': '2026-12-02' } }, 1],
  ['document.days-left', { document: { 'valid-to': 'long-term' } }, longTermDays],
  ['document.term-days', { document: { 'valid-to': '2036-01-01' } }, undefined],
  ['document.term-days', { document: { 'valid-from': '2016-01-01', 'valid-to': '2036-01-01' } }, 7305],
  ['document.problem', { document: { number: wang } }, undefined],
  ['document.problem', { document: { type: 'id-card', number: wang } }, 'none'],
  ['document.problem', { document: { type: 'id-card', number: '440305199001011231' } }, 'check-digit'],
  ['document.issued-in', {}, undefined],
  ['document.issued-in', { document: { number: wang } }, 'guangdong'],
  ['mobile.problem', {}, undefined],
  ['mobile.problem', { mobile: '13800138000' }, 'none'],
  ['mobile.problem', { mobile: '+8613800138000' }, 'country-code'],
  ['emergency-phone.problem', { 'emergency-phone': '1380013800' }, 'length'],
  ['office-phone.problem', { 'office-phone': '0755-86000000' }, 'country-code'],
  ['email.problem', { email: 'wang＠example.cn' }, 'full-width'],
  ['has-office-phone', {}, false],
  ['has-office-phone', { 'office-phone': '086-755-86000000' }, true],
  ['born-agrees', { document: { number: wang } }, undefined],
  ['born-agrees', { born: '1990-01-01', document: { number: wang } }, true],
  ['born-agrees', { born: '1991-01-01', document: { number: wang } }, false],
  ['mobile-prefix', {}, undefined],
  ['mobile-prefix', { mobile: '13800138000' }, '138'],
]

const rows = [
  ...sponsorRows,
  ...recordRows,
  ...filingRows,
  ...serviceRows,
  ...nameRows,
  ...domainRows,
  ...holderRows,
  ...accessRows,
  ...paperRows,
  ...roleRows,
]

describe('a worked-out fact', () => {
  it.each(rows)('%s of %j is %j', (fact, filing, value, day = today) => {
    expect(valueIn(filing, fact, day)).toEqual(value)
  })

  it.each(personRows)('%s of whichever person is written as %j is %j', (field, person, value) => {
    expect(valueIn({ principal: person }, `person.${field}`)).toEqual(value)
    expect(valueIn({ principal: person }, `principal.${field}`)).toEqual(value)
    expect(valueIn({ 'legal-representative': person }, `legal-representative.${field}`)).toEqual(value)
    expect(valueIn({ services: [{ lead: person }] }, `lead.${field}`)).toEqual(value)
  })

  it('always has a row here', () => {
    const told = new Set([...rows.map(([fact]) => fact), ...personRows.map(([field]) => `person.${field}`)])
    const namesOfFields = new Set<string>(
      fieldFacts.flatMap(({ prefix, fields }) => fields.map(field => `${prefix}.${field}`)),
    )
    const own = factNames().filter(
      name => !namesOfFields.has(name) && !/^(principal|legal-representative|lead|shared|scan)\./.test(name),
    )
    expect(own.filter(name => !told.has(name))).toEqual([])
  })
})

const asked: [fact: string, filing: Small, fields: string[]][] = [
  ['sponsor.record-is-stated', {}, ['sponsor.record']],
  ['sponsor.document.problem', {}, ['sponsor.document.number', 'sponsor.document.type']],
  ['sponsor.document.province', {}, ['sponsor.document.address']],
  [
    'sponsor.document.province',
    sponsor({ document: { address: '科技园' } }),
    ['sponsor.document.address', 'sponsor.document.region'],
  ],
  ['sponsor.record.province', sponsor({ record: {} }), ['sponsor.record.number']],
  ['sponsor.record.province', sponsor({ record: { number: '粤' } }), ['sponsor.record.province']],
  ['service.record-is-stated', {}, ['services.0.record']],
  ['service.domain-count', {}, ['services.0.domains.0.name']],
  ['service.app.platforms', service({ kind: 'app' }), ['services.0.app.platforms.0.os']],
  ['service.app.names-agree', service({ kind: 'app' }), ['services.0.name', 'services.0.app.platforms.0.os']],
  ['service.lead-is-given', {}, ['services.0.lead']],
  ['lead.name', {}, ['services.0.lead']],
  ['lead.name', service({ lead: {} }), ['services.0.lead.name']],
  ['lead.name', service({ lead: { 'same-as': 'principal' } }), ['principal.name']],
  ['lead.is-somebody-else', {}, ['services.0.lead']],
  ['lead.is-somebody-else', service({ lead: {} }), ['services.0.lead.document.number']],
  ['legal-representative.name', {}, ['principal.is-legal-representative']],
  ['legal-representative.name', { principal: { 'is-legal-representative': true } }, ['principal.name']],
  ['legal-representative.name', { principal: { 'is-legal-representative': false } }, ['legal-representative.name']],
  ['principal.name', {}, ['principal.name']],
  ['principal.name', sponsor({ kind: 'individual' }), ['sponsor.name']],
  ['principal.mobile', sponsor({ kind: 'individual' }), ['principal.mobile']],
  ['principal.age', {}, ['principal.document.number', 'principal.born']],
  ['domain.days-left', {}, ['services.0.domains.0.expires']],
  ['domain.holder.relation', domain({}), ['services.0.domains.0.holder.name']],
  ['domain.holder.relation', held({ name: '张三' }), ['services.0.domains.0.holder.relation']],
  ['access.days-left', {}, ['services.0.access.expires']],
  ['access.days-left', service({ access: [{}] }), ['services.0.access.0.expires']],
  ['platform.os', service({ kind: 'app' }), ['services.0.app.platforms.0.os']],
  ['approval.days-left', service({ 'pre-approvals': [{}] }), ['services.0.pre-approvals.0.valid-to']],
  ['material.is-signed', material({}), ['materials.0.signed']],
  ['material.stated.name', material({ is: 'business-licence' }), []],
]

/** One of everything that rules are judged on, with nothing told about it. */
const untold: Small = {
  services: [{ kind: 'app', domains: [{}], 'pre-approvals': [{}] }],
  materials: [{ is: 'passport' }],
}

/** A paper compared with the filing waits for a transcript, a thing that filings share for other filings, a scan for a look at it: no answer helps. */
const neverAsked = /^(material\.stated|shared|scan)\./

describe('a fact that is not known yet', () => {
  it.each(asked)('%s of %j asks for %j', (fact, filing, fields) => {
    expect(valueIn(filing, fact)).toBeUndefined()
    expect(fieldsIn(filing, fact)).toEqual(fields)
  })

  const unknown = factNames().filter(name => !neverAsked.test(name) && valueIn(untold, name) === undefined)

  it.each(unknown)('%s asks for an answer that icp.yaml has a place for', name => {
    const [subject] = subjectsIn(untold, factOf(name).scope)
    const fields = subject ? factOf(name).fields(subject) : []
    expect(fields).not.toEqual([])
    for (const field of fields) expect(schemasAt(filingSchema, field)).not.toEqual([])
  })
})

describe('the list of facts', () => {
  it('names every fact in both languages', () => {
    expect(Object.keys(namesOfFacts).toSorted()).toEqual(factNames().toSorted())
    for (const [zh, en] of Object.values(namesOfFacts)) {
      expect(zh).toMatch(/\p{Script=Han}|IP|ID/u)
      expect(en).toMatch(/^[\p{Script=Latin}\d\s,.:/()’'-]+$/u)
    }
  })

  const coded = factNames().flatMap(name => {
    const { codes } = factOf(name)
    return codes === undefined ? [] : [[name, codes] as const]
  })

  it.each(coded)('finds the codes of %s in the table %s', (_name, codes) => {
    expect([...namesIn('codes'), 'materials']).toContain(codes)
  })
})
