// Findings in words: what was written, what was expected, what to do, on whose word, in which order.
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../src/locales/index.ts'
import { isReporterName, reporterNames, reporters } from '../src/report/index.ts'
import { json } from '../src/report/json.ts'
import { pretty as prettyReport } from '../src/report/pretty.ts'
import type { Reported } from '../src/report/reported.ts'
import { sourceLine, tell } from '../src/report/tell.ts'
import { differenceOf, sentenceOf } from '../src/report/told-line.ts'
import type { RuleEntry } from '../src/rules/sheet.ts'
import { reported as brokenEverywhere } from './broken-filing.ts'
import { reportedOf, smallBook, type Parts } from './small-book.ts'

const both: Language[] = ['zh', 'en']
const judge = (text: string, ...rules: Parts[]) => reportedOf(text, smallBook(rules))

/** What a report says of the only broken rule, in both languages. */
function sentences(text: string, require: RuleEntry['require']): string[] {
  const reported = judge(text, { id: 'it', require })
  const [finding] = reported.judgement.findings
  return both.flatMap(language =>
    finding
      ? tell(finding, reported, languages[language], true).broken.map(line => sentenceOf(line, languages[language]))
      : [],
  )
}

describe('one finding', () => {
  const company = 'icp: 1\nsponsor: { kind: enterprise, name: 深圳市海风软件有限公司 }\n'

  it.each<[string, string, RuleEntry['require'], string, string]>([
    [
      'points to the one character that differs',
      `${company}services: [{ domains: [{ holder: { name: 深圳市海丰软件有限公司 } }] }]`,
      { 'domain.holder.name': { 'exactly-same-as': 'sponsor.name' } },
      '域名持有者 填的是 深圳市海丰软件有限公司；应为 “深圳市海风软件有限公司”（与 主办单位名称 逐字一致（含全角、半角和空格））；第 5 个字不同：填的是“丰”，应为“风”',
      'domain holder: you wrote 深圳市海丰软件有限公司; expected “深圳市海风软件有限公司” (letter for letter the same as sponsor name (width and blanks included)); character 5 differs: “丰” instead of “风”',
    ],
    [
      'shows what it was compared with where more than one character differs',
      `${company}services: [{ domains: [{ holder: { name: 海风 } }] }]`,
      { 'domain.holder.name': { 'same-as': 'sponsor.name' } },
      '域名持有者 填的是 海风；应为 “深圳市海风软件有限公司”（与 主办单位名称 一致）',
      'domain holder: you wrote 海风; expected “深圳市海风软件有限公司” (the same as sponsor name)',
    ],
    [
      'tells the words of a list that were found',
      'icp: 1\nservices: [{ name: 海风理财p2p }]',
      { 'service.name': { 'without-any-of': 'finance-words' } },
      '服务名称 填的是 海风理财p2p；应为 不含“表”中的词；问题在于 “理财”、“P2P”',
      'service name: you wrote 海风理财p2p; expected without the words of “table”; because of “理财” and “P2P”',
    ],
    [
      'names words that stand in the rule itself',
      'icp: 1\nservices: [{ name: 海风测试 }]',
      { 'service.name': { 'without-any-of': ['测试'] } },
      '服务名称 填的是 海风测试；应为 不含“测试”中的词；问题在于 “测试”',
      'service name: you wrote 海风测试; expected without the words of “测试”; because of “测试”',
    ],
    [
      'calls codes by their names',
      'icp: 1\nsponsor: { kind: enterprise }',
      { 'sponsor.kind': ['individual', 'law-firm'] },
      '主办单位性质 填的是 企业；应为 个人、律师事务所 之一',
      'sponsor kind: you wrote enterprise; expected individual or law firm',
    ],
    [
      'calls the codes that do not fit by their names',
      'icp: 1\nservices: [{ content: [organization-site, blog] }]',
      { 'service.content': { only: ['blog'] } },
      '服务内容 填的是 单位门户网站、博客；应为 只选 博客；问题在于 “单位门户网站”',
      'service content: you wrote organization site and blog; expected only blog; because of “organization site”',
    ],
    [
      'shows days left with their date',
      'icp: 1\nprincipal: { document: { valid-to: 2026-12-02 } }',
      { 'principal.document.days-left': { 'at-least': 90 } },
      '主体负责人证件剩余有效天数 填的是 1 天（2026-12-02）；应为 不少于 90 天',
      'principal: days the document still runs: you wrote 1 day (2026-12-02); expected at least 90 days',
    ],
    [
      'calls a term without an end 长期',
      'icp: 1\nprincipal: { document: { valid-to: long-term } }',
      { 'principal.document.days-left': { 'at-most': 90 } },
      '主体负责人证件剩余有效天数 填的是 长期；应为 不多于 90 天',
      'principal: days the document still runs: you wrote long-term; expected at most 90 days',
    ],
    [
      'counts in numbers',
      'icp: 1\nservices: [{ access: { months: 1 } }]',
      { 'access.months': { 'at-least': 3 } },
      '购买时长（月） 填的是 1；应为 不少于 3',
      'months bought: you wrote 1; expected at least 3',
    ],
    [
      'says yes and no',
      'icp: 1\nservices: [{ domains: [{ real-name: { verified: no } }] }]',
      { 'domain.real-name.verified': true },
      '域名已实名认证 填的是 否；应为 是',
      'domain is real-name verified: you wrote no; expected yes',
    ],
    [
      'shows the answer in which a slip was found, and the slip',
      'icp: 1\nprincipal: { mobile: "+8613800138000" }',
      { 'principal.mobile.problem': 'none' },
      '主体负责人手机号码 填的是 +8613800138000；带有国家代码',
      'principal: mobile number: you wrote +8613800138000; country code',
    ],
    [
      'shows the answer from which something was told',
      'icp: 1\nservices: [{ name: example.cn, domains: [{ name: example.cn }] }]',
      { 'service.name.is-domain': false },
      '服务名称 填的是 example.cn；应为 不是“服务名称就是域名”',
      'service name: you wrote example.cn; expected not “service name is the domain”',
    ],
    [
      'names the form a text should have',
      'icp: 1\nservices: [{ app: { platforms: [{ certificate-md5: x }] } }]',
      { 'platform.certificate-md5': { like: 'md5' } },
      '签名证书 MD5 填的是 x；应为 MD5 指纹（32 位十六进制）',
      'MD5 of the signing certificate: you wrote x; expected an MD5 fingerprint (32 hexadecimal digits)',
    ],
    [
      'shows a list without members',
      'icp: 1\nservices: [{ languages: [] }]',
      { 'service.languages': { 'length-at-least': 1 } },
      '语言类别 填的是 []；应为 至少 1 个',
      'languages: you wrote []; expected at least 1 long',
    ],
  ])('%s', (_what, text, require, zh, en) => {
    expect(sentences(text, require)).toEqual([zh, en])
  })

  it('tells every line that is broken', () => {
    const lines = sentences('icp: 1\nsponsor: { kind: enterprise, name: 海 }', {
      'sponsor.kind': 'individual',
      'sponsor.name': { 'length-at-least': 2 },
    })
    expect(lines).toHaveLength(4)
  })

  it.each([
    ['海丰', '海风', { at: 2, written: '丰', expected: '风' }],
    ['𠮷a', '𠮷b', { at: 2, written: 'a', expected: 'b' }],
    ['海丰', '海风 ', undefined],
    ['海丰', '山风', undefined],
    ['海风', '海风', undefined],
    ['', '', undefined],
  ])('%j and %j differ in %j', (written, expected, difference) => {
    expect(differenceOf(written, expected)).toEqual(difference)
  })
})

const rules: Parts[] = [
  { id: 'look', confirm: { zh: '页脚已放置备案号', en: 'The footer shows the number' } },
  { id: 'letter', needs: ['commitment-letter', 'business-licence'], severity: 'warning' },
  { id: 'name', require: { 'service.name': { 'length-at-least': 3 } }, severity: 'warning', source: { letter: '' } },
  {
    id: 'months',
    require: { 'access.months': { 'at-least': 3 } },
    conflict: { zh: '有的说六个月', en: 'some say six months' },
  },
  {
    id: 'kind',
    title: { zh: '主办单位须为个人', en: 'The sponsor is an individual' },
    require: { 'sponsor.kind': 'individual' },
    fix: { zh: '改为个人', en: 'Change it' },
    source: { guide: '第一条', letter: '' },
  },
  { id: 'seal', require: { 'sponsor.registry-status': 'normal' } },
  { id: 'seal-too', when: { 'sponsor.registry-status': 'normal' }, needs: 'business-licence' },
  { id: 'know', note: { zh: '备案号不变', en: 'The number stays' } },
]

const text = `icp: 1
province: beijing
sponsor: { kind: enterprise }
services:
- name: 海风
  access: { months: 1 }
`
const reported = reportedOf(text, smallBook(rules))
const options = { personal: false, notes: false, colour: false }
const pretty = (all: readonly Reported[], language: Language, more = {}) =>
  prettyReport(all, languages[language], { ...options, ...more })

describe('the report for a person', () => {
  it('puts errors before warnings, then what is missing, open, to be checked, in Chinese', () => {
    expect(pretty([reported], 'zh').split('\n')).toEqual([
      '备案类型 首次备案：主体和服务都没有备案号',
      '按 2026-12-01 有效的规则判定：全国',
      '本版本尚无 beijing 的规则表，仅按全国规则判定',
      '',
      'icp.yaml:3:18  ✖ 主办单位须为个人  national/kind',
      '    主办单位性质 填的是 企业；应为 个人',
      '    怎么办 改为个人',
      '    依据 工信部 《备案指南》 › 第一条（资料日期 2026-01，2026-11-24 核对）',
      '    依据 MIIT A letter（资料未注明日期，2026-11-24 核对）',
      '',
      'icp.yaml:6:21  ✖ 规则 months（第 1 个服务 海风）  national/months',
      '    购买时长（月） 填的是 1；应为 不少于 3',
      '    分歧 有的说六个月',
      '    依据 工信部 《备案指南》 › 第一条（资料日期 2026-01，2026-11-24 核对）',
      '',
      'icp.yaml:5:9  ⚠ 规则 name（第 1 个服务 海风）  national/name',
      '    服务名称 填的是 海风；应为 至少 3 个',
      '    依据 MIIT A letter（资料未注明日期，2026-11-24 核对）',
      '',
      '缺材料  ◻ 规则 letter  national/letter',
      '    承诺书、营业执照（任一）',
      '    依据 工信部 《备案指南》 › 第一条（资料日期 2026-01，2026-11-24 核对）',
      '',
      'icp.yaml:3:1  … 尚未填写 工商登记状态  national/seal',
      '    2 条规则等待此项',
      '',
      '请自查  ? 页脚已放置备案号  national/look',
      '',
      '另有 1 条须知，见清单（checklist）或 --notes',
      '',
      '1 填写信息、判定备案类型 ✔ | 2 产品验证 ✖1 | 3 主体与网站/App 信息 ✖2 | 4 上传资料 ⚠1 | 5 照片/人脸核验 ✔ | 6 短信核验 ✔ | 7 提交管局与备案之后 ✔',
      '还不能提交：2 个错误，1 个警告，缺 0 份材料，1 项未回答，1 项请自查',
      '本工具不能代替审核，不保证备案获批。',
    ])
  })

  it('says the same in English', () => {
    expect(pretty([reported], 'en').split('\n')).toEqual([
      'Filing type: first filing, because neither the sponsor nor the service has a filing number',
      'Judged by the rules in force on 2026-12-01: the country',
      'there is no sheet for beijing yet: judged by the national rules only',
      '',
      'icp.yaml:3:18  ✖ The sponsor is an individual  national/kind',
      '    sponsor kind: you wrote enterprise; expected individual',
      '    do this: Change it',
      '    source: 工信部 《备案指南》 › 第一条 (of 2026-01, read 2026-11-24)',
      '    source: MIIT A letter (undated, read 2026-11-24)',
      '',
      'icp.yaml:6:21  ✖ rule months (service 1 海风)  national/months',
      '    months bought: you wrote 1; expected at least 3',
      '    sources disagree: some say six months',
      '    source: 工信部 《备案指南》 › 第一条 (of 2026-01, read 2026-11-24)',
      '',
      'icp.yaml:5:9  ⚠ rule name (service 1 海风)  national/name',
      '    service name: you wrote 海风; expected at least 3 long',
      '    source: MIIT A letter (undated, read 2026-11-24)',
      '',
      'missing  ◻ rule letter  national/letter',
      '    one of: commitment letter or business licence',
      '    source: 工信部 《备案指南》 › 第一条 (of 2026-01, read 2026-11-24)',
      '',
      'icp.yaml:3:1  … not answered yet: status in the business registry  national/seal',
      '    2 rules wait for it',
      '',
      'please check  ? The footer shows the number  national/look',
      '',
      '1 note more: see the checklist, or --notes',
      '',
      '1 Information and filing type ✔ | 2 Product verification ✖1 | 3 Sponsor and website or app ✖2 | 4 Upload of papers ⚠1 | 5 Photo and face verification ✔ | 6 SMS verification ✔ | 7 Submission and what follows ✔',
      'Not ready: 2 errors, 1 warning, 0 materials missing, 1 question open, 1 point to check yourself',
      'This tool does not replace the review and never promises an approval.',
    ])
  })

  it('tells the notes to who asks for them', () => {
    expect(pretty([reported], 'zh', { notes: true })).toContain('\nℹ 备案号不变  national/know\n')
  })

  it('says that nothing is in the way', () => {
    const ready = judge('icp: 1', { id: 'look', confirm: { zh: '请看', en: 'look' } })
    expect(pretty([ready], 'en').split('\n').slice(-3)).toEqual([
      '1 Information and filing type ✔ | 2 Product verification ✔ | 3 Sponsor and website or app ✔ | 4 Upload of papers ✔ | 5 Photo and face verification ✔ | 6 SMS verification ✔ | 7 Submission and what follows ✔',
      'Ready to submit. 0 warnings, 1 point to check yourself',
      'This tool does not replace the review and never promises an approval.',
    ])
  })

  it('names guesses, which must be verified first', () => {
    const guess = judge('icp: 1\nguessed: [services.0.access.expires]')
    expect(guess.ready).toBe(false)
    expect(pretty([guess], 'zh')).toContain('以下各项是估计值，核实前不能提交：实例到期日')
  })

  it('tells a conflict in place of the reason', () => {
    const shell = judge('icp: 1\nprovince: hubei\nsponsor: { record: { services: 0 } }')
    expect(pretty([shell], 'en').split('\n')[0]).toBe(
      'Filing type: first filing, because the sponsor is a shell (a number without services): in this province cancel the sponsor first, then file anew',
    )
  })

  it('tells of a bundle which rules changed since', () => {
    const rulesChanged = { came: ['national/a', 'national/b'], went: [], changed: ['guangdong/c'] }
    expect(pretty([{ ...reported, rulesChanged }], 'zh')).toContain(
      '打包之后规则有变化，以下按今天的规则判定：新增 national/a、national/b；修改 guangdong/c',
    )
    const none = { came: [], went: [], changed: [] }
    expect(pretty([{ ...reported, rulesChanged: none }], 'zh')).not.toContain('打包之后')
  })

  it('counts several filings', () => {
    expect(pretty([reported, judge('icp: 1')], 'zh')).toMatch(/\n共 2 份备案，1 份可以提交$/)
  })

  it('is coloured only where it may be', () => {
    expect(pretty([reported], 'zh')).not.toContain('\u001B')
    expect(pretty([reported], 'zh', { colour: true })).toContain('\u001B[31m✖\u001B[39m')
  })
})

const read = (language: Language, all: readonly Reported[] = [reported]): unknown =>
  JSON.parse(json(all, languages[language], options, []))

describe('the report for a machine', () => {
  it('holds the filing, its type, the sheets and what was counted', () => {
    expect(read('en')).toMatchObject({
      format: 1,
      ready: false,
      unusable: [],
      filings: [
        {
          file: 'icp.yaml',
          day: '2026-12-01',
          province: 'beijing',
          provider: null,
          ready: false,
          type: { is: 'first', name: 'first filing', conflict: 'none' },
          sheets: [{ sheet: 'national', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
          counts: { errors: 2, warnings: 1, missing: 0, open: 1, confirms: 1 },
          guessed: [],
          notes: [{ rule: 'national/know', step: 'information', text: 'The number stays' }],
        },
      ],
    })
  })

  it('holds every finding with its place, its broken lines and its sources', () => {
    expect(read('zh')).toMatchObject({
      filings: [
        {
          findings: expect.arrayContaining([
            {
              rule: 'national/kind',
              kind: 'fail',
              severity: 'error',
              step: 'information',
              title: '主办单位须为个人',
              field: 'sponsor.kind',
              place: { line: 3, column: 18 },
              broken: [{ what: '主办单位性质', got: '企业', expected: '个人' }],
              fix: '改为个人',
              fingerprint: expect.stringMatching(/^[a-p]{32}$/),
              sources: [
                {
                  publisher: '工信部',
                  title: '备案指南',
                  where: '第一条',
                  url: 'https://example.org/guide',
                  'as-of': '2026-01',
                  read: '2026-11-24',
                },
                { publisher: 'MIIT', title: 'A letter', 'as-of': 'unknown', read: '2026-11-24' },
              ],
            },
            expect.objectContaining({
              rule: 'national/look',
              kind: 'confirm',
              severity: 'info',
              title: '页脚已放置备案号',
            }),
            expect.objectContaining({
              rule: 'national/seal',
              kind: 'ask',
              field: 'sponsor.registry-status',
              detail: '2 条规则等待此项',
            }),
            expect.objectContaining({
              rule: 'national/letter',
              kind: 'need',
              severity: 'warning',
              detail: '承诺书、营业执照（任一）',
            }),
          ]),
        },
      ],
    })
  })

  it('is ready where every filing is and every file could be read', () => {
    const ready = judge('icp: 1')
    expect(read('zh', [ready])).toMatchObject({ ready: true })
    expect(read('zh', [ready, reported])).toMatchObject({ ready: false })
    const unusable = [{ file: 'a.yaml', message: '找不到 a.yaml' }]
    expect(JSON.parse(json([ready], languages.zh, options, unusable))).toMatchObject({
      ready: false,
      unusable,
    })
  })
})

describe('a source in one line', () => {
  const source = {
    id: 'a',
    kind: 'notice',
    publisher: 'MIIT',
    title: 'T',
    'as-of': '2024',
    read: '2026-11-24',
    where: '',
  } as const

  it.each([
    ['T', '', 'MIIT T（资料日期 2024，2026-11-24 核对）'],
    ['通知', '二', 'MIIT 《通知》 › 二（资料日期 2024，2026-11-24 核对）'],
    ['《通知》', '', 'MIIT 《通知》（资料日期 2024，2026-11-24 核对）'],
  ])('%s, %s', (title, where, line) => {
    expect(sourceLine({ ...source, title, where }, languages.zh)).toBe(line)
  })
})

describe('reporters', () => {
  it('are known by their names', () => {
    expect(reporterNames.every(isReporterName)).toBe(true)
    expect(isReporterName('toString')).toBe(false)
  })

  it.each(reporterNames.filter(isReporterName).flatMap(name => both.map(language => [name, language] as const)))(
    '%s in %s says nothing a person could not read',
    async (name, language) => {
      const reporter = await reporters[name]()
      const told = reporter([brokenEverywhere], languages[language], { ...options, personal: true, notes: true }, [])
      expect(told).not.toMatch(/undefined|\[object|NaN|=>|function|null /)
    },
  )
})
