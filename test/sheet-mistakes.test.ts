// A mistake in a sheet says what was written, what was wanted, and which known name was probably meant.
import { describe, expect, it } from 'vitest'
import { conditionNames } from '../src/conditions/index.ts'
import { factNames } from '../src/facts/index.ts'
import { lintFacts, lintMaterials, lintWords } from '../src/rules/lint-names.ts'
import { lintSources, unusedSources } from '../src/rules/lint-sources.ts'
import { lintTemplate } from '../src/rules/lint-templates.ts'
import { lintSheet } from '../src/rules/lint.ts'
import { unusedLists } from '../src/rules/lint-lists.ts'
import { parseSheet } from '../src/rules/parse-sheet.ts'
import { parseTemplate } from '../src/rules/parse-template.ts'
import type { SheetProblem } from '../src/rules/problem.ts'
import type { RuleEntry, Sheet } from '../src/rules/sheet.ts'
import { common } from './small-world.ts'

const both = { zh: '标题', en: 'Title' }
const guide = { kind: 'office-guide', publisher: 'A', title: 'T', 'as-of': '2026', read: '2026-11-24' }
const rule = {
  id: 'a',
  title: both,
  require: { 'sponsor.kind': 'enterprise' },
  source: { guide: '' },
  examples: [{ pass: {} }],
}
const sheet = { sheet: 'national', title: both, sources: { guide }, rules: [rule] }

/** `path: code got → want (meant)` */
const said = ({ path, code, got = '', want = '', meant }: SheetProblem) =>
  `${path.join('.')}: ${code} ${got} → ${want}${meant ? ` (${meant})` : ''}`

const mistakes = (tree: unknown) => parseSheet(tree).problems.map(said)
const inRule = (more: object) => mistakes({ ...sheet, rules: [{ ...rule, ...more }] })
const inSource = (more: object) => mistakes({ ...sheet, sources: { guide: { ...guide, ...more } } })
const without = (key: keyof typeof rule) => {
  const { [key]: _, ...rest } = rule
  return mistakes({ ...sheet, rules: [rest] })
}

describe('a mistake of form', () => {
  it('is none where there is none', () => {
    expect(parseSheet(sheet).problems).toEqual([])
  })

  it.each<[string, () => readonly string[], readonly string[]]>([
    ['no title', () => without('title'), ['rules.0.title: missing-key title → object']],
    ['no examples', () => without('examples'), ['rules.0.examples: missing-key examples → array']],
    ['no id', () => without('id'), ['rules.0.id: missing-key id → string']],
    ['an empty list', () => inRule({ examples: [] }), ['rules.0.examples: wrong-type [] → ≥ 1']],
    ['an empty text', () => inRule({ title: { zh: '', en: 'x' } }), ['rules.0.title.zh: wrong-type  → ≥ 1']],
    ['one language only', () => inRule({ title: { zh: '标题' } }), ['rules.0.title.en: missing-key en → string']],
    ['a text for two', () => inRule({ title: '标题' }), ['rules.0.title: wrong-type 标题 → object']],
    ['a severity', () => inRule({ severity: 'fatal' }), ['rules.0.severity: wrong-type fatal → error, warning, info']],
    ['a day', () => inRule({ since: '1.9.2026' }), ['rules.0.since: wrong-type 1.9.2026 → YYYY-MM-DD']],
    ['a number for a day', () => inRule({ since: 2026 }), ['rules.0.since: wrong-type 2026 → string']],
    ['an id', () => inRule({ id: 'A rule' }), [`rules.0.id: wrong-type A rule → /^[a-z0-9]+(-[a-z0-9]+)*$/`]],
    ['a doubtful rule that is not', () => inRule({ doubtful: false }), ['rules.0.doubtful: wrong-type false → true']],
    ['several shapes, none of them', () => inRule({ needs: 3 }), ['rules.0.needs: wrong-type 3 → string | array']],
    [
      'one of several in a list',
      () => inRule({ needs: ['A'] }),
      [`rules.0.needs.0: wrong-type A → /^[a-z0-9]+(-[a-z0-9]+)*$/`],
    ],
    ['an address', () => inSource({ url: 'no address' }), ['sources.guide.url: wrong-type no address → url']],
    [
      'a name of a source',
      () => mistakes({ ...sheet, sources: { 'A guide': guide } }),
      ['sources.A guide: wrong-type A guide → /^[a-z0-9]+(-[a-z0-9]+)*$/'],
    ],
    ['a misspelt key', () => inRule({ severty: 'error' }), ['rules.0.severty: unknown-key severty →  (severity)']],
    ['a key like no other', () => inRule({ xyzzy: 1 }), ['rules.0.xyzzy: unknown-key xyzzy → ']],
    ['two unknown keys', () => inRule({ a: 1, b: 2 }), ['rules.0.a: unknown-key a → ', 'rules.0.b: unknown-key b → ']],
    ['no sheet at all', () => mistakes(undefined), [': missing-key  → object']],
    ['a list for a sheet', () => mistakes([]), [': wrong-type [] → object']],
  ])('%s', (_what, found, expected) => {
    expect(found()).toEqual(expected)
  })
})

describe('a mistake in a condition', () => {
  const words = conditionNames.join(', ')

  it.each<[string, unknown, string]>([
    ['a misspelt word', { 'at-leest': 3 }, `at-leest: unknown-word at-leest → ${words} (at-least)`],
    ['a word like no other', { xyzzy: 3 }, `xyzzy: unknown-word xyzzy → ${words}`],
    ['a number written as a text', { 'at-least': 'three' }, 'at-least: wrong-condition three → number'],
    ['a list for a number', { 'at-least': [3] }, 'at-least: wrong-condition [3] → number'],
    ['the second of two words', { 'at-least': 3, 'at-most': 'x' }, 'at-most: wrong-condition x → number'],
    ['a pattern nobody named', { like: 'no-such-form' }, 'like: wrong-condition no-such-form → '],
  ])('%s', (_what, written, problem) => {
    for (const part of ['when', 'require'] as const) {
      const [found] = inRule({ [part]: { 'sponsor.name': written } })
      expect(found?.startsWith(`rules.0.${part}.sponsor.name.${problem}`)).toBe(true)
    }
  })

  it.each<[unknown, string]>([
    [[], '[] → ≥ 1'],
    [null, 'null → '],
  ])('%j is no condition', (written, rest) => {
    expect(inRule({ when: { 'sponsor.name': written } })).toEqual([
      `rules.0.when.sponsor.name: wrong-condition ${rest}`,
    ])
  })
})

const entryOf = (more: Partial<RuleEntry>): RuleEntry => ({
  id: 'a',
  title: both,
  source: { guide: '' },
  examples: [{}],
  ...more,
})
const path = ['rules', 0]

describe('a name nobody defined', () => {
  const facts = (entry: Partial<RuleEntry>) => lintFacts(entryOf(entry), path)
  const words = (entry: Partial<RuleEntry>) => lintWords(entryOf(entry), path, common).map(said)
  const sponsors = factNames()
    .filter(name => name.startsWith('sponsor.'))
    .join(', ')

  it('is told with the facts that begin like it', () => {
    const [problem] = facts({ when: { 'sponsor.knd': 'enterprise' } })
    expect(problem).toEqual({
      code: 'unknown-fact',
      path: ['rules', 0, 'when', 'sponsor.knd'],
      got: 'sponsor.knd',
      want: sponsors,
      meant: 'sponsor.kind',
    })
  })

  it('is told with all facts where none begins like it', () => {
    expect(facts({ require: { 'xyzzy.xyzzy.xyzzy': 1 } })).toEqual([
      {
        code: 'unknown-fact',
        path: ['rules', 0, 'require', 'xyzzy.xyzzy.xyzzy'],
        got: 'xyzzy.xyzzy.xyzzy',
        want: factNames().join(', '),
      },
    ])
    expect(facts({ when: { 'sponsor.kind': 'x' }, require: { 'service.name': 'x' } })).toEqual([])
  })

  it.each<[string, RuleEntry['when'], readonly string[]]>([
    [
      'a list',
      { 'service.name': { 'without-any-of': 'finance-word' } },
      ['rules.0.when.service.name: unknown-list finance-word →  (finance-words)'],
    ],
    [
      'a list like no other',
      { 'service.name': { in: 'xyzzyxyzzy' } },
      ['rules.0.when.service.name: unknown-list xyzzyxyzzy → '],
    ],
    [
      'a list that is a table',
      { 'service.name': { in: 'provider' } },
      ['rules.0.when.service.name: unknown-list provider →  (providers)'],
    ],
    ['a table for a list', { 'service.name': { in: 'providers' } }, []],
    [
      'a fact behind a word',
      { 'service.name': { 'same-as': 'sponsor.nam' } },
      [`rules.0.when.service.name: unknown-fact sponsor.nam → ${sponsors} (sponsor.name)`],
    ],
    [
      'a code',
      { 'sponsor.kind': 'enterprize' },
      ['rules.0.when.sponsor.kind: unknown-code enterprize → enterprise, individual, law-firm (enterprise)'],
    ],
    [
      'a code that must not be',
      { 'sponsor.kind': { not: 'xyzzyxyzzy' } },
      ['rules.0.when.sponsor.kind: unknown-code xyzzyxyzzy → enterprise, individual, law-firm'],
    ],
    [
      'one of several codes',
      { 'sponsor.kind': ['enterprise', 'lawfirm'] },
      ['rules.0.when.sponsor.kind: unknown-code lawfirm → enterprise, individual, law-firm (law-firm)'],
    ],
    [
      'a code of a list fact',
      { 'service.languages': { only: ['zh-hans', 'zh-hant'] } },
      ['rules.0.when.service.languages: unknown-code zh-hant → zh-hans (zh-hans)'],
    ],
    ['a word that takes no codes', { 'sponsor.kind': { 'length-at-least': 3 } }, []],
    ['a fact without codes', { 'sponsor.name': 'anything' }, []],
  ])('%s', (_what, when, problems) => {
    expect(words({ when })).toEqual(problems)
  })

  it('a material', () => {
    expect(
      lintMaterials(entryOf({ needs: ['business-licence', 'busines-licence', 'xyzzyxyzzy'] }), path, common).map(said),
    ).toEqual([
      'rules.0.needs: unknown-material busines-licence →  (business-licence)',
      'rules.0.needs: unknown-material xyzzyxyzzy → ',
    ])
    expect(lintMaterials(entryOf({}), path, common)).toEqual([])
  })
})

const written = (more: Partial<Sheet>): Sheet => ({
  sheet: 'national',
  title: both,
  sources: {
    guide: { kind: 'office-guide', publisher: 'A', title: 'T', 'as-of': '2026', read: '2026-11-24' },
    rumour: { kind: 'report', publisher: 'A', title: 'T', 'as-of': 'unknown', read: '2026-11-24' },
  },
  rules: [],
  ...more,
})

describe('what a rule cites', () => {
  const sources = (more: Partial<RuleEntry>) => lintSources(written({}), entryOf(more), path).map(said)
  const kind = { 'sponsor.kind': 'enterprise' }

  it.each<[string, Partial<RuleEntry>, readonly string[]]>([
    ['enough', { require: kind }, []],
    ['nothing', { require: kind, source: {} }, ['rules.0.source: no-source  → ']],
    [
      'a misspelt source',
      { require: kind, source: { giude: '' } },
      ['rules.0.source.giude: unknown-source giude → guide, rumour (guide)'],
    ],
    [
      'a source like no other',
      { require: kind, source: { xyzzyxyzzy: '' } },
      ['rules.0.source.xyzzyxyzzy: unknown-source xyzzyxyzzy → guide, rumour'],
    ],
    ['too little', { require: kind, source: { rumour: '' } }, ['rules.0: severity-above-evidence error → warning']],
    [
      'too little for what it says',
      { require: kind, severity: 'error', source: { rumour: '' } },
      ['rules.0.severity: severity-above-evidence error → warning'],
    ],
    ['enough for a warning', { require: kind, severity: 'warning', source: { rumour: '' } }, []],
    ['enough for an info', { require: kind, severity: 'info', source: { rumour: '' } }, []],
    [
      'what is doubtful',
      { needs: 'business-licence', doubtful: true },
      ['rules.0: severity-above-evidence error → info'],
    ],
    ['little for what a person confirms', { confirm: both, source: { rumour: '' } }, []],
    ['little for a note', { note: both, source: { rumour: '' } }, []],
    [
      'what a picture only suggests',
      { require: { 'scan.glare': { 'at-most': 1 } } },
      ['rules.0: severity-above-evidence error → warning'],
    ],
    [
      'what a picture only suggests, asked of some',
      { when: { 'scan.is': 'passport' }, require: { 'scan.glare': 0 } },
      ['rules.0: severity-above-evidence error → warning'],
    ],
  ])('is %s', (_what, more, problems) => {
    expect(sources(more)).toEqual(problems)
  })

  it('in vain is told', () => {
    expect(unusedSources(written({ rules: [entryOf({})] })).map(said)).toEqual([
      'sources.rumour: unused-source rumour → ',
    ])
  })
})

describe('a rule that is about', () => {
  const codes = (entry: Partial<RuleEntry>) =>
    lintSheet(written({ rules: [entryOf(entry)] }), [], common)
      .filter(({ code }) => code === 'mixed-subjects' || code === 'verbs')
      .map(said)

  it.each<[string, Partial<RuleEntry>, readonly string[]]>([
    [
      'its filing, a service and a domain',
      { when: { 'sponsor.kind': 'enterprise', 'service.kind': 'app' }, require: { 'domain.open': true } },
      [],
    ],
    [
      'a domain and a person',
      { when: { 'domain.open': true }, require: { 'person.student': false } },
      ['rules.0: mixed-subjects domain, person → '],
    ],
    [
      'a domain compared with a person',
      { require: { 'domain.name': { 'same-as': 'person.name' } } },
      ['rules.0: mixed-subjects domain, person → '],
    ],
    [
      'a shared thing and its filing',
      { when: { 'sponsor.kind': 'enterprise' }, require: { 'shared.filings': 1 } },
      ['rules.0: mixed-subjects filing, shared → '],
    ],
    [
      'a scan and its filing',
      { when: { 'sponsor.kind': 'enterprise' }, require: { 'scan.glare': 0 } },
      ['rules.0: mixed-subjects filing, scan → '],
    ],
    ['a shared thing', { require: { 'shared.filings': 1 } }, []],
    ['nothing', {}, ['rules.0: verbs  → ']],
    [
      'two things at once',
      { require: { 'sponsor.kind': 'enterprise' }, note: both },
      ['rules.0: verbs require, note → '],
    ],
    [
      'all things at once',
      { require: { 'sponsor.kind': 'enterprise' }, needs: 'business-licence', confirm: both, note: both },
      ['rules.0: verbs require, needs, confirm, note → '],
    ],
  ])('%s', (_what, entry, problems) => {
    expect(codes(entry)).toEqual(problems)
  })
})

describe('a rule that replaces', () => {
  const named = (name: string, ...rules: Partial<RuleEntry>[]) =>
    written({ sheet: name, rules: rules.map(more => entryOf({ require: { 'sponsor.kind': 'enterprise' }, ...more })) })
  const national = named('national', {}, { id: 'b' })
  const codes = (sheets: readonly Sheet[], known = common) =>
    lintSheet(sheets.at(-1) ?? national, sheets, known)
      .filter(({ code }) => /^replace|^overlap/.test(code))
      .map(said)

  it('one that is gone is told, with the one that was meant', () => {
    expect(codes([national, named('guangdong', { replaces: 'national/c' })])).toEqual([
      'rules.0.replaces: replaced-rule-gone national/c →  (national/a)',
    ])
    expect(codes([national, named('guangdong', { replaces: ['national/a', 'xyzzyxyzzyxyzzy/q'] })])).toEqual([
      'rules.0.replaces: replaced-rule-gone xyzzyxyzzyxyzzy/q → ',
    ])
  })

  it.each<[string, readonly Sheet[], readonly string[]]>([
    [
      'a province and a provider both',
      [national, named('guangdong', { replaces: 'national/a' }), named('aliyun', { replaces: 'national/a' })],
      ['rules.0.replaces: replaced-twice national/a → guangdong/a'],
    ],
    [
      'a province, and a provider the province’s',
      [
        national,
        named('guangdong', { replaces: 'national/a' }),
        named('aliyun', { replaces: ['national/a', 'guangdong/a'] }),
      ],
      [],
    ],
    [
      'a province until the provider does',
      [
        national,
        named('guangdong', { replaces: 'national/a', until: '2026-01-01' }),
        named('aliyun', { replaces: 'national/a', since: '2026-01-01' }),
      ],
      [],
    ],
    [
      'a province since the provider does not',
      [
        national,
        named('guangdong', { replaces: 'national/a', since: '2026-01-01' }),
        named('aliyun', { replaces: 'national/a', until: '2026-01-01' }),
      ],
      [],
    ],
    [
      'a province a day longer',
      [
        national,
        named('guangdong', { replaces: 'national/a', until: '2026-01-02' }),
        named('aliyun', { replaces: 'national/a', since: '2026-01-01' }),
      ],
      ['rules.0.replaces: replaced-twice national/a → guangdong/a'],
    ],
    [
      'each another',
      [national, named('guangdong', { replaces: 'national/b' }), named('aliyun', { replaces: 'national/a' })],
      [],
    ],
  ])('what %s replaces', (_what, sheets, problems) => {
    expect(codes(sheets)).toEqual(problems)
  })

  it('what two provinces replace is theirs to replace', () => {
    const known = { ...common, provinces: ['guangdong', 'hubei'] }
    expect(
      codes(
        [national, named('guangdong', { replaces: 'national/a' }), named('hubei', { replaces: 'national/a' })],
        known,
      ),
    ).toEqual([])
  })

  it('itself on the same days is told', () => {
    const twice = (...rules: Partial<RuleEntry>[]) => codes([named('national', ...rules)])
    expect(twice({}, {})).toEqual(['rules.0.id: overlap a → '])
    expect(twice({ since: '2026-01-01' }, { until: '2026-01-01' })).toEqual([])
    expect(twice({ since: '2026-01-01' }, { until: '2026-01-02' })).toEqual(['rules.0.id: overlap a → '])
    expect(twice({ id: 'b' }, { since: '2026-01-01' }, { since: '2027-01-01' })).toEqual(['rules.1.id: overlap a → '])
  })
})

describe('a form', () => {
  const form = (text: string, material = 'commitment-letter') =>
    lintTemplate(material, parseTemplate(text).template, common).map(said)

  it.each<[string, string, readonly string[]]>([
    ['with a title', '# 承诺书\n甲', []],
    ['without a title', '甲\n乙', ['line.1: template-title 0 → ']],
    ['without anything', '', ['line.1: template-title 0 → ']],
    ['whose title stands below', '甲\n\n# 承诺书', ['line.3: template-title 1 → ']],
    ['with two titles', '# 甲\n\n乙\n\n# 丙', ['line.5: template-title 2 → ']],
    [
      'with a misspelt fact',
      '# 甲\n- {{sponsor.nam}}',
      [
        `line.2: unknown-fact sponsor.nam → ${factNames()
          .filter(name => name.startsWith('sponsor.'))
          .join(', ')} (sponsor.name)`,
      ],
    ],
    ['with the administration and the region', '# 甲\n- {{administration}}\n- {{region}}', []],
    ['that counts days', '# 甲\n- {{domain.days-left}}', ['line.2: template-field domain.days-left → ']],
    ['that talks about its scan', '# 甲\n- {{material.is}}', ['line.2: template-field material.is → ']],
    [
      'with a field deep inside',
      '# 甲\n@each service\n@when service.kind = website\n@else\n- {{material.is}}\n@end\n@end',
      ['line.5: template-field material.is → '],
    ],
    [
      'that asks for a code',
      '# 甲\n@when sponsor.kind = enterprise, lawfirm\n乙\n@end',
      ['line.2: unknown-code lawfirm → enterprise, individual, law-firm (law-firm)'],
    ],
    [
      'that asks yes or no',
      '# 甲\n@when sponsor.has-seal = true, maybe\n乙\n@end',
      ['line.2: unknown-code maybe → true, false'],
    ],
    ['that asks for a text', '# 甲\n@when sponsor.name = 海风\n乙\n@end', []],
  ])('%s', (_what, text, problems) => {
    expect(form(text)).toEqual(problems)
  })

  it('that asks for a fact nobody defined', () => {
    expect(form('# 甲\n@when sponsor.knd = x\n乙\n@end')[0]).toMatch(
      /^line\.2: unknown-fact sponsor\.knd → .*\(sponsor\.kind\)$/,
    )
  })

  it('of a material nobody described', () => {
    expect(form('# 甲', 'commitment-leter')).toEqual(['line.1: template-alone commitment-leter →  (commitment-letter)'])
    expect(form('# 甲', 'xyzzyxyzzy')).toEqual(['line.1: template-alone xyzzyxyzzy → '])
  })
})

describe('a word list', () => {
  const uses = (entry: Partial<RuleEntry>) => unusedLists([written({ rules: [entryOf(entry)] })], common)

  it('that neither a rule nor a fact looks up is told', () => {
    const all = uses({})
    const extra = { ...common, lists: { ...common.lists, 'own-words': { title: both, words: ['甲'] } } }
    const told = (entry: Partial<RuleEntry>) => unusedLists([written({ rules: [entryOf(entry)] })], extra)
    expect(told({})).toEqual([...all, 'own-words'])
    expect(told({ when: { 'service.name': { 'with-any-of': 'own-words' } } })).toEqual(all)
    expect(told({ require: { 'service.name': { in: 'own-words' } } })).toEqual(all)
  })

  it('of a pre-approval is looked up by the words that point to it', () => {
    expect(uses({})).not.toContain('news-words')
    expect(unusedLists([], { ...common, codes: {} })).toContain('news-words')
  })
})
