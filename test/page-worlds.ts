// The filings behind the kept pages: one full of open ends, one that is ready, and others that are on their way.
import type { PackedForms } from '../src/bundle/packing.ts'
import type { Language } from '../src/locales/index.ts'

/** `files`: what lies beside the filing, each with what it holds. */
export type PageWorld = {
  readonly name: string
  /** below test/pages */
  readonly folder: string
  readonly languages: readonly Language[]
  readonly filing: string
  readonly files: Readonly<Record<string, string | Buffer>>
  /** the letters to sign */
  readonly forms?: PackedForms
  /** the day asked for with --on */
  readonly on?: string
}

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Several services and people, papers that are missing or bad, answers that are wrong, open or only guessed. */
const open = `icp: 1
provider: aliyun
province: hubei
region: "429004"
guessed: [sponsor.contact-address, services.0.home-url]
plan: { submit-on: 2026-11-30 }
sponsor:
  kind: enterprise
  name: 仙桃市海风 <软件> & "合作" 公司's 分部
  document: { type: business-licence, number: 91440300MA5FKT2C9R, valid-to: 2026-11-25 }
  contact-address: 科技园南路18号A座1203室
  record: { number: 鄂ICP备99000001号, provider: tencent, document: { valid-to: 2027-01-02 } }
principal:
  name: 王海
  document: { type: id-card, number: 44030519900101123X, valid-to: 2026-12-01 }
  mobile: "15800138000"
  is-legal-representative: false
legal-representative:
  name: 林小雨
  document: { type: id-card, number: "110105199003077774", valid-to: long-term }
  mobile: "13900139000"
services:
  - kind: website
    name: 海风_软件_
    home-url: [www.example.cn, www.example.com]
    remark: 一个很长的备注
    lead:
      name: 陈雨
      document: { type: id-card, number: "440106199406158825", valid-to: 2026-12-31 }
      mobile: "13700137000"
    domains:
      - { name: example.cn, registrar: 示例注册商, expires: 2027-01-01, open: true }
      - { name: example.com, registrar: Example Registrar, expires: 2027-06-01, holder: { document: { valid-to: 2027-01-03 } } }
    access: { product: ecs, months: 1, expires: 2027-02-01, ips: [203.0.113.10, 203.0.113.11] }
  - kind: app
    name: 海风 App
    remark: 短
    lead: { same-as: legal-representative }
    domains: [{ name: app.example.net, registrar: 示例注册商, expires: 2028-01-01, open: false }]
    app:
      icon: icon.png
      platforms: [{ os: android, package: cn }, { os: ios }]
    access: { product: Something Else, months: 12 }
materials:
  - { is: business-licence, file: gone.jpg }
  - { is: id-card-front, of: principal, file: empty.jpg }
  - { is: id-card-front, of: services.0.lead, file: front.png }
  - { is: id-card-back, of: legal-representative, file: back.png, reads: { valid-to: 2027-01-04 } }
  - { is: lead-authorization, of: services.0.lead, file: gone.png }
  - { is: principal-authorization, of: principal, file: authorization.png }
  - { is: commitment-letter, of: sponsor, file: letter.png, signed: true, signed-on: 2026-10-20 }
  - { is: commitment-letter, of: legal-representative, file: gone.pdf }
  - { is: domain-certificate, file: certificate.tif }
  - { is: domain-real-name-screenshot, file: gone.webp }
  - { is: access-contract, file: contract.jpg }
`

/** A website of one domain, whose lead is the principal: nothing is left to do, and every day is known. */
const ready = `icp: 1
provider: aliyun
province: guangdong
region: "440305"
plan: { submit-on: 2026-12-07 }
sponsor:
  kind: law-firm
  name: 深圳市海风律师事务所
  document: { type: law-firm-licence, number: "31440000MD0000000X", valid-to: long-term }
  contact-address: 科技园南路18号A座1203室
  record: none
principal:
  name: 王海
  document: { type: id-card, number: 44030519900101123X, valid-to: 2036-01-01 }
  mobile: "13800138000"
  email: wanghai@example.cn
  is-legal-representative: true
services:
  - kind: website
    name: 海风律师
    home-url: www.example.cn
    content: [organization-site]
    interactive: false
    remark: 官网
    record: none
    lead: { same-as: principal }
    domains: [{ name: example.cn, expires: 2028-12-01, open: false }]
    access: { product: ECS, months: 12, ips: [{ ip: 203.0.113.10, province: guangdong }] }
materials:
  - { is: id-card-front, of: principal, file: front.png }
  - { is: id-card-back, file: back.png }
  - { is: commitment-letter, file: letter.png, signed: true, signed-on: 2026-11-25 }
`

/** An app of one person, handed in and waiting for the text message; the provider's screens are not known. */
const handedIn = `icp: 1
provider: huawei
province: beijing
region: "110105"
sponsor: { kind: individual, name: 陈雨, document: { type: id-card, number: "440106199406158825", valid-to: 2026-11-30 } }
principal: { mobile: "13700137000", email: chenyu@example.cn }
services:
  - kind: app
    name: 海风随笔
    interactive: false
    remark: 随笔
    record: none
    app: { icon: icon.png, platforms: [{ os: ios, package: cn.example.notes }] }
    access: { months: 12 }
materials:
  - { is: id-card-front, of: principal, file: front.png }
  - { is: app-icon, of: services.0, file: icon.png }
progress: { submitted: 2026-11-20, provider-reviewed: 2026-11-24, sms-sent: 2026-11-30 }
`

/** A website and an app that went live, with names that mean something else elsewhere; the lead’s e-mail address is not known. */
const approved = `icp: 1
provider: aliyun
province: zhejiang
region: "999999"
sponsor: { kind: law-firm, name: 杭州市海风律师事务所, document: { number: "440305" } }
principal: { name: 王海, mobile: "13800138000" }
services:
  - { kind: website, name: "440305", interactive: false, remark: 官网, lead: { same-as: principal } }
  - { kind: app, name: ecs, interactive: false, remark: 官网, app: { platforms: [{ package: cn.example }] } }
progress: { provider-reviewed: 2026-11-10, approved: 2026-11-20, opened: 2026-11-21 }
`

/** A change of what is on record, with every answer a filing can hold: what no form asks for stays out of the fill sheet. */
const filled = `icp: 1
provider: tencent
province: guangdong
region: "440305"
purpose: change
expects: change-service
guessed: [sponsor.remark]
account: { site: china }
plan: { submit-on: 2026-12-02 }
sponsor:
  kind: law-firm
  name: 深圳市海风律师事务所
  document: { type: law-firm-licence, number: "31440000MD0000000X", valid-from: 2019-05-20 }
  contact-address: 科技园南路18号A座1203室
  has-seal: true
  record: { number: 粤ICP备99000001号, services: 2, filed-on: 2020-01-01 }
principal:
  name: 王海
  document: { type: id-card, number: 44030519900101123X }
  mobile: "13800138000"
  email: wanghai@example.cn
  used-elsewhere: { mobile: false }
  emergency-contact: { name: 林小雨, relation: 同事 }
legal-representative: { name: 林小雨, mobile: "13900139000" }
services:
  - kind: website
    name: 海风律师
    home-url: www.example.cn
    languages: [zh-hans]
    pre-approvals: [{ type: news, number: "123" }, { type: finance }]
    interactive: false
    remark: 官网
    page-title: 海风
    footer: { text: 粤ICP备99000001号-1, link: https://beian.miit.gov.cn/ }
    record: { number: 粤ICP备99000001号-1, provider: tencent }
    lead: { same-as: legal-representative, email: lin@example.cn }
    domains:
      - name: example.cn
        expires: 2028-12-01
        open: false
        resolves-to: [203.0.113.10]
        filed-under: 深圳市海风律师事务所
    access:
      - { product: ecs, months: 12, ips: [203.0.113.10, { ip: 203.0.113.11, province: guangdong }], codes-used: 1 }
      - { product: nat, months: 3 }
  - kind: app
    name: 海风
    interactive: false
    remark: 官网
    same-site-as: 0
    record: none
    pre-approvals: []
    app: { store-name: 海风, sdks: [{ name: 统计, provider: 示例公司 }], is-sdk: false, platforms: [{ os: ios, package: cn.example }] }
    access: { months: 6 }
materials:
  - { is: id-card-front, of: legal-representative, file: front.png, number: "123" }
confirmed: [{ rule: national/look, on: 2026-11-20 }]
`

/** The provider serves it already: there is nothing to hand in. */
const filed = `icp: 1
provider: tencent
province: 未知
sponsor: { kind: law-firm, name: 深圳市海风律师事务所, record: { number: 粤ICP备99000001号, provider: tencent } }
principal: { name: 王海, mobile: "13800138000", email: wanghai@example.cn }
services:
  - kind: app
    name: 海风
    interactive: false
    remark: 官网
    record: { number: 粤ICP备99000001号-1A, provider: tencent }
    app: { platforms: [{ package: cn.example }] }
    access: { months: 6 }
`

const pictures = Object.fromEntries(
  ['front.png', 'back.png', 'icon.png'].map(file => [file, Buffer.concat([picture, Buffer.from(file)])]),
)

export const pageWorlds: readonly PageWorld[] = [
  {
    name: 'full of open ends',
    folder: 'open',
    languages: ['zh', 'en'],
    filing: open,
    files: {
      ...pictures,
      'empty.jpg': '',
      'letter.png': 'a text',
      'authorization.png': Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
      'certificate.tif': Buffer.from(`49492a00080000000000${'00'.repeat(40)}`, 'hex'),
      'contract.jpg': Buffer.from([0, 1, 2, 3]),
    },
    forms: { count: 2, files: [] },
  },
  {
    name: 'ready',
    folder: 'ready',
    languages: ['zh', 'en'],
    filing: ready,
    files: { ...pictures, 'letter.png': picture },
    forms: { count: 1, files: [{ path: 'forms/承诺书.pdf', bytes: new Uint8Array([1]) }] },
  },
  { name: 'handed in', folder: 'handed-in', languages: ['en'], filing: handedIn, files: pictures },
  { name: 'approved', folder: 'approved', languages: ['zh'], filing: approved, files: {} },
  {
    name: 'filled in to the last answer',
    folder: 'filled',
    languages: ['zh'],
    filing: filled,
    files: pictures,
    on: '2026-12-01',
  },
  { name: 'nothing to file', folder: 'filed', languages: ['en'], filing: filed, files: {} },
  { name: 'blank', folder: 'blank', languages: ['en'], filing: 'icp: 1\n', files: {} },
]
