// Mistakes in the rules folder: each is found at its line and column, and told in both languages.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lintRules, problemsIn } from '../src/commands/rules.ts'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import { languages } from '../src/locales/index.ts'
import { zhSheet } from '../src/locales/sheet-problems.ts'

const sources = `sources:
  guide: { kind: office-guide, publisher: A, title: T, as-of: '2026', read: 2026-11-24 }
`

/** A small rules folder without a mistake. */
const folder = {
  'national.yaml': `sheet: national
title: { zh: 全国, en: National }
${sources}rules:
  - id: adult
    title: { zh: 须满18周岁, en: At least 18 }
    when: { sponsor.kind: individual }
    require: { principal.age: { at-least: 18 } }
    source: { guide: '' }
    examples:
      - pass: { sponsor.kind: individual, principal.age: 18 }
      - fail: { sponsor.kind: individual, principal.age: 17 }
  - id: licence
    title: { zh: 须有营业执照, en: A business licence }
    when: { sponsor.kind: [enterprise] }
    needs: business-licence
    source: { guide: 第一条 }
    examples:
      - need: { sponsor.kind: enterprise }
      - skip: { sponsor.kind: individual }
`,
  'provinces/guangdong.yaml': `sheet: guangdong
title: { zh: 广东, en: Guangdong }
${sources}rules:
  - id: adult
    replaces: national/adult
    title: { zh: 须满20周岁, en: At least 20 }
    since: 2026-01-01
    until: 2026-07-01
    require: { principal.age: { at-least: 20 } }
    source: { guide: '' }
    examples:
      - pass: { principal.age: 20 }
      - fail: { principal.age: 19 }
`,
  'providers/aliyun.yaml': `sheet: aliyun
title: { zh: 阿里云, en: Alibaba Cloud }
${sources}rules:
  - id: name-head
    title: { zh: 名称开头, en: Head of the name }
    require: { service.name: { not-beginning-with: state-words } }
    source: { guide: '' }
    examples:
      - pass: { service.name: 海风 }
      - fail: { service.name: 中国海风 }
`,
  'lists/state-words.yaml': `list: state-words
title: { zh: 国家级字头, en: National words }
${sources}words:
  - { word: 中国, source: guide }
`,
  'lists/news-words.yaml': `list: news-words
title: { zh: 新闻, en: News }
${sources}words: [新闻]
`,
  'lists/surnames.yaml': `list: surnames
title: { zh: 姓, en: Surnames }
${sources}words: [王]
`,
  'codes/sponsor-kinds.yaml': `codes: sponsor-kinds
title: { zh: 主办者性质, en: Kinds }
${sources}entries:
  - { id: enterprise, zh: 企业, en: enterprise, source: guide }
  - { id: individual, zh: 个人, en: individual, source: guide }
`,
  'codes/pre-approvals.yaml': `codes: pre-approvals
title: { zh: 前置审批, en: Pre-approvals }
${sources}entries:
  - { id: news, zh: 新闻, en: news, source: guide }
`,
  'materials/business-licence.yaml': `material: business-licence
title: { zh: 营业执照, en: Business licence }
order: 10
what: { zh: 执照, en: The licence }
`,
}
type File = keyof typeof folder

const root = mkdtempSync(join(tmpdir(), 'icp-prep-sheets-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0

/** Writes a rules folder of its own and returns where it is. */
function written(files: Readonly<Record<string, string>>): string {
  folders += 1
  const at = join(root, String(folders))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true })
    writeFileSync(join(at, name), text)
  }
  return at
}

/** `file:line:column code` of every mistake. */
const mistakesIn = (at: string) =>
  problemsIn(readRulesFolder(at)).map(({ file, problem }) => {
    const { line, column } = file.placeOf(problem.path)
    return `${file.file}:${line}:${column} ${problem.code}`
  })

/** Stands in a changed text where the mistake is to be found. */
const mark = '▸'

/** The folder with one text of one file exchanged, and where the marks stand in it. */
function changed(file: File, from: string, to: string) {
  const text = folder[file]
  if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${file}`)
  const marked = text.replace(from, () => to)
  const places = marked.split(mark).slice(0, -1)
  const found = places.map((_, index) => {
    const lines = places
      .slice(0, index + 1)
      .join('')
      .split('\n')
    return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`
  })
  return { files: { ...folder, [file]: marked.replaceAll(mark, '') }, found }
}

/** Where nothing else is said, the change is to national.yaml. */
type Row = readonly [what: string, from: string, to: string, code: string, file?: File]

const rows: readonly Row[] = [
  [
    'a tab for indentation',
    '    when: { sponsor.kind: individual }',
    '  ▸\twhen: { sponsor.kind: individual }',
    'syntax',
  ],
  ['a character nobody sees', 'title: { zh: 全国', 'title: { ▸zh: 全\u200b国', 'unseen'],
  ['a full-width colon', 'title: { zh: 全国, en: National }', 'title▸：全国', 'syntax'],
  ['a key written twice', 'sheet: national\n', 'sheet: national\n▸sheet: national\n', 'syntax'],
  ['a bracket that stays open', 'needs: business-licence', 'needs: [business-licence\n    ▸fix: x', 'syntax'],
  ['a second document', 'title: { zh: 全国', '▸---\ntitle: { zh: 全国', 'syntax'],
  ['an alias', "source: { guide: '' }", 'source: { guide: &x x, other: ▸*x }', 'syntax'],
  [
    'a misspelt key of a rule',
    'when: { sponsor.kind: individual }',
    '▸whem: { sponsor.kind: individual }',
    'unknown-key',
  ],
  ['a key no sheet has', 'sheet: national', '▸short: 粤\nsheet: national', 'unknown-key'],
  ['a key no source has', 'publisher: A,', 'publisher: A, ▸author: B,', 'unknown-key'],
  ['a key no list has', 'list: news-words', 'list: news-words\n▸kind: x', 'unknown-key', 'lists/news-words.yaml'],
  ['a key no material has', 'order: 10', 'order: 10\n▸colour: true', 'unknown-key', 'materials/business-licence.yaml'],
  ['no title', 'id: adult\n    title: { zh: 须满18周岁, en: At least 18 }', '▸id: adult', 'missing-key'],
  ['no English title', 'title: { zh: 须满18周岁, en: At least 18 }', '▸title: { zh: 须满18周岁 }', 'missing-key'],
  ['no kind of source', 'guide: { kind: office-guide, publisher: A', '▸guide: { publisher: A', 'missing-key'],
  ['no source of a word', '{ word: 中国, source: guide }', '▸{ word: 中国 }', 'missing-key', 'lists/state-words.yaml'],
  ['no id of a code', '{ id: news, ', '▸{ ', 'missing-key', 'codes/pre-approvals.yaml'],
  ['a year for a day', 'id: licence', 'id: licence\n    ▸since: 2026', 'wrong-type'],
  ['a severity nobody knows', 'id: licence', 'id: licence\n    ▸severity: fatal', 'wrong-type'],
  ['an id in capitals', 'id: licence', '▸id: Licence', 'wrong-type'],
  ['a number for a material', 'needs: business-licence', '▸needs: 5', 'wrong-type'],
  ['a number in a list of materials', 'needs: business-licence', 'needs: [business-licence, ▸5]', 'wrong-type'],
  ['an address that is none', 'title: T,', 'title: T, ▸url: somewhere,', 'wrong-type'],
  ['a source named in capitals', '  guide: {', '  ▸Guide: {', 'wrong-type'],
  [
    'no examples',
    'examples:\n      - need: { sponsor.kind: enterprise }\n      - skip: { sponsor.kind: individual }',
    '▸examples: []',
    'wrong-type',
  ],
  ['a list without words', 'words: [新闻]', '▸words: []', 'wrong-type', 'lists/news-words.yaml'],
  ['a misspelt fact', 'require: { principal.age: {', 'require: { ▸principal.agee: {', 'unknown-fact'],
  [
    'an unknown fact behind a word',
    'require: { principal.age: { at-least: 18 } }',
    'require: { ▸principal.name: { same-as: sponsor.nam } }',
    'unknown-fact',
  ],
  ['a misspelt word', '{ at-least: 18 }', '{ ▸at-leasd: 18 }', 'unknown-word'],
  ['a word given something else', '{ at-least: 18 }', '{ ▸at-least: yes }', 'wrong-condition'],
  ['a condition without a value', 'sponsor.kind: [enterprise]', '▸sponsor.kind:', 'wrong-condition'],
  ['an empty choice', 'sponsor.kind: [enterprise]', '▸sponsor.kind: []', 'wrong-condition'],
  ['two verbs', '- id: licence', '- ▸id: licence\n    confirm: { zh: 请核对, en: Look }', 'verbs'],
  [
    'no verb',
    '- id: licence\n    title: { zh: 须有营业执照, en: A business licence }\n    when: { sponsor.kind: [enterprise] }\n    needs: business-licence',
    '- ▸id: licence\n    title: { zh: 须有营业执照, en: A business licence }',
    'verbs',
  ],
  ['a source nobody defined', 'source: { guide: 第一条 }', 'source: { ▸guidf: 第一条 }', 'unknown-source'],
  ['no source at all', 'source: { guide: 第一条 }', '▸source: {}', 'no-source'],
  [
    'a source nobody cites',
    '  guide: {',
    '  ▸other: { kind: report, publisher: B, title: T, as-of: unknown, read: 2026-11-24 }\n  guide: {',
    'unused-source',
  ],
  [
    'an error on one undated report',
    "kind: office-guide, publisher: A, title: T, as-of: '2026', read: 2026-11-24 }\nrules:\n  - id",
    'kind: report, publisher: A, title: T, as-of: unknown, read: 2026-11-24 }\nrules:\n  - ▸id',
    'severity-above-evidence',
    'providers/aliyun.yaml',
  ],
  [
    'a warning that is doubtful',
    'id: licence',
    'id: licence\n    doubtful: true\n    ▸severity: warning',
    'severity-above-evidence',
  ],
  [
    'two entries in force at once',
    '- id: adult',
    "- ▸id: adult\n    title: { zh: 须满16周岁, en: At least 16 }\n    until: 2026-01-02\n    note: { zh: 已废止, en: No longer }\n    source: { guide: '' }\n    examples: [{ note: {} }]\n  - id: adult",
    'overlap',
    'provinces/guangdong.yaml',
  ],
  [
    'a rule that a sheet used with this one replaces too',
    '- id: name-head',
    '- id: name-head\n    ▸replaces: national/adult',
    'replaced-twice',
    'providers/aliyun.yaml',
  ],
  [
    'a replaced rule that is gone',
    'replaces: national/adult',
    '▸replaces: national/adlut',
    'replaced-rule-gone',
    'provinces/guangdong.yaml',
  ],
  [
    'a list nobody wrote',
    'require: { service.name: {',
    'when: { ▸service.remark: { with-any-of: news-word } }\n    require: { service.name: {',
    'unknown-list',
    'providers/aliyun.yaml',
  ],
  ['a material nobody described', 'needs: business-licence', '▸needs: [business-licence, id-card]', 'unknown-material'],
  [
    'a domain and a person at once',
    '- id: licence',
    `- ▸id: pair
    title: { zh: 学生的域名, en: The domain of a student }
    when: { person.student: true, domain.open: true }
    note: { zh: 请注意, en: Mind }
    source: { guide: '' }
    examples: [{ note: { person.student: true, domain.open: true } }, { skip: { domain.open: false } }]
  - id: licence`,
    'mixed-subjects',
  ],
  [
    'no example that fires',
    'examples:\n      - pass: { sponsor.kind: individual, principal.age: 18 }\n      - fail: { sponsor.kind: individual, principal.age: 17 }',
    '▸examples:\n      - pass: { sponsor.kind: individual, principal.age: 18 }\n      - skip: { sponsor.kind: enterprise }',
    'no-positive-example',
  ],
  [
    'no example that does not fire',
    'examples:\n      - need: { sponsor.kind: enterprise }\n      - skip: { sponsor.kind: individual }',
    '▸examples:\n      - need: { sponsor.kind: enterprise }',
    'no-negative-example',
  ],
  [
    'an example with a misspelt fact',
    '- skip: { sponsor.kind: individual }',
    '- skip: { sponsor.kind: individual, ▸sponsor.kin: x }',
    'example-fact',
  ],
  [
    'an example that says something else',
    '- fail: { sponsor.kind: individual, principal.age: 17 }',
    '- ▸fail: { sponsor.kind: individual, principal.age: 19 }\n      - fail: { sponsor.kind: individual, principal.age: 17 }',
    'example-fails',
  ],
  [
    'a code nobody listed',
    'when: { sponsor.kind: [enterprise] }',
    'when: { ▸sponsor.kind: [enterprise, enterprize] }',
    'unknown-code',
  ],
  ['a name that differs from the file’s', 'sheet: aliyun', '▸sheet: alibaba', 'wrong-name', 'providers/aliyun.yaml'],
]

/** Mistakes that no single changed text makes. */
const whole: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  mistakes: readonly string[],
])[] = [
  ['no mistake', folder, []],
  ['an empty sheet', { ...folder, 'national.yaml': '' }, ['national.yaml:1:1 wrong-type']],
  ['a sheet that is a list', { ...folder, 'national.yaml': '- a\n' }, ['national.yaml:1:1 wrong-type']],
  [
    'a list nobody uses',
    { ...folder, 'lists/drug-words.yaml': folder['lists/news-words.yaml'].replace('list: news', '# 药品\nlist: drug') },
    ['lists/drug-words.yaml:2:1 unused-list'],
  ],
  [
    'a form whose text is right',
    { ...folder, 'materials/business-licence.md': '---\nfor: service\n---\n\n# 标题 | Title\n\n- {{sponsor.name}}\n' },
    [],
  ],
  [
    'signs in a form that nobody knows',
    {
      ...folder,
      'materials/business-licence.md': '---\nfor: town\n---\n# 标题\n@sgin 我\n@when x\n@end\n- 无\n@end\n@each lake\n',
    },
    [2, 5, 6, 8, 9, 10].map(line => `materials/business-licence.md:${line}:1 template-line`),
  ],
  [
    'names and codes in a form that nobody knows',
    {
      ...folder,
      'materials/business-licence.md':
        '# 标题\n{{sponsor.nam}}\n@when sponsor.kind = enterprize\n- {{domain.days-left}}\n@else\n| {{material.file}} | |\n@end\n@when sponsor.knd = x\n@end\n',
    },
    ['2 unknown-fact', '3 unknown-code', '4 template-field', '6 template-field', '8 unknown-fact'].map(
      told => `materials/business-licence.md:${told.replace(' ', ':1 ')}`,
    ),
  ],
  [
    'forms without a title, and without a material',
    { ...folder, 'materials/business-licence.md': '正文\n', 'materials/licence.md': '# 标题\n# 标题\n' },
    [
      'materials/business-licence.md:1:1 template-title',
      'materials/licence.md:1:1 template-alone',
      'materials/licence.md:2:1 template-title',
    ],
  ],
  [
    'unreadable files, told without what they bring about elsewhere',
    { ...folder, 'national.yaml': 'sheet', 'lists/state-words.yaml': 'list: [', 'materials/business-licence.yaml': '' },
    [
      'lists/state-words.yaml:1:8 syntax',
      'materials/business-licence.yaml:1:1 wrong-type',
      'national.yaml:1:1 wrong-type',
    ],
  ],
]

const table = rows.map(([what, from, to, code, file = 'national.yaml']) => ({ what, code, ...changed(file, from, to) }))

const last = (line: string) => line.split(' ').at(-1) ?? ''

describe('the rules folder', () => {
  it.each(table)('with $what shows it where it stands', ({ files, found, code }) => {
    expect(mistakesIn(written(files))).toEqual(found.map(place => `${place} ${code}`))
    expect(found).toHaveLength(1)
  })

  it.each(whole)('with %s shows what is to be mended', (_what, files, mistakes) => {
    expect(mistakesIn(written(files))).toEqual(mistakes)
  })

  it('shows each kind of mistake at least once here', () => {
    const told = [...table.map(({ code }) => code), ...whole.flatMap(([, , mistakes]) => mistakes.map(last))]
    expect(Object.keys(zhSheet).filter(code => !told.includes(code))).toEqual([])
  })
})

describe('a rule that two sheets of one filing replace', () => {
  const head = '- id: name-head'
  const aliyun = (replaces: string) => changed('providers/aliyun.yaml', head, `${head}\n    ${replaces}`).files

  it.each([
    ['is a mistake while both are in force', 'replaces: national/adult', ['providers/aliyun.yaml:7:5 replaced-twice']],
    ['is none where the one begins when the other ends', 'replaces: national/adult\n    since: 2026-07-01', []],
    ['is none where the one ends when the other begins', 'replaces: national/adult\n    until: 2026-01-01', []],
    ['is none where the one replaces the other too', 'replaces: [national/adult, guangdong/adult]', []],
    ['is none where they replace different rules', 'replaces: national/licence', []],
  ])('%s', (_what, replaces, mistakes) => {
    expect(mistakesIn(written(aliyun(replaces)))).toEqual(mistakes)
  })

  it('is none of two provinces, which never meet', () => {
    const guangdong = folder['provinces/guangdong.yaml']
    const zhejiang = guangdong.replace('sheet: guangdong', 'sheet: zhejiang')
    expect(mistakesIn(written({ ...folder, 'provinces/zhejiang.yaml': zhejiang }))).toEqual([])
  })
})

describe('the sentences for the rule keeper', () => {
  it.each(table)('tell $what in both languages at the same place', ({ files, found }) => {
    const at = written(files)
    const [zh = '', en = ''] = [languages.zh, languages.en].map(words => lintRules(at, words).text.split('\n')[0])
    expect([zh, en].map(line => line.startsWith(`rules/${found[0]} `))).toEqual([true, true])
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(`${zh} ${en}`).not.toMatch(/undefined|\[object/)
  })

  it('end with the count, and fail', () => {
    const { files } = changed('national.yaml', 'needs: business-licence', 'needs: [business-license, id-card]')
    const at = written(files)
    expect(lintRules(at, languages.en)).toEqual({
      code: 1,
      text: [
        'rules/national.yaml:17:5 rules/materials/ has no material "business-license" (did you mean business-licence?)',
        'rules/national.yaml:17:5 rules/materials/ has no material "id-card"',
        languages.en.rules.linted(3, 4, 2),
      ].join('\n'),
    })
    expect(lintRules(at, languages.zh).text.split('\n')[0]).toBe(
      'rules/national.yaml:17:5 rules/materials/ 中没有材料 "business-license"（您是指 business-licence 吗？）',
    )
  })

  it('are but the count where there is nothing to mend', () => {
    expect(lintRules(written(folder), languages.zh)).toEqual({ code: 0, text: languages.zh.rules.linted(3, 4, 0) })
  })

  it.each([
    ['a misspelt word', '{ at-least: 18 }', '{ at-leasd: 18 }', '（您是指 at-least 吗？）'],
    [
      'a misspelt key',
      'when: { sponsor.kind: individual }',
      'wehn: { sponsor.kind: individual }',
      '（您是指 when 吗？）',
    ],
    ['a misspelt fact', '{ at-least: 18 } }', '{ at-least: 18 }, sponsor.nmae: x }', '（您是指 sponsor.name 吗？）'],
  ])('name what was probably meant by %s', (_what, from, to, meant) => {
    expect(lintRules(written(changed('national.yaml', from, to).files), languages.zh).text).toContain(meant)
  })

  it.each([
    ['a key written twice', 'sheet: national', 'sheet: national\nsheet: x', '键“sheet”写了两次'],
    ['a full-width colon', 'title: { zh: 全国, en: National }', 'title：全国', '冒号是全角的'],
    ['an open bracket', 'needs: business-licence', 'needs: [a\n    fix: x', '引号或括号没有配对'],
  ])('say in Chinese what is wrong with %s', (_what, from, to, said) => {
    expect(lintRules(written(changed('national.yaml', from, to).files), languages.zh).text).toContain(said)
  })
})
