// Small worlds to judge: a filing of a few fields on one day, with the few places, words and codes it can look up.
import { packPlaces, placesFrom } from '../src/disk/places.ts'
import type { Fact, Scope, Subject, Value } from '../src/facts/fact.ts'
import { factNamed, valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import type { Filing } from '../src/model/filing.ts'
import type { CodeEntry, Tables } from '../src/model/tables.ts'
import { tablesOf, type CodeTable, type Common, type CompiledSheet, type WordList } from '../src/rules/rulebook.ts'

/** A filing without its version. */
export type Small = Omit<Filing, 'icp'>

/** A Tuesday. */
export const today = '2026-12-01'

const title = { zh: '表', en: 'table' }
const words = (...list: string[]): WordList => ({ title, words: list })
const code = (id: string, zh: string, more: Readonly<Record<string, string | readonly string[]>> = {}): CodeEntry => ({
  ...more,
  id,
  zh,
  en: id.replaceAll('-', ' '),
})
const material = (id: string, zh: string, order: number) => {
  const both = { zh, en: id.replaceAll('-', ' ') }
  return { material: id, title: both, order, what: both }
}
const table = (...entries: CodeEntry[]): CodeTable => ({ title, entries })

export const placeNames = {
  '11': '北京市',
  '110105': '朝阳区',
  '110108': '海淀区',
  '33': '浙江省',
  '3301': '杭州市',
  '330106': '西湖区',
  '42': '湖北省',
  '4290': '省直辖县级行政区划',
  '429004': '仙桃市',
  '44': '广东省',
  '4403': '深圳市',
  '440305': '南山区',
  '4419': '东莞市',
  '81': '香港特别行政区',
}

export const common: Common = {
  lists: {
    'shell-may-add-provinces': words('zhejiang'),
    'overseas-regions': words('cn-hongkong', 'ap-singapore'),
    'mainland-regions': words('cn-hangzhou', 'ap-guangzhou'),
    'place-names': words('广东', '广东省', '深圳', '深圳市', '北京', '北京市'),
    surnames: words('王', '张', '欧阳'),
    'finance-words': words('理财', 'P2P'),
    'news-words': words('新闻'),
    holidays: words('2026-10-01', '2026-10-02'),
    'make-up-days': words('2026-10-10'),
  },
  codes: {
    provinces: table(
      code('beijing', '北京', { 'zh-full': '北京市', code: '11', letter: '京' }),
      code('zhejiang', '浙江', { 'zh-full': '浙江省', code: '33', letter: '浙' }),
      code('hubei', '湖北', { 'zh-full': '湖北省', code: '42', letter: '鄂' }),
      code('guangdong', '广东', { 'zh-full': '广东省', code: '44', letter: '粤' }),
    ),
    providers: table(code('aliyun', '阿里云'), code('tencent', '腾讯云')),
    'sponsor-kinds': table(
      code('enterprise', '企业', { documents: ['business-licence'], 'credit-code-classes': ['91'] }),
      code('individual', '个人', { documents: ['id-card', 'passport'] }),
      code('law-firm', '律师事务所', { documents: 'law-firm-licence' }),
    ),
    'document-types': table(
      code('business-licence', '营业执照', { for: 'organization', number: ['credit-code', 'licence-number'] }),
      code('law-firm-licence', '律师事务所执业许可证', { for: 'organization', number: ['free'] }),
      code('id-card', '居民身份证', { for: 'person', number: ['id-card'] }),
      code('passport', '护照', { for: 'person', number: ['passport'] }),
    ),
    'pre-approvals': table(code('news', '新闻'), code('finance', '金融')),
    'service-content': table(code('organization-site', '单位门户网站'), code('blog', '博客')),
    'app-platforms': table(code('android', '安卓'), code('ios', 'iOS')),
    'contact-problems': table(code('none', '无误'), code('country-code', '带有国家代码')),
    languages: table(code('zh-hans', '中文简体')),
  },
  materials: {
    'business-licence': material('business-licence', '营业执照', 1),
    'commitment-letter': material('commitment-letter', '承诺书', 2),
  },
  provinces: ['guangdong'],
  providers: ['aliyun'],
}

/** A provider whose `ecs` files five services, with a second product that it says nothing about. */
export const provider: CompiledSheet = {
  sheet: 'aliyun',
  title: { zh: '阿里云', en: 'Alibaba Cloud' },
  provider: {
    zh: '阿里云',
    en: 'Alibaba Cloud',
    products: [
      { id: 'ecs', zh: '云服务器 ECS', en: 'ECS', names: ['弹性云服务器'], codes: 5 },
      { id: 'nat', zh: 'NAT 网关', en: 'NAT gateway' },
    ],
  },
  sources: {},
  rules: [],
  digest: '',
}

export const tables: Tables = tablesOf(
  common,
  placesFrom(() => packPlaces(placeNames)),
  provider,
)

const worldOf = (filing: Small, day: string) => ({ filing: { icp: '1' as const, ...filing }, day, tables })

/** What the filing is about in this scope: its services, its people, … */
export function subjectsIn(filing: Small, scope: Scope, day: string = today): readonly Subject[] {
  return subjectsOf(worldOf(filing, day))[scope]
}

export function factOf(name: string): Fact {
  const fact = factNamed(name)
  if (!fact) throw new Error(`no fact ${name}`)
  return fact
}

/** The value of a fact for the first thing in the filing that it is about. */
export function valueIn(filing: Small, name: string, day: string = today): Value | undefined {
  const [subject] = subjectsIn(filing, factOf(name).scope, day)
  if (!subject) throw new Error(`${name} is about nothing in this filing`)
  return valueOf(name, subject)
}

/** The answers the fact is made of, each with dots between its keys. */
export function fieldsIn(filing: Small, name: string): string[] {
  const [subject] = subjectsIn(filing, factOf(name).scope)
  if (!subject) throw new Error(`${name} is about nothing in this filing`)
  return factOf(name)
    .fields(subject)
    .map(path => path.join('.'))
}
