// Names people write for provinces and providers, and answers left empty.
import { describe, expect, it } from 'vitest'
import { idByName, understand, type Understood } from '../src/model/understand.ts'
import { common } from './small-world.ts'

const ids = new Map(Object.entries(common.codes).map(([name, { entries }]) => [name, idByName(entries)]))
const understood = (tree: Parameters<typeof understand>[0]) =>
  understand(tree, (table, written) => ids.get(table)?.get(written))

describe('a name', () => {
  it.each(['guangdong', '广东', '广东省', '44', 'GUANGDONG', ' 广东 '])('%j is the province guangdong', written => {
    expect(understood({ province: written })).toEqual({ province: 'guangdong' })
  })

  it.each<[string, Parameters<typeof understand>[0], Understood]>([
    [
      'is understood at any depth',
      { sponsor: { record: { provider: '腾讯云' } } },
      { sponsor: { record: { provider: 'tencent' } } },
    ],
    ['is understood in lists', { provider: ['阿里云', '腾讯云'] }, { provider: ['aliyun', 'tencent'] }],
    ['is understood of a template', { 'template-of': '广东' }, { 'template-of': 'guangdong' }],
    ['that nobody knows stays as it is written', { province: ' 火星 ' }, { province: ' 火星 ' }],
    ['of something else is left alone', { name: '广东', region: '44' }, { name: '广东', region: '44' }],
    [
      'of a key every object has is left alone',
      { constructor: 'a', toString: ['b'] },
      { constructor: 'a', toString: ['b'] },
    ],
  ])('%s', (_what, tree, result) => {
    expect(understood(tree)).toEqual(result)
  })
})

describe('an answer left empty', () => {
  it.each<[string, Parameters<typeof understand>[0], Understood | undefined]>([
    ['is left out', { name: null, kind: 'enterprise' }, { kind: 'enterprise' }],
    ['leaves its mapping', { sponsor: { name: null } }, { sponsor: {} }],
    ['is left out where a name was expected', { province: null }, {}],
    ['keeps its place in a list', ['a', null], ['a', '']],
    ['may be the whole filing', null, undefined],
  ])('%s', (_what, tree, result) => {
    expect(understood(tree)).toEqual(result)
  })
})
