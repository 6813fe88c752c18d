// A filing that says everything personal icp.yaml has a place for, and rules that every one of its answers breaks.
import { factNames } from '../src/facts/index.ts'
import type { RuleEntry } from '../src/rules/sheet.ts'
import { reportedOf, smallBook, type Parts } from './small-book.ts'
import { factOf } from './small-world.ts'

const person = (at: number) => ({
  name: `王海${at}`,
  document: {
    type: 'passport',
    number: `E8812345${at}`,
    address: `深圳市某某街道某某路${at}号某某小区`,
    'valid-to': '2026-12-31',
  },
  mobile: `1380013800${at}`,
  'emergency-phone': `1390013900${at}`,
  'office-phone': `086-755-8600123${at}`,
  email: `mailbox-${at}@post.invalid`,
  born: '1990-01-01',
})

/** Everything personal that icp.yaml has a place for, and numbers in texts that are not personal. */
export const filing = {
  sponsor: {
    kind: 'enterprise',
    name: '深圳市海风软件有限公司',
    document: { type: 'business-licence', number: '91440300MA5FKT2C91', address: '深圳市南山区科技园南路甲1号' },
    'contact-address': '南山区科技园南路乙2号海风大厦',
    remark: '联系人电话 13700137001，身份证 110105199003077774',
    record: {
      number: '粤ICP备99000001',
      name: '深圳市海丰软件有限公司',
      document: { type: 'business-licence', number: '91440300MA5FKT2C92' },
      'contact-address': '南山区科技园南路丙3号旧址大厦',
      principal: { name: '李四', mobile: '13700137009', document: { number: '110105199003077555' } },
      'legal-representative': { name: '赵五', document: { number: '110105199003077666' } },
    },
  },
  principal: { ...person(1), 'is-legal-representative': false },
  'legal-representative': person(2),
  services: [
    {
      kind: 'website',
      name: '13700137002',
      remark: '客服 13700137003',
      lead: person(3),
      domains: [
        {
          name: 'example.cn',
          holder: { name: '13700137004', document: { type: 'id-card', number: '110105199003077888' } },
        },
      ],
      access: { resource: '13700137005', region: 'cn-hangzhou' },
    },
  ],
  materials: [
    {
      is: 'business-licence',
      number: 'NO-99887766',
      address: '南山区科技园南路丁4号纸上',
      'signed-by': '13700137006',
      reads: { name: '深圳市海峰软件有限公司', number: '91440300MA5FKT2C99', address: '南山区科技园南路戊5号纸上' },
    },
  ],
}

export const personalFacts = factNames().filter(name => factOf(name).personal)

/** Rules that this filing breaks, whatever it says: one per way in which a fact of this kind can be wrong. */
function breaking(name: string): Parts[] {
  const conditions: NonNullable<RuleEntry['require']>[string][] =
    factOf(name).kind === 'yes-no'
      ? [true, false]
      : factOf(name).kind === 'number' || factOf(name).kind === 'days'
        ? [{ 'at-most': -1_000_000 }]
        : [
            { 'length-at-most': 0 },
            { like: 'md5' },
            { 'exactly-same-as': 'sponsor.name' },
            { 'same-as': 'sponsor.document.number' },
            { in: 'surnames' },
            { 'beginning-with': ['?'] },
            'x',
            ['x', 'y'],
          ]
  return conditions.map((condition, at) => ({
    id: `${name.replaceAll('.', '-')}-${at}`,
    require: { [name]: condition },
  }))
}

const book = smallBook([
  ...factNames().flatMap(breaking),
  ...personalFacts
    .filter(name => factOf(name).scope === 'filing')
    .map(name => ({
      id: `name-is-${name.replaceAll('.', '-')}`,
      require: { 'sponsor.name': { 'exactly-same-as': name } },
    })),
  { id: 'letter', needs: 'commitment-letter' },
  { id: 'look', confirm: { zh: '请看', en: 'look' } },
  { id: 'know', note: { zh: '须知', en: 'know' } },
])
export const reported = reportedOf(JSON.stringify({ icp: 1, ...filing }), book)
