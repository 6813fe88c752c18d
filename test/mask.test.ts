// Identity numbers, phones and addresses stay with the filer: no report shows one whole.
import { describe, expect, it } from 'vitest'
import { tellMalformed } from '../src/commands/malformed.ts'
import { parseFiling } from '../src/disk/filing.ts'
import { factNames } from '../src/facts/index.ts'
import { languages, type Language } from '../src/locales/index.ts'
import { reporters, type ReporterName } from '../src/report/index.ts'
import { maskNumbers, maskWhole } from '../src/report/mask.ts'
import type { RuleEntry } from '../src/rules/sheet.ts'
import { smallBook, reportedOf, type Parts } from './small-book.ts'
import { factOf, subjectsIn } from './small-world.ts'

describe('a whole value is masked', () => {
  it.each([
    ['44030519900101123X', '440*************3X'],
    ['13800138000', '13*******00'],
    ['科技园南路18号A座', '科技******A座'],
    ['12345', '1***5'],
    ['1234', '****'],
    ['', ''],
    ['𠮷𠮷𠮷𠮷𠮷', '𠮷***𠮷'],
  ])('%s as %s', (value, masked) => {
    expect(maskWhole(value)).toBe(masked)
  })
})

describe('numbers in a text are masked', () => {
  it.each([
    ['王海 44030519900101123X 已核', '王海 440*************3X 已核'],
    ['证件号44030519900101123x。', '证件号440*************3x。'],
    ['ID44030519900101123X', 'ID440*************3X'],
    ['电话13800138000', '电话13*******00'],
    ['tel13800138000x', 'tel13*******00x'],
    ['138 0013 8000', '138********00'],
    ['+86-138-0013-8000', '+86-138********00'],
    ['440305 19900101 123X', '440***************3X'],
    ['粤ICP备99000001号', '粤ICP备99000001号'],
    ['91440300MA5FKT2C9R', '91440300MA5FKT2C9R'],
    ['2026-12-01 至 2027-12-01', '2026-12-01 至 2027-12-01'],
    ['203.0.113.10', '203.0.113.10'],
  ])('%s as %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })
})

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
const filing = {
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

const personalFacts = factNames.filter(name => factOf(name).personal)

/** Every value of a personal fact in the filing, and the numbers in its other texts. */
const secrets = new Set([
  ...personalFacts.flatMap(name =>
    subjectsIn(filing, factOf(name).scope).flatMap(subject => {
      const value = factOf(name).of(subject)
      return typeof value === 'string' ? [value] : []
    }),
  ),
  ...(JSON.stringify(filing).match(/1370013700\d|11010519900307\d{4}/g) ?? []),
])

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
  ...factNames.flatMap(breaking),
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
const reported = reportedOf(JSON.stringify({ icp: 1, ...filing }), book)

const report = (name: ReporterName, language: Language, personal: boolean) =>
  reporters[name]([reported], languages[language], { personal, notes: true, colour: false }, [])

/** Six characters in a row are enough to find somebody. */
const pieces = (secret: string) =>
  Array.from(secret, (_, at) => secret.slice(at, at + 6)).filter(piece => piece.length === 6)

describe('a filing in which every answer breaks a rule', () => {
  it('has a value for every personal fact', () => {
    const silent = personalFacts.filter(name =>
      subjectsIn(filing, factOf(name).scope).every(subject => factOf(name).of(subject) === undefined),
    )
    expect(silent).toEqual([])
    expect(secrets.size).toBeGreaterThan(35)
  })

  it('breaks a rule with each of them', () => {
    const broken = new Set(
      reported.judgement.findings.flatMap(({ verdict }) =>
        verdict.is === 'fail' ? verdict.broken.map(({ fact }) => fact) : [],
      ),
    )
    expect(personalFacts.filter(name => !broken.has(name))).toEqual([])
  })

  it.each<[ReporterName, Language]>([
    ['pretty', 'zh'],
    ['pretty', 'en'],
    ['json', 'zh'],
    ['json', 'en'],
  ])('shows none of them in %s, %s', (name, language) => {
    const text = report(name, language, false)
    const shown = [...secrets].filter(secret => pieces(secret).some(piece => text.includes(piece)))
    expect(shown).toEqual([])
  })

  it.each<ReporterName>(['pretty', 'json'])('shows them in %s only to who asks for it', name => {
    const text = report(name, 'zh', true)
    expect([...secrets].filter(secret => !text.includes(secret))).toEqual([])
  })
})

describe('a filing whose form is wrong', () => {
  it.each([
    ['sponsor: { document: 110105199003077774 }', '110105199003077774'],
    ['principal: 王海 13800138001', '13800138001'],
    ['principal: { mobile: { "13800138001": x } }', '13800138001'],
    ['principal: { born: "110105199003077774" }', '110105199003077774'],
    ['principal: { "13800138001": x }', '13800138001'],
    ['sponsor: 南山区科技园南路乙2号海风大厦', '科技园南路'],
    ['materials: [{ is: passport, signed: 13800138001 }]', '13800138001'],
  ])('of %j does not show it', (text, secret) => {
    const read = parseFiling(`icp: 1\n${text}\n`, () => undefined)
    expect(read.is).toBe('malformed')
    for (const words of Object.values(languages)) {
      const told = read.is === 'malformed' ? tellMalformed('icp.yaml', read.problems, words) : secret
      expect(told).toMatch(/^icp\.yaml:2:\d+ /)
      expect(told).not.toContain(secret)
    }
  })
})
