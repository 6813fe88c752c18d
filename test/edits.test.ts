// From an answer to what changes in icp.yaml, and what people type to what they mean.
import { describe, expect, it } from 'vitest'
import { askedAt, editsFor, withoutService, type Edit } from '../src/interview/edits.ts'
import type { Answer } from '../src/interview/spec.ts'
import { readDomains, readNumber, readPhone } from '../src/interview/typed.ts'
import type { Filing, Path } from '../src/model/filing.ts'

const domains: Path = ['services', 0, 'domains']
const site = (...names: string[]): Filing => ({ icp: '1', services: [{ domains: names.map(name => ({ name })) }] })
const named = (...names: string[]): Answer => names.map(name => ({ name }))

describe('an answer', () => {
  it.each<[string, Filing, Path, Answer, Edit[]]>([
    [
      'is written where it was asked',
      { icp: '1' },
      ['province'],
      'guangdong',
      [{ set: ['province'], answer: 'guangdong' }],
    ],
    ['starts a list', { icp: '1' }, domains, named('a.cn'), [{ set: domains, answer: named('a.cn') }]],
    [
      'adds to a list',
      site('a.cn'),
      domains,
      named('a.cn', 'b.com'),
      [{ set: [...domains, 1], answer: { name: 'b.com' } }],
    ],
    ['takes from a list', site('a.cn', 'b.com'), domains, named('b.com'), [{ remove: [...domains, 0] }]],
    [
      'corrects a slip and keeps the record',
      site('haifeng.cn'),
      domains,
      named('haifang.cn'),
      [{ set: [...domains, 0, 'name'], answer: 'haifang.cn' }],
    ],
    [
      'replaces what is quite another',
      site('haifeng.cn'),
      domains,
      named('example.com'),
      [{ set: domains, answer: named('example.com') }],
    ],
    [
      'that there is a record changes nothing about the record',
      { icp: '1', sponsor: { record: { number: '粤ICP备99000001号' } } },
      ['sponsor', 'record'],
      {},
      [],
    ],
  ])('%s', (_what, filing, path, answer, edits) => {
    expect(editsFor(path, answer, filing)).toEqual(edits)
  })

  it('to the first name of an empty list is asked as the whole list', () => {
    expect(askedAt([...domains, 0, 'name'], { icp: '1' })).toEqual(domains)
    expect(askedAt([...domains, 0, 'name'], { icp: '1', services: [{ domains: [{}] }] })).toEqual([
      ...domains,
      0,
      'name',
    ])
    expect(askedAt([...domains, 0, 'expires'], { icp: '1' })).toEqual([...domains, 0, 'expires'])
  })
})

describe('a service that is removed', () => {
  it('takes its papers and ticks along; those of later services follow them', () => {
    const filing: Filing = {
      icp: '1',
      services: [{}, {}, {}],
      materials: [
        { is: 'a', of: 'services.1.lead' },
        { is: 'b', of: 'services.2' },
        { is: 'c', of: 'services.0' },
        { is: 'd' },
      ],
      confirmed: [{ rule: 'r', of: 'services.1', on: '2026-11-24' }],
    }
    expect(withoutService(filing, 1)).toEqual([
      { set: ['materials', 1, 'of'], answer: 'services.1' },
      { remove: ['materials', 0] },
      { remove: ['confirmed', 0] },
      { remove: ['services', 1] },
    ])
  })
})

describe('what is typed', () => {
  it.each([
    ['440305 19900101 123x', '44030519900101123X'],
    ['９１４４０３００ＭＡ５ＦＫＴ２Ｃ９Ｒ', '91440300MA5FKT2C9R'],
    ['京-1234', '京-1234'],
  ])('as a number, %s means %s', (written, meant) => {
    expect(readNumber(written)).toBe(meant)
  })

  it.each([
    ['13800138000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['0086-138-0013-8000', '13800138000'],
    ['1380013800', '1380013800'],
    ['0755-12345678', '0755-12345678'],
  ])('as a phone, %s means %s', (written, meant) => {
    expect(readPhone(written)).toBe(meant)
  })

  it.each([
    ['example.cn', ['example.cn']],
    ['https://www.Example.CN/about?x=1', ['example.cn']],
    ['a.cn, b.com、a.cn', ['a.cn', 'b.com']],
    ['www.cn', ['www.cn']],
    ['example。cn', ['example.cn']],
  ])('as a domain, %s means %j', (written, meant) => {
    expect(readDomains(written)).toEqual(meant.map(name => ({ name })))
  })

  it('as nothing is no answer', () => {
    for (const read of [readNumber, readPhone, readDomains]) expect(read('  ')).toBeUndefined()
  })
})
