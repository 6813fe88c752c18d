// Domain names: what cannot be filed and why, and the parts of what can.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainProblem, readDomain } from '../src/model/domain-name.ts'

describe('domainProblem', () => {
  it.each([
    ['example.cn', undefined],
    ['EXAMPLE.cn', undefined],
    ['example.com.cn', undefined],
    ['haifeng.gd.cn', undefined],
    ['例子.中国', undefined],
    ['例子.cn', undefined],
    ['例子.公司.cn', undefined],
    ['xn--fsqu00a.xn--fiqs8s', undefined],
    ['shop.example.cn', undefined],
    ['www.com', undefined],
    ['www.gd.cn', undefined],
    ['123.com', undefined],
    ['a-b.cn', undefined],
    ['http://example.cn', 'url'],
    ['https://www.example.cn/', 'url'],
    ['example.cn/about', 'url'],
    ['example.cn:8080', 'url'],
    ['http：//example.cn', 'url'],
    ['192.0.2.1:80', 'url'],
    ['192.0.2.1', 'ip-address'],
    ['0x7f.1', 'ip-address'],
    ['2001:db8::1', 'ip-address'],
    ['[2001:db8::1]', 'ip-address'],
    ['www.example.cn', 'www'],
    ['WWW.example.com.cn', 'www'],
    ['www.例子.中国', 'www'],
    [' example.cn', 'blank'],
    ['exam ple.cn', 'blank'],
    ['ｅｘａｍｐｌｅ.cn', 'full-width'],
    ['example。cn', 'full-width'],
    ['exam_ple.cn', 'characters'],
    ['*.example.cn', 'characters'],
    ['wang@example.cn', 'characters'],
    ['%65xample.cn', 'characters'],
    ['exam\u200Bple.cn', 'characters'],
    ['exam\u00ADple.cn', 'characters'],
    ['例子\uFE0F.cn', 'characters'],
    ['☃.cn', 'characters'],
    ['example.cn.', 'trailing-dot'],
    ['.cn', 'label'],
    ['example..cn', 'label'],
    ['-example.cn', 'label'],
    ['example-.cn', 'label'],
    ['xn--zzzz.cn', 'label'],
    [`${'a'.repeat(64)}.cn`, 'label'],
    [`${'海'.repeat(64)}.cn`, 'label'],
    [`${'a.'.repeat(126)}cn`, 'label'],
    ['', 'label'],
    ['.', 'label'],
    ['localhost', 'no-suffix'],
    ['example', 'no-suffix'],
    ['example.internal', 'no-suffix'],
    ['example.123', 'no-suffix'],
    ['cn', 'public-suffix'],
    ['com.cn', 'public-suffix'],
    ['gd.cn', 'public-suffix'],
    ['公司.cn', 'public-suffix'],
  ])('finds in %j: %s', (name, problem) => {
    expect(domainProblem(name)).toBe(problem)
  })
})

describe('readDomain', () => {
  it.each([
    ['www.Example.com.cn', 'www.example.com.cn', 'www.example.com.cn', 'com.cn', 'cn', 'example.com.cn'],
    ['a.haifeng.gd.cn', 'a.haifeng.gd.cn', 'a.haifeng.gd.cn', 'gd.cn', 'cn', 'haifeng.gd.cn'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s', '例子.中国', '中国', '中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['XN--FSQU00A.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s', '例子.中国', '中国', '中国', 'xn--fsqu00a.xn--fiqs8s'],
    [
      'ＷＷＷ．例子。公司。cn',
      'www.xn--fsqu00a.xn--55qx5d.cn',
      'www.例子.公司.cn',
      '公司.cn',
      'cn',
      'xn--fsqu00a.xn--55qx5d.cn',
    ],
    ['例子.网店', 'xn--fsqu00a.xn--hxt814e', '例子.网店', '网店', '网店', 'xn--fsqu00a.xn--hxt814e'],
    ['me.github.io', 'me.github.io', 'me.github.io', 'io', 'io', 'github.io'],
    ['example.cn.', 'example.cn', 'example.cn', 'cn', 'cn', 'example.cn'],
  ])('reads %s', (name, ascii, unicode, suffix, topLevel, registrable) => {
    const labels = ascii.split('.')
    expect(readDomain(name)).toEqual({ ascii, unicode, suffix, topLevel, registrable, labels })
  })

  it.each([
    '',
    'http://example.cn',
    'example.cn:80',
    '192.0.2.1',
    '例子.0x7f',
    'localhost',
    'gd.cn',
    'exam ple.cn',
    '%61.cn',
    'a_b.cn',
    'example.cn..',
  ])('reads nothing out of %j', name => {
    expect(readDomain(name)).toBeUndefined()
  })

  it('reads every name that has no problem', () => {
    const names = fc.oneof(
      fc.domain(),
      fc.string(),
      fc.webUrl(),
      fc.domain().map(name => `www.${name}`),
    )
    fc.assert(
      fc.property(names, name => {
        expect(domainProblem(name) !== undefined || readDomain(name) !== undefined).toBe(true)
      }),
    )
  })

  it('reads its own ASCII and Unicode forms as the same name', () => {
    const letters = fc.constantFrom(...Array.from('海风软件abc019'))
    // ac.cn is itself what registrars sell under.
    const label = fc.string({ unit: letters, minLength: 1, maxLength: 12 }).filter(name => name !== 'ac')
    fc.assert(
      fc.property(label, fc.constantFrom('cn', '中国', 'com.cn', '公司.cn', 'gd.cn'), (first, suffix) => {
        const domain = readDomain(`${first}.${suffix}`)
        expect(domain?.suffix).toBe(suffix)
        expect(readDomain(domain?.ascii ?? '')).toEqual(domain)
        expect(readDomain(domain?.unicode ?? '')).toEqual(domain)
      }),
    )
  })

  it('ends quickly on names nobody has', () => {
    for (const part of ['a.', '海', '1.', 'a:', '-', 'xn--']) expect(readDomain(part.repeat(100_000))).toBeUndefined()
    for (const part of ['a.', '海', '1.', 'a:', '-', 'xn--']) expect(domainProblem(part.repeat(100_000))).toBeDefined()
  })
})
