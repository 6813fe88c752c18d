// Trees of texts fitted into the shape of a filing: names people write, answers left empty, and the schema's own word on the rest.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filingSchema } from '../src/model/filing.ts'
import { filingShape } from '../src/model/filing-shape.ts'
import { fit, type Fitted, type Written } from '../src/model/fit.ts'
import { idByName } from '../src/model/id-by-name.ts'
import type { Shape } from '../src/model/shape.ts'
import { common } from './small-world.ts'

const ids = new Map(Object.entries(common.codes).map(([name, { entries }]) => [name, idByName(entries)]))
const fitted = (tree: { readonly [key: string]: Written }) =>
  fit({ icp: '1', ...tree }, filingShape, (table, written) => ids.get(table)?.get(written))

describe('a name', () => {
  it.each(['guangdong', '广东', '广东省', '44', 'GUANGDONG', ' 广东 '])('%j is the province guangdong', written => {
    expect(fitted({ province: written }).value).toEqual({ icp: '1', province: 'guangdong' })
  })

  it.each<[string, { readonly [key: string]: Written }, Fitted]>([
    [
      'is understood at any depth',
      { sponsor: { record: { provider: '腾讯云' } } },
      { sponsor: { record: { provider: 'tencent' } } },
    ],
    [
      'is understood in lists',
      { services: [{ record: { provider: ['阿里云', '腾讯云'] } }] },
      { services: [{ record: { provider: ['aliyun', 'tencent'] } }] },
    ],
    [
      'is understood of a template',
      { materials: [{ is: 'letter', 'template-of': '广东' }] },
      { materials: [{ is: 'letter', 'template-of': 'guangdong' }] },
    ],
    ['that nobody knows stays as it is written', { province: ' 火星 ' }, { province: '火星' }],
    [
      'of something else is left alone',
      { region: '44', sponsor: { name: '广东' } },
      { region: '44', sponsor: { name: '广东' } },
    ],
  ])('%s', (_what, tree, value) => {
    expect(fitted(tree)).toEqual({ value: { icp: '1', ...Object(value) }, problems: [] })
  })
})

describe('an answer left empty', () => {
  it.each<[string, { readonly [key: string]: Written }, Fitted]>([
    ['is left out', { region: null, purpose: 'new' }, { purpose: 'new' }],
    ['leaves its mapping', { sponsor: { name: null } }, { sponsor: {} }],
    ['is left out where a name was expected', { province: null }, {}],
  ])('%s', (_what, tree, value) => {
    expect(fitted(tree)).toEqual({ value: { icp: '1', ...Object(value) }, problems: [] })
  })

  it('keeps its place in a list, where it is missed', () => {
    expect(fitted({ guessed: ['a', null] }).problems).toEqual([
      { code: 'wrong-type', path: ['guessed', 1], got: '', expected: 'text' },
    ])
  })
})

it('a key that every object has is unknown all the same', () => {
  const { problems } = fitted({ constructor: 'a', sponsor: { toString: ['b'], hasOwnProperty: {} } })
  expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['unknown-key', 'constructor'],
    ['unknown-key', 'sponsor.toString'],
    ['unknown-key', 'sponsor.hasOwnProperty'],
  ])
})

const texts = fc.constantFrom(
  'x',
  ' y ',
  '',
  ' ',
  'none',
  'true',
  '否',
  '7',
  '12345678',
  '-1',
  '2026-02-28',
  '2026-02-30',
  'long-term',
)
const anything: fc.Arbitrary<Written> = fc.oneof(
  texts,
  fc.constant(null),
  fc.array(texts, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('name', 'is', 'constructor'), texts, { maxKeys: 2 }),
)

/** What fits most of the time, and now and then anything. */
function writtenAs(shape: Shape): fc.Arbitrary<Written> {
  const fits = (): fc.Arbitrary<Written> => {
    if (shape.is === 'mapping') {
      const keys = Object.fromEntries(
        Object.entries(shape.keys).map(([key, value]) => [key, fc.memo(() => writtenAs(value))()]),
      )
      return fc.record(keys, { requiredKeys: [...shape.needed], noNullPrototype: false })
    }
    if (shape.is === 'list') return fc.array(writtenAs(shape.of), { maxLength: 2 })
    if (shape.is === 'any') return fc.oneof(...shape.of.map(writtenAs))
    if (shape.is === 'choice') return fc.constantFrom(...shape.of)
    const of = { text: 'x', code: 'a', 'yes-no': 'yes', count: '3', day: '2026-11-24', 'day-or-long-term': 'long-term' }
    return fc.constant(of[shape.is])
  }
  return fc.oneof({ weight: 60, arbitrary: fits() }, { weight: 1, arbitrary: anything })
}

/** As the schema takes it: empty answers left out, in a list an empty text. */
function withoutEmpty(tree: Written): unknown {
  if (tree === null) return ''
  if (typeof tree === 'string') return tree
  if (Array.isArray(tree)) return tree.map(withoutEmpty)
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => (value === null ? [] : [[key, withoutEmpty(value)]])),
  )
}

describe('the shape and the schema', () => {
  it('take the same filings for the same', () => {
    let taken = 0
    fc.assert(
      fc.property(writtenAs(filingShape), tree => {
        fc.pre(typeof tree === 'object' && tree !== null && !Array.isArray(tree))
        const byShape = fit(tree, filingShape, () => undefined)
        const bySchema = filingSchema.safeParse(withoutEmpty(tree))
        taken += bySchema.success ? 1 : 0
        const value = byShape.problems.length === 0 ? byShape.value : 'refused'
        expect(value).toEqual(bySchema.success ? bySchema.data : 'refused')
      }),
      { numRuns: 2000 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  it('find the same mistakes in a filing that has several', () => {
    const tree = {
      icp: '2',
      services: [{ name: ' ', 'same-site-as': '-1', record: 'some', access: 'ecs', domains: { name: 'a' } }],
      materials: [{ of: 'principal' }],
      sponser: {},
    }
    const bySchema = filingSchema.safeParse(tree).error?.issues.map(({ path }) => path.join('.')) ?? []
    const byShape = fit(tree, filingShape, () => undefined).problems
    expect(byShape.flatMap(({ code, path }) => (code === 'unknown-key' ? [] : [path.join('.')])).toSorted()).toEqual(
      bySchema.filter(path => path !== '').toSorted(),
    )
  })
})
