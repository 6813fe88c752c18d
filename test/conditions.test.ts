// Every word a rule may use: a value that holds, one that does not, the border between them, and what it tells as reason.
import { describe, expect, it } from 'vitest'
import type { Context, Known } from '../src/conditions/condition.ts'
import {
  conditionNamed,
  conditionNames,
  conditions,
  isConditionName,
  type ConditionName,
} from '../src/conditions/index.ts'
import { patternNames, type PatternName } from '../src/conditions/patterns.ts'
import { takesSchemas } from '../src/rules/takes-schema.ts'

/** `because` is what the reader is told; a row that leaves it out expects nothing. */
type Row = readonly [what: string, takes: unknown, fact: Known, holds: boolean, because?: readonly string[]]

const lists: Readonly<Record<string, readonly string[]>> = {
  'state-words': ['中国', '国家'],
  'finance-words': ['金融', 'P2P'],
  suffixes: ['cn', '我爱你'],
  none: [],
  blank: ['', '  ', '金,融'],
}
const otherFacts: Readonly<Record<string, Known>> = {
  'sponsor.name': '深圳市海风软件（集团）有限公司',
  'service.languages': ['zh-hans', 'en'],
  'sponsor.document.number': '9144030abc',
  count: 3,
}
const context: Context = { fact: name => otherFacts[name], list: name => lists[name] ?? [] }

const rows: Readonly<Record<ConditionName, readonly Row[]>> = {
  equals: [
    ['the same text', 'enterprise', 'enterprise', true],
    ['another text', 'enterprise', 'individual', false],
    ['a code in another case', 'enterprise', 'Enterprise', false],
    ['the same number', 3, 3, true],
    ['a number and its text', 3, '3', false],
    ['yes', true, true, true],
    ['no where yes is wanted', true, false, false],
    ['a list with such a member', 'news', ['blog', 'news'], true],
    ['a list without it', 'news', ['blog'], false],
    ['an empty list', 'news', [], false],
    ['a list with the number as text', 3, ['3'], true],
  ],
  'one-of': [
    ['the last of them', ['website', 'app'], 'app', true],
    ['none of them', ['website', 'app'], 'mail', false],
    ['a number among them', [1, 2], 2, true],
    ['a list that shares a member', ['news', 'games'], ['blog', 'games'], true],
    ['a list that shares none', ['news', 'games'], ['blog'], false],
    ['an empty list', ['news'], [], false],
  ],
  not: [
    ['another text', 'individual', 'enterprise', true],
    ['the unwanted text', 'individual', 'individual', false],
    ['none of several', ['first', 'add-access'], 'change-sponsor', true],
    ['one of several', ['first', 'add-access'], 'add-access', false],
    ['a list without it', 'news', ['blog'], true],
    ['a list with it', 'news', ['blog', 'news'], false],
    ['an empty list', 'news', [], true],
    ['no where yes is unwanted', true, false, true],
  ],
  given: [
    ['any text', true, 'x', true],
    ['an empty text', true, '', true],
    ['a no', true, false, true],
    ['an empty list', true, [], true],
  ],
  'at-least': [
    ['just enough', 18, 18, true],
    ['one too few', 18, 17, false],
    ['below zero', 0, -1, false],
    ['a text that looks like a number', 18, '20', false],
  ],
  'at-most': [
    ['just little enough', 31, 31, true],
    ['one too many', 31, 32, false],
    ['a text that looks like a number', 31, '20', false],
  ],
  'same-as': [
    ['letter for letter', 'sponsor.name', '深圳市海风软件（集团）有限公司', true, ['深圳市海风软件（集团）有限公司']],
    [
      'other width and blanks',
      'sponsor.name',
      ' 深圳市海风软件(集团) 有限公司',
      true,
      ['深圳市海风软件（集团）有限公司'],
    ],
    ['other case', 'sponsor.document.number', '9144030ABC', true, ['9144030abc']],
    ['one character less', 'sponsor.name', '深圳海风软件（集团）有限公司', false, ['深圳市海风软件（集团）有限公司']],
    ['a list in the same order', 'service.languages', ['zh-hans', 'en'], true, ['zh-hans', 'en']],
    ['a list with one more', 'service.languages', ['zh-hans', 'en', 'fr'], false, ['zh-hans', 'en']],
    ['a number', 'count', 3, true, ['3']],
    ['a fact nobody knows', 'principal.name', 'x', false, ['']],
    ['what nobody knows is no text, not even this one', 'principal.name', 'undefined', false, ['']],
  ],
  'exactly-same-as': [
    ['letter for letter', 'sponsor.name', '深圳市海风软件（集团）有限公司', true, ['深圳市海风软件（集团）有限公司']],
    ['other width', 'sponsor.name', '深圳市海风软件(集团)有限公司', false, ['深圳市海风软件（集团）有限公司']],
    ['a blank', 'sponsor.name', '深圳市海风软件（集团） 有限公司', false, ['深圳市海风软件（集团）有限公司']],
    ['other case', 'sponsor.document.number', '9144030ABC', false, ['9144030abc']],
    ['a fact nobody knows', 'principal.name', 'x', false, ['']],
    ['what nobody knows is no text, not even this one', 'principal.name', 'undefined', false, ['']],
  ],
  'different-from': [
    ['another text', 'sponsor.document.number', '13800138000', true],
    ['the same text', 'sponsor.document.number', '9144030abc', false],
    ['the same in other width, case and with a blank', 'sponsor.document.number', '９１４４０３０ ＡＢＣ', false],
    ['a fact nobody knows', 'principal.mobile', '13800138000', true],
    ['what nobody knows is no text, not even this one', 'principal.mobile', 'undefined', true],
  ],
  in: [
    ['a word of the list', 'suffixes', 'cn', true],
    ['in other width and case', 'suffixes', 'ＣＮ', true],
    ['a word the list lacks', 'suffixes', 'xyz', false, ['xyz']],
    ['a part of a word', 'suffixes', '我爱', false, ['我爱']],
    ['a list fact wholly in it', 'suffixes', ['cn', '我爱你'], true],
    ['a list fact partly in it', 'suffixes', ['cn', 'xyz', 'abc'], false, ['xyz', 'abc']],
    ['an empty list fact', 'suffixes', [], true],
    ['a list that does not exist', 'nowhere', 'cn', false, ['cn']],
  ],
  'not-in': [
    ['a word the list lacks', 'suffixes', 'xyz', true],
    ['a word of the list', 'suffixes', 'cn', false, ['cn']],
    ['in other width and case', 'suffixes', 'Ｃn ', false, ['Ｃn ']],
    ['a list fact partly in it', 'suffixes', ['xyz', '我爱你'], false, ['我爱你']],
    ['an empty list fact', 'suffixes', [], true],
    ['a list that does not exist', 'nowhere', 'cn', true],
  ],
  'with-any-of': [
    ['a word of the list inside', 'finance-words', '海风金融服务', true, ['金融']],
    ['in other width, case and with a blank', 'finance-words', '海风ｐ 2p平台', true, ['P2P']],
    ['several, each told', 'finance-words', 'P2P金融', true, ['金融', 'P2P']],
    ['none', 'finance-words', '海风软件', false],
    ['words written in the rule', ['软件', '游戏'], '海风软件', true, ['软件']],
    ['any of two that begin alike', ['金融', '金币'], '海风金融', true, ['金融']],
    ['the other of two that begin alike', ['金融', '金币'], '海风金币', true, ['金币']],
    ['a list fact with it', 'finance-words', ['海风软件', '海风金融'], true, ['金融']],
    ['a word that only two members together make', 'finance-words', ['收现金', '融资'], false],
    ['an empty list of words', 'none', '金融', false],
    ['words of blanks only, which stand in no text', 'blank', '海风软件', false],
    ['a word that only the border between two members makes', 'blank', ['收现金', '融资'], false],
  ],
  'without-any-of': [
    ['none', 'finance-words', '海风软件', true],
    ['a word of the list inside', 'finance-words', '海风金融服务', false, ['金融']],
    ['in other width and case', 'finance-words', 'ｐ２ｐ', false, ['P2P']],
    ['words written in the rule', ['官网'], '海风官网', false, ['官网']],
    ['a list fact with it', 'finance-words', ['海风软件', '金融'], false, ['金融']],
    ['a word that only two members together make', 'finance-words', ['收现金', '融资'], true],
    ['an empty text', 'finance-words', '', true],
  ],
  'beginning-with': [
    ['the head', 'state-words', '中国海风', true, ['中国']],
    ['the whole', 'state-words', '国家', true, ['国家']],
    ['the word further in', 'state-words', '海风中国', false],
    ['a blank in front', 'state-words', ' 中 国海风', true, ['中国']],
    ['words written in the rule', ['cn-'], 'CN-hangzhou', true, ['cn-']],
    ['a list fact with one such member', 'state-words', ['海风', '国家海风'], true, ['国家']],
  ],
  'not-beginning-with': [
    ['the word further in', 'state-words', '海风中国', true],
    ['the head', 'state-words', '中国海风', false, ['中国']],
    ['a list fact with one such member', 'state-words', ['海风', '国家海风'], false, ['国家']],
    ['words written in the rule', ['ap-'], 'ap-hongkong', false, ['ap-']],
  ],
  'ending-with': [
    ['the end', ['.gov.cn', '.政务'], 'shenzhen.gov.cn', true],
    ['in other width and case', ['.gov.cn'], 'shenzhen．ＧＯＶ.cn', true],
    ['another end', ['.gov.cn'], 'gov.cn.example.com', false],
    ['every member of a list fact', ['.gov.cn', '.政务'], ['a.gov.cn', 'b.政务'], true],
    ['one member of a list fact', ['.gov.cn'], ['a.gov.cn', 'b.cn'], false],
    ['a named list', 'suffixes', 'example.我爱你', true],
  ],
  only: [
    ['some of them', ['blog', 'other'], ['blog'], true],
    ['all of them', ['blog', 'other'], ['other', 'blog'], true],
    ['one that is not allowed', ['blog', 'other'], ['blog', 'news'], false, ['news']],
    ['an empty list', ['blog'], [], true],
    ['nothing where nothing is allowed', [], [], true],
    ['something where nothing is allowed', [], ['blog'], false, ['blog']],
    ['one text', ['blog'], 'blog', true],
  ],
  like: [
    ['a text of the form', 'only-digits', '12345', true],
    ['another text', 'only-digits', '123a', false],
    ['a list fact wholly of the form', 'only-digits', ['1', '2'], true],
    ['a list fact partly of the form', 'only-digits', ['1', 'b'], false],
  ],
  'not-like': [
    ['another text', 'only-digits', '123a', true],
    ['a text of the form', 'only-digits', '12345', false],
    ['a list fact partly of the form', 'only-digits', ['1', 'b'], false],
    ['a list fact without the form', 'only-digits', ['a', 'b'], true],
  ],
  'length-at-least': [
    ['just long enough', 3, '海风网', true, ['3']],
    ['one short', 3, '海风', false, ['2']],
    ['blanks at the ends', 3, ' 海风 ', false, ['2']],
    ['a rare character counts once', 2, '𠮷', false, ['1']],
    ['members of a list fact', 2, ['a', 'b'], true, ['2']],
    ['an empty list fact', 1, [], false, ['0']],
  ],
  'length-at-most': [
    ['just short enough', 3, '海风网', true, ['3']],
    ['one too long', 3, '海风网站', false, ['4']],
    ['blanks at the ends', 2, ' 海风 ', true, ['2']],
    ['a rare character counts once', 1, '𠮷', true, ['1']],
    ['members of a list fact', 1, ['a', 'b'], false, ['2']],
  ],
  'han-at-least': [
    ['just enough', 3, '海风网', true, ['3']],
    ['one short', 3, '海风abc', false, ['2']],
    ['a rare character counts once', 2, '𠮷野', true, ['2']],
    ['no Chinese', 1, 'Haifeng', false, ['0']],
    ['full-width letters are none', 1, 'ＨＦ', false, ['0']],
    ['every member of a list fact', 1, ['海风', 'abc'], false, ['2', '0']],
  ],
  'on-or-after': [
    ['the day itself', '2018-01-01', '2018-01-01', true],
    ['the day before', '2018-01-01', '2017-12-31', false],
    ['another year', '2018-01-01', '2026-11-24', true],
    ['without an end', '2018-01-01', 'long-term', true],
    ['a number', '2018-01-01', 20_260_101, false],
    ['a list of days, even of one', '2018-01-01', ['2026-11-24'], false],
  ],
}

const table = Object.entries(rows).flatMap(([word, cases]) =>
  cases.map(([what, takes, fact, holds, because = []]) => ({ word, what, takes, fact, holds, because })),
)

describe('a word', () => {
  it.each(table)('$word $takes: $what ($fact) → $holds', ({ word, takes, fact, holds, because }) => {
    const bound = conditionNamed(word)?.bind(takes)
    expect(bound?.holds(fact, context)).toBe(holds)
    expect(bound?.because(fact, context)).toEqual(because)
  })

  it.each(conditionNames)('%s has at least two rows here, and both outcomes where it can fail', word => {
    const outcomes = table.filter(row => row.word === word).map(({ holds }) => holds)
    expect(outcomes.length).toBeGreaterThanOrEqual(2)
    expect(new Set(outcomes).size).toBe(word === 'given' ? 1 : 2)
  })

  it.each(Object.entries(conditions))('%s bears the name it is listed under', (word, { name }) => {
    expect(name).toBe(word)
    expect(isConditionName(word)).toBe(true)
  })

  it('that nobody listed is none', () => {
    expect([conditionNamed('or'), isConditionName('or'), isConditionName('toString')]).toEqual([
      undefined,
      false,
      false,
    ])
  })
})

describe('what a word is given', () => {
  it.each(Object.entries(conditions))('%s must be given something', (word, { bind }) => {
    expect(() => bind(undefined)).toThrow(word)
  })

  it.each<[ConditionName, unknown]>([
    ['equals', ['x']],
    ['equals', null],
    ['one-of', []],
    ['not', []],
    ['given', false],
    ['at-least', '18'],
    ['at-most', '31'],
    ['same-as', 3],
    ['exactly-same-as', ['sponsor.name']],
    ['different-from', true],
    ['in', ['cn']],
    ['not-in', 3],
    ['with-any-of', []],
    ['without-any-of', [3]],
    ['beginning-with', {}],
    ['not-beginning-with', []],
    ['ending-with', 3],
    ['only', 'blog'],
    ['like', '/^a/'],
    ['not-like', 'no-such-pattern'],
    ['length-at-least', '3'],
    ['length-at-most', null],
    ['han-at-least', true],
    ['on-or-after', '2018'],
    ['on-or-after', 'yesterday'],
  ])('%s refuses %j', (word, takes) => {
    expect(takesSchemas[conditions[word].takes].safeParse(takes).success).toBe(false)
  })

  it.each<[ConditionName, unknown, readonly string[], readonly string[]]>([
    ['same-as', 'sponsor.name', ['sponsor.name'], []],
    ['exactly-same-as', 'sponsor.name', ['sponsor.name'], []],
    ['different-from', 'principal.mobile', ['principal.mobile'], []],
    ['in', 'suffixes', [], ['suffixes']],
    ['not-in', 'suffixes', [], ['suffixes']],
    ['with-any-of', 'finance-words', [], ['finance-words']],
    ['without-any-of', 'finance-words', [], ['finance-words']],
    ['beginning-with', 'state-words', [], ['state-words']],
    ['not-beginning-with', 'state-words', [], ['state-words']],
    ['ending-with', 'suffixes', [], ['suffixes']],
    ['with-any-of', ['金融'], [], []],
    ['equals', 'sponsor.name', [], []],
  ])('%s with %j reads the facts %j and the lists %j', (word, takes, reads, used) => {
    const bound = conditions[word].bind(takes)
    expect([bound.reads, bound.lists]).toEqual([reads, used])
  })
})

/** Each form with a text that has it and one that only nearly has it. */
const forms: Readonly<Record<PatternName, readonly (readonly [text: string, fits: boolean])[]>> = {
  'service-code': [
    ['0a1b2c3d-1234-5678-9abc-0a1b2c3d4e5f', true],
    ['0A1B2C3D-1234-5678-9ABC-0A1B2C3D4E5F', true],
    ['0a1b2c3d12345678', false],
  ],
  md5: [
    ['00112233445566778899aabbccddeeff', true],
    ['00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF', true],
    ['00112233445566778899aabbccddee', false],
    ['g0112233445566778899aabbccddeeff', false],
  ],
  sha1: [
    ['00112233445566778899aabbccddeeff00112233', true],
    ['00112233445566778899aabbccddeeff', false],
  ],
  'package-name': [
    ['cn.example.app', true],
    ['example', false],
    ['1cn.example', false],
  ],
  'bundle-id': [
    ['cn.example.my-app', true],
    ['example', false],
  ],
  'public-key': [
    ['-----BEGIN PUBLIC KEY-----', true],
    ['A'.repeat(64), true],
    ['0a:'.repeat(64), true],
    ['A'.repeat(20), false],
  ],
  'only-digits': [
    ['123 456', true],
    ['123a', false],
  ],
  'only-latin': [
    ['Haifeng Software & Co.', true],
    ['海风 Software', false],
  ],
  'special-symbols': [
    ['海风★软件', true],
    ['海风软件（深圳）·ABC', false],
  ],
  brackets: [
    ['海风（测试）', true],
    ['海风', false],
  ],
  placeholder: [
    ['测试', true],
    ['xxxx', true],
    ['请输入名称', true],
    ['${name}', true],
    ['{{ name }}', true],
    ['测试工具箱', false],
  ],
  'two-different-characters': [
    ['海风', true],
    ['海海', false],
    ['海', false],
  ],
  'game-number': [
    ['国新出审〔2024〕1号', true],
    ['978-7-498-00000-0', true],
    ['B2-20240001', false],
  ],
  'filing-link': [
    ['http://beian.miit.gov.cn', true],
    ['https://beian.miit.gov.cn/#/Integrated/index', true],
    ['https://www.beian.gov.cn', false],
  ],
  'secure-filing-link': [
    ['https://beian.miit.gov.cn/', true],
    ['http://beian.miit.gov.cn/', false],
    ['https://beian.miit.gov.cn/#/Integrated/index', false],
  ],
  'with-suffix-number': [
    ['粤ICP备99000001号-1', true],
    ['粤ICP备2021000001号-12', true],
    ['粤ICP备99000001号', false],
  ],
  'sponsor-number': [
    ['粤ICP备99000001号', true],
    ['粤ICP备99000001号-1', false],
  ],
  'same-site-remark': [
    ['两个域名指向同一网站', true],
    ['企业官网', false],
  ],
  'filing-only-watermark': [
    ['仅供ICP备案使用', true],
    ['内部资料', false],
  ],
}

const formTable = Object.entries(forms).flatMap(([name, texts]) => texts.map(([text, fits]) => ({ name, text, fits })))

describe('a named form', () => {
  it.each(formTable)('$name has “$text”: $fits', ({ name, text, fits }) => {
    expect(conditions.like.bind(name).holds(text, context)).toBe(fits)
    expect(conditions['not-like'].bind(name).holds(text, context)).toBe(!fits)
  })

  it.each(patternNames)('%s is shown with and without', name => {
    expect(new Set(forms[name].map(([, fits]) => fits)).size).toBe(2)
  })
})
