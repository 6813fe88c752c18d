// Which answer is asked for next, and in which form.
import { describe, expect, it } from 'vitest'
import { setAnswer, type Answer as Written } from '../src/disk/edit-yaml.ts'
import { parseFiling } from '../src/disk/filing.ts'
import { factAt } from '../src/facts/fact-at.ts'
import { factNames, isFactName } from '../src/facts/index.ts'
import { readDay } from '../src/interview/day.ts'
import { inOrder, keyOfQuestion, nextTask } from '../src/interview/next.ts'
import { groups, stepOfQuestion } from '../src/interview/questions.ts'
import { specFor, type Answer, type Spec } from '../src/interview/spec.ts'
import { suggestionFor } from '../src/interview/suggest.ts'
import type { Path } from '../src/model/filing.ts'
import type { Question } from '../src/rules/check.ts'
import { factOf, provider, subjectsIn, tables, type Small } from './small-world.ts'

const toPath = (written: string): Path => written.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key))

const question = (field: string): Question => ({
  rule: 'national/rule',
  severity: 'error',
  step: 'information',
  field: toPath(field),
  verdict: { is: 'ask', rules: ['national/rule'] },
})

const ordered = (...fields: string[]) => inOrder(fields.map(question)).map(({ field }) => field.join('.'))

describe('the next question', () => {
  it.each<[string, string[]]>([
    ['follows the steps', ['province', 'sponsor.kind', 'services.0.access.product', 'sponsor.contact-address']],
    ['asks who the sponsor is before what it runs', ['sponsor.name', 'services.0.kind', 'services.0.domains.0.name']],
    [
      'asks the services one after the other within a step',
      ['services.0.kind', 'services.1.kind', 'services.0.name', 'services.1.name'],
    ],
    ['counts services, not letters', ['services.2.kind', 'services.10.kind']],
    [
      'finishes one domain before the next',
      [
        'services.0.name',
        'services.0.domains.0.registrar',
        'services.0.domains.0.expires',
        'services.0.domains.1.registrar',
      ],
    ],
    [
      'finishes one platform before the next',
      ['services.0.app.platforms.0.os', 'services.0.app.platforms.0.package', 'services.0.app.platforms.1.os'],
    ],
    ['asks the type of a document before its number', ['principal.document.type', 'principal.document.number']],
    ['asks last what nobody gave a place', ['sponsor.remark', 'sponsor.document.unheard-of']],
  ])('%s', (_what, fields) => {
    expect(ordered(...fields.toReversed())).toEqual(fields)
  })

  it('is the first that was not put off', () => {
    const open = ['sponsor.name', 'sponsor.kind', 'services.0.name'].map(question)
    const next = (...putOff: string[]) => {
      const done = new Set(putOff.map(field => keyOfQuestion(question(field))))
      const task = nextTask([], open, { lock: undefined, more: undefined }, key => done.has(key))
      return task?.is === 'question' ? task.question.field.join('.') : task
    }
    expect(next()).toBe('sponsor.kind')
    expect(next('sponsor.kind')).toBe('sponsor.name')
    expect(next('sponsor.kind', 'sponsor.name')).toBe('services.0.name')
    expect(next('sponsor.kind', 'sponsor.name', 'services.0.name')).toBeUndefined()
  })
})

describe('the list of questions', () => {
  const all = groups.flatMap(({ fields }) => fields)

  it('names facts only, each once', () => {
    expect(all.filter(field => !isFactName(field))).toEqual([])
    expect(all.filter((field, index) => all.indexOf(field) !== index)).toEqual([])
  })

  it('knows the step of every field it names, and of no other', () => {
    for (const { step, fields } of groups) for (const field of fields) expect(stepOfQuestion(field)).toBe(step)
    expect(stepOfQuestion('filing.type')).toBeUndefined()
  })
})

const known = (filing: Small = {}) => ({ filing: { icp: '1' as const, ...filing }, tables, provider })
const specOf = (field: string, filing?: Small) => specFor(toPath(field), known(filing))
const choicesOf = (spec: Spec) => ('choices' in spec ? spec.choices.map(({ answer }) => answer) : [])

describe('a question is asked', () => {
  it.each<[string, Small, Spec['ask'], Answer[]]>([
    ['provider', {}, 'choose', ['aliyun', 'tencent']],
    ['sponsor.kind', {}, 'choose', ['enterprise', 'individual', 'law-firm']],
    ['sponsor.has-seal', {}, 'choose', [true, false]],
    ['sponsor.record', {}, 'choose', ['none', {}]],
    ['services.0.record', {}, 'choose', ['none', {}]],
    ['services.0.content', {}, 'many', ['organization-site', 'blog']],
    ['services.0.record.provider', {}, 'many', ['aliyun', 'tencent']],
    ['sponsor.document.type', {}, 'choose', ['business-licence', 'law-firm-licence', 'id-card', 'passport']],
    ['sponsor.document.type', { sponsor: { kind: 'enterprise' } }, 'choose', ['business-licence']],
    ['sponsor.document.type', { sponsor: { kind: 'law-firm' } }, 'choose', ['law-firm-licence']],
    ['sponsor.document.type', { sponsor: { kind: 'individual' } }, 'choose', ['id-card', 'passport']],
    ['principal.document.type', { sponsor: { kind: 'enterprise' } }, 'choose', ['id-card', 'passport']],
    ['services.0.lead.document.type', {}, 'choose', ['id-card', 'passport']],
    [
      'services.0.domains.0.holder.document.type',
      { sponsor: { document: { type: 'id-card' } } },
      'choose',
      ['id-card', 'business-licence', 'law-firm-licence', 'passport'],
    ],
    ['services.0.access.product', {}, 'choose', ['ecs', 'nat']],
    ['services.0.pre-approvals', {}, 'many', ['news', 'finance']],
    ['services.0.app.platforms', {}, 'many', ['android', 'ios']],
    ['region', { province: 'guangdong' }, 'search', ['441900', '440305']],
    ['region', {}, 'search', ['441900', '110105', '110108', '330106', '429004', '440305']],
    [
      'sponsor.document.region',
      { province: 'guangdong' },
      'search',
      ['441900', '110105', '110108', '330106', '429004', '440305'],
    ],
    ['services.0.lead', {}, 'lead', [{ 'same-as': 'principal' }]],
    [
      'services.0.lead',
      { 'legal-representative': {} },
      'lead',
      [{ 'same-as': 'principal' }, { 'same-as': 'legal-representative' }],
    ],
  ])('%s of %j: %s %j', (field, filing, ask, choices) => {
    const spec = specOf(field, filing)
    expect(spec.ask).toBe(ask)
    expect(choicesOf(spec)).toEqual(choices)
  })

  it('with the name of the principal where they may lead', () => {
    const spec = specOf('services.0.lead', { principal: { name: '王海' } })
    expect('choices' in spec && spec.choices[0]).toMatchObject({ zh: '主体负责人 王海', en: 'the principal 王海' })
  })

  it.each<[string, Answer[], Answer]>([
    ['services.0.content', ['blog'], ['blog']],
    ['services.0.pre-approvals', ['news'], [{ type: 'news' }]],
    ['services.0.pre-approvals', [], []],
  ])('%s: the choices %j are saved as %j', (field, chosen, saved) => {
    const spec = specOf(field)
    expect(spec.ask === 'many' && spec.answer(chosen)).toEqual(saved)
  })

  it.each<[string, string, string, Answer | undefined]>([
    ['sponsor.name', 'text', ' 海风 ', '海风'],
    ['sponsor.name', 'text', '  ', undefined],
    ['services.0.access.months', 'count', '12', 12],
    ['services.0.access.months', 'count', '12 个月', undefined],
    ['services.0.access.months', 'count', '-1', undefined],
    ['services.0.access.ips', 'list', '203.0.113.10，203.0.113.11', ['203.0.113.10', '203.0.113.11']],
    ['services.0.access.ips', 'list', ' , ', undefined],
    ['services.0.home-url', 'text', 'www.example.cn', 'www.example.cn'],
    ['services.0.domains.0.expires', 'day', '2028/1/1', '2028-01-01'],
    ['services.0.domains.0.expires', 'day', '长期', undefined],
    ['principal.document.valid-to', 'day-or-long-term', '长期', 'long-term'],
    ['principal.document.valid-from', 'day', '长期', undefined],
    ['principal.born', 'day', '1990年1月1日', '1990-01-01'],
    ['services.0.pre-approvals.0.valid-to', 'day-or-long-term', 'long term', 'long-term'],
    ['sponsor.record.services', 'count', '3', 3],
  ])('%s as %s: %j is %j', (field, expected, written, answer) => {
    const spec = specOf(field)
    expect(spec).toMatchObject({ ask: 'text', expected })
    expect(spec.ask === 'text' && spec.read(written)).toEqual(answer)
  })
})

describe('a day', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-1', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['2026.12.1', '2026-12-01'],
    ['2026 12 1', '2026-12-01'],
    ['20261201', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['2026 年 1 月 2 日', '2026-01-02'],
    ['２０２６－１２－０１', '2026-12-01'],
    [' 2026-12-01 ', '2026-12-01'],
    ['长期', 'long-term'],
    ['长期有效', 'long-term'],
    ['Long-term', 'long-term'],
    ['long term', 'long-term'],
  ])('%j is read as %s', (written, day) => {
    expect(readDay(written, true)).toBe(day)
  })

  it.each(['', '2026', '2026-12', '2026-13-01', '2026-02-29', '1/12/2026', '明天', '2026-12-01 之前', '1226-12-01'])(
    'is not %j',
    written => {
      expect(readDay(written, true)).toBeUndefined()
    },
  )

  it('is not 长期 where only a day will do', () => {
    expect(readDay('长期', false)).toBeUndefined()
  })
})

describe('what is typed or pasted', () => {
  it.each<[string, string, Answer | undefined]>([
    ['principal.document.number', ' 440305 19900101 123x ', '44030519900101123X'],
    ['principal.document.number', '４４０３０５', '440305'],
    ['principal.document.number', ' ', undefined],
    ['principal.mobile', '+86 138-0013-8000', '13800138000'],
    ['principal.mobile', '8613800138000', '13800138000'],
    ['principal.mobile', '1380013800', '1380013800'],
    ['principal.mobile', '+1 (212) 555 0100', '+1 (212) 555 0100'],
    ['principal.mobile', '', undefined],
    ['services.0.domains', 'https://www.Example.cn/shop?a=1', [{ name: 'example.cn' }]],
    ['services.0.domains', 'a.cn，b.cn a.cn', [{ name: 'a.cn' }, { name: 'b.cn' }]],
    ['services.0.domains', 'www.cn', [{ name: 'www.cn' }]],
    ['services.0.domains', ' , ', undefined],
  ])('for %s: %j is read as %j', (field, written, answer) => {
    const spec = specOf(field)
    expect(spec.ask === 'text' && spec.read(written)).toEqual(answer)
  })
})

describe('a suggestion', () => {
  const filing: Small = {
    province: 'guangdong',
    sponsor: {
      kind: 'individual',
      name: '林夏',
      document: { type: 'id-card', number: '330106199203030025', address: '深圳市南山区科技园' },
    },
    services: [{ name: '听潮', domains: [{ name: 'example.cn' }] }, {}],
    materials: [{ is: 'commitment-letter' }],
  }

  it.each<[string, Answer | undefined]>([
    ['region', '440305'],
    ['principal.name', '林夏'],
    ['principal.mobile-province', 'guangdong'],
    ['services.0.lead.emergency-province', 'guangdong'],
    ['sponsor.record.province', 'guangdong'],
    ['sponsor.record.name', '林夏'],
    ['sponsor.record.document.type', 'id-card'],
    ['services.0.domains.0.holder.name', '林夏'],
    ['services.0.domains.0.holder.document.type', 'id-card'],
    ['services.0.domains.0.holder.document.number', '330106199203030025'],
    ['services.0.home-url', 'www.example.cn'],
    ['services.1.home-url', undefined],
    ['services.0.record.name', '听潮'],
    ['services.0.app.platforms.0.name', '听潮'],
    ['materials.0.template-of', 'guangdong'],
    ['materials.0.signed-by', '林夏'],
    ['services.0.name', undefined],
  ])('for %s is %j', (field, suggestion) => {
    expect(suggestionFor(toPath(field), known(filing))).toBe(suggestion)
  })

  it('is no sponsor’s name where a company’s principal is asked for', () => {
    const company = known({ sponsor: { kind: 'enterprise', name: '海风' }, principal: { name: '王海' } })
    expect(suggestionFor(['principal', 'name'], company)).toBeUndefined()
    expect(suggestionFor(['materials', 0, 'signed-by'], company)).toBe('王海')
  })
})

/** Filings that between them leave every answer open that a rule may wait for. */
const untold: Small[] = [
  { services: [{ kind: 'app', domains: [{}], 'pre-approvals': [{}] }], materials: [{ is: 'passport' }] },
  { principal: { 'is-legal-representative': false }, services: [{ lead: {}, domains: [{ holder: { name: '海' } }] }] },
  { sponsor: { document: { address: '科技园' }, record: { number: '?' } } },
]

const openFields = new Set(
  untold.flatMap(small =>
    factNames().flatMap(name => {
      const [subject] = subjectsIn(small, factOf(name).scope)
      const fact = factOf(name)
      const isKnown = !subject || (fact.of(subject) ?? fact.unlessSaid) !== undefined
      return isKnown ? [] : fact.fields(subject).map(path => path.join('.'))
    }),
  ),
)

const typed = {
  text: 'x',
  list: 'a, b',
  count: '3',
  day: '2026/1/2',
  'day-or-long-term': '长期',
  mapping: 'x',
  'yes-no': 'x',
  choice: 'x',
}

function anAnswer(spec: Spec): Written | undefined {
  const first = choicesOf(spec)[0]
  if (spec.ask === 'file') return 'x'
  if (spec.ask === 'text') return spec.read(typed[spec.expected])
  return spec.ask === 'many' && first !== undefined ? spec.answer([first]) : first
}

describe('every answer that a rule may wait for', () => {
  it.each([...openFields])('%s has a name, a question and an answer that can be saved', field => {
    expect(isFactName(factAt(toPath(field)))).toBe(true)
    const answer = anAnswer(specOf(field, { province: 'guangdong' }))
    expect(answer).toBeDefined()
    const text = setAnswer('icp: 1\nmaterials: [{ is: passport }]\n', toPath(field), answer ?? '')
    expect(parseFiling(text, () => undefined)).toMatchObject({ is: 'filing' })
  })

  it('is most of what a filing may say', () => {
    expect(openFields.size).toBeGreaterThan(150)
  })
})
