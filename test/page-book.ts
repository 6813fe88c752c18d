// The rule book behind the kept pages: a few rules of every kind, two providers, two provinces with a sheet and two without.
import type { CodeEntry } from '../src/model/tables.ts'
import type { Material } from '../src/model/material.ts'
import type { Common } from '../src/rules/rulebook.ts'
import type { Sheet } from '../src/rules/sheet.ts'
import { rule, smallBook, type Parts } from './small-book.ts'
import { common } from './small-world.ts'

const both = (zh: string, en: string) => ({ zh, en })

const paper = (
  material: string,
  order: number,
  title: Material['title'],
  more: Partial<Pick<Material, 'form' | 'picture'>> = {},
): Material => ({
  material,
  order,
  title,
  what: both(`主办单位的${title.zh}`, `the sponsor’s ${title.en}`),
  ...more,
})

const picture = both('平放拍摄，四角齐全', 'lay it flat, all four corners in the picture')

const papers = [
  paper('business-licence', 10, both('营业执照', 'business licence'), { picture }),
  paper('id-card-front', 20, both('身份证人像面', 'ID card, portrait side'), { picture }),
  paper('id-card-back', 21, both('身份证国徽面', 'ID card, emblem side'), { picture }),
  paper('passport', 22, both('护照', 'passport')),
  paper('commitment-letter', 40, both('承诺书', 'letter of commitment'), {
    form: both('手写签名并盖章', 'signed by hand and sealed'),
    picture,
  }),
  paper('lead-authorization', 45, both('负责人授权书', 'authorization of the lead')),
  paper('principal-authorization', 46, both('主体负责人授权书', 'authorization of the principal')),
  paper('access-contract', 70, both('接入合同', 'access contract')),
  paper('domain-real-name-screenshot', 61, both('实名截图', 'screenshot of the verified domain')),
  paper('domain-certificate', 60, both('域名证书', 'domain certificate')),
  paper('app-icon', 80, both('App 图标', 'app icon')),
]

const titled = (entries: readonly CodeEntry[]) => ({ title: both('表', 'table'), entries })

/** Without a sheet: the administration is all that is known of it. */
const hubei = {
  id: 'hubei',
  zh: '湖北',
  en: 'Hubei',
  'administration-zh': '湖北省通信管理局',
  'administration-en': 'Hubei Communications Administration',
}
const provinces = [
  hubei,
  { id: 'guangdong', zh: '广东', en: 'Guangdong' },
  { id: 'beijing', zh: '北京', en: 'Beijing' },
  { id: 'zhejiang', zh: '浙江', en: 'Zhejiang' },
]
const providers = [
  { id: 'aliyun', zh: '阿里云', en: 'Alibaba Cloud' },
  { id: 'tencent', zh: '腾讯云', en: 'Tencent Cloud' },
  { id: 'huawei', zh: '华为云', en: 'Huawei Cloud' },
]

const shared: Common = {
  ...common,
  lists: {
    ...common.lists,
    holidays: { title: both('节假日', 'holidays'), words: ['2027-01-01'], until: '2027-12-31' },
  },
  codes: { ...common.codes, provinces: titled(provinces), providers: titled(providers) },
  materials: Object.fromEntries(papers.map(each => [each.material, each])),
  provinces: ['beijing', 'guangdong'],
  providers: ['aliyun', 'tencent'],
}

/** What is asked, wanted, missing, looked at and told, of the filing and of each of its parts. */
const national: readonly Parts[] = [
  {
    id: 'licence',
    title: both('企业须有营业执照', 'An enterprise has a licence'),
    when: { 'sponsor.kind': 'enterprise' },
    needs: 'business-licence',
    fix: both('拍摄原件', 'Photograph the original'),
    source: { guide: '第一条', letter: '' },
  },
  {
    id: 'portrait',
    title: both('负责人须有身份证件', 'A person has a paper'),
    when: { 'person.is': ['principal', 'lead'] },
    needs: ['id-card-front', 'passport'],
  },
  {
    id: 'unknown-paper',
    title: both('宜附旧版表格', 'An old form is better attached'),
    severity: 'warning',
    when: { 'sponsor.kind': 'enterprise' },
    needs: 'old-form',
  },
  {
    id: 'certificate',
    title: both('域名须有证书', 'A domain has its certificate'),
    severity: 'warning',
    when: { 'domain.top-level': 'com' },
    needs: 'domain-certificate',
  },
  {
    id: 'letter-age',
    title: both('承诺书须在 30 天内签署', 'The letter was signed in the last 30 days'),
    when: { 'material.is': 'commitment-letter' },
    require: { 'material.signed-days-ago': { 'at-most': 30 } },
  },
  {
    id: 'mobile',
    title: both('手机号须以 13 开头', 'The mobile number begins with 13'),
    require: { 'person.mobile': { 'beginning-with': ['13'] } },
    fix: both('换一个号码', 'Take another number'),
    conflict: both('有的省份不限号段', 'Some provinces take any number'),
  },
  {
    id: 'email',
    title: both('邮箱须填写', 'An e-mail address is given'),
    when: { 'person.is': 'principal' },
    require: { 'person.email': { 'ending-with': ['.cn'] } },
  },
  {
    id: 'email-again',
    title: both('邮箱宜为企业邮箱', 'The e-mail address is better the company’s'),
    severity: 'warning',
    when: { 'person.is': 'principal' },
    require: { 'person.email': { 'not-beginning-with': ['admin'] } },
  },
  {
    id: 'domain-term',
    title: both('域名剩余 45 天以上', 'The domain runs for 45 days'),
    require: { 'domain.days-left': { 'at-least': 45 } },
  },
  {
    id: 'domain-year',
    title: both('域名宜剩余一年以上', 'The domain better runs for a year'),
    severity: 'warning',
    require: { 'domain.days-left': { 'at-least': 365 } },
  },
  {
    id: 'closed',
    title: both('备案前网站须关闭', 'The website is closed before it is filed'),
    require: { 'domain.open': false },
  },
  {
    id: 'package',
    title: both('App 须有包名', 'An app has a package name'),
    require: { 'platform.package': { 'length-at-least': 3 } },
  },
  {
    id: 'content',
    title: both('服务内容须填写', 'What the service holds is told'),
    severity: 'info',
    require: { 'service.interactive': false },
  },
  {
    id: 'remark',
    title: both('备注宜简短', 'The remark is better short'),
    severity: 'info',
    require: { 'service.remark': { 'length-at-most': 4 } },
  },
  {
    id: 'lead',
    title: both('须有服务负责人', 'A service has a lead'),
    require: { 'service.lead-is-given': true },
  },
  {
    id: 'months',
    title: both('云服务器购买三个月以上', 'The server is bought for three months'),
    require: { 'access.months': { 'at-least': 3 } },
  },
  {
    id: 'look',
    title: both('看一眼', 'Look'),
    when: { 'sponsor.kind': 'enterprise' },
    confirm: both('门牌号已核对', 'The house number was compared'),
  },
  {
    id: 'face',
    title: both('人脸', 'Face'),
    step: 'face',
    when: { 'sponsor.kind': ['enterprise', 'individual'], 'service.kind': ['website', 'app'] },
    confirm: both('负责人可以亲自核验', 'The lead can verify in person'),
  },
  {
    id: 'number-stays',
    title: both('须知', 'Good to know'),
    when: { 'sponsor.kind': 'enterprise' },
    note: both('备案号不变', 'The number stays'),
  },
  {
    id: 'sms-note',
    title: both('短信', 'SMS'),
    step: 'sms',
    when: { 'sponsor.kind': 'enterprise' },
    note: both('短信 24 小时内有效', 'The message holds for 24 hours'),
  },
  {
    id: 'site-note',
    title: both('底部', 'Foot'),
    step: 'sms',
    when: { 'service.kind': 'website' },
    note: both('网站底部须留位置', 'The foot of the website keeps some room'),
  },
]

/** Of the provider: with three sources to cite. */
const photo: Parts = {
  id: 'photo',
  title: both('须有身份证国徽面', 'The emblem side is there'),
  when: { 'person.is': 'principal' },
  needs: 'id-card-back',
  source: { help: '第 3 节', old: '', letter: '' },
}

const sources: Sheet['sources'] = {
  help: {
    kind: 'provider-guide',
    publisher: 'Alibaba Cloud',
    title: 'A guide',
    url: 'https://example.org/help?a=1&b=2',
    'as-of': '2026-01',
    read: '2026-11-24',
  },
  old: { kind: 'provider-guide', publisher: 'A publisher', title: '旧指南', 'as-of': '2024', read: '2026-11-24' },
  letter: { kind: 'notice', publisher: 'MIIT', title: 'A letter', 'as-of': 'unknown', read: '2026-11-24' },
}

const sheets: Readonly<Record<string, Partial<Sheet>>> = {
  'provinces/guangdong.yaml': {
    sheet: 'guangdong',
    extends: 'national',
    title: both('广东', 'Guangdong'),
    province: {
      code: '44',
      letter: '粤',
      office: both('广东省通信管理局', 'Guangdong Communications Administration'),
      'review-days': [10, 20],
      'footer-number': 'sponsor',
    },
  },
  'provinces/beijing.yaml': {
    sheet: 'beijing',
    extends: 'national',
    title: both('北京', 'Beijing'),
    province: { code: '11', letter: '京', office: both('北京市通信管理局', 'Beijing Communications Administration') },
  },
  'providers/aliyun.yaml': {
    sheet: 'aliyun',
    extends: 'national',
    title: both('阿里云规则', 'rules of Alibaba Cloud'),
    sources,
    rules: [rule(photo)],
    provider: {
      zh: '阿里云',
      en: 'Alibaba Cloud',
      console: 'https://beian.example.org/',
      hotline: '95187',
      'review-days': [1, 2],
      products: [{ id: 'ecs', zh: '云服务器 ECS', en: 'Elastic Compute Service', codes: 5 }],
      screens: [
        {
          id: 'base',
          title: both('基础信息', 'Basics'),
          fields: ['province', 'region', 'sponsor.kind', 'sponsor.name', 'sponsor.document.number'],
        },
        { id: 'nothing', title: both('空白页', 'Nothing'), fields: ['services.pre-approvals.number'] },
        {
          id: 'people',
          title: both('负责人', 'People'),
          fields: [
            'principal.name',
            'principal.mobile',
            'principal.email',
            'services.lead.name',
            'services.lead.mobile',
            'services.lead.email',
          ],
        },
        {
          id: 'site',
          title: both('Web', 'Web'),
          fields: [
            'services.name',
            'services.home-url',
            'services.languages',
            'services.domains.name',
            'services.domains.open',
            'services.app.platforms.package',
            'services.access.product',
            'services.interactive',
            'services.access.ips',
          ],
        },
      ],
    },
  },
  'providers/tencent.yaml': {
    sheet: 'tencent',
    extends: 'national',
    title: both('腾讯云', 'Tencent Cloud'),
    provider: { zh: '腾讯云', en: 'Tencent Cloud', console: 'https://console.example.com/', 'english-console': true },
  },
}

export const pageBook = smallBook(national, sheets, shared)
