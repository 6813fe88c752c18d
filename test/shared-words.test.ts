// What two names have in common.
import { describe, expect, it } from 'vitest'
import { longestShared, withoutShared } from '../src/facts/shared-words.ts'

const company = '深圳市海风软件有限公司'

describe('the longest run of Chinese characters', () => {
  it.each([
    ['海风软件商城', company, '海风软件'],
    ['软件海风', company, '软件'],
    ['海风', '海风', '海风'],
    ['商城', company, ''],
    ['', company, ''],
    ['海风', '', ''],
    ['海A风', '海A风', '海'],
    ['ABC', 'ABC', ''],
    ['𠮷野家', '𠮷野', '𠮷野'],
    ['软件软件园', '软件园和软件', '软件园'],
  ])('of %s and %s is “%s”', (name, other, shared) => {
    expect(longestShared(name, other)).toBe(shared)
  })

  it('is the first of several of one length', () => {
    expect(longestShared('甲乙丙丁', '丙丁甲乙')).toBe('甲乙')
  })
})

describe('a name without what it shares', () => {
  it.each([
    ['海风软件商城', company, '商城'],
    ['我的海风软件', company, '我的'],
    ['海风', company, ''],
    ['风景', company, '风景'],
    ['商城', company, '商城'],
    ['海风与海风', '海风', '与海风'],
  ])('%s of %s is “%s”', (name, other, rest) => {
    expect(withoutShared(name, other)).toBe(rest)
  })
})
