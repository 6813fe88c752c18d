// Our own list of Chinese characters against the one Unicode keeps.
import { describe, expect, it } from 'vitest'
import { countHan, han, isHan } from '../src/model/han.ts'

const letters = Array.from({ length: 0x11_00_00 }, (_, code) => code)
  .filter(code => code < 0xd8_00 || code > 0xdf_ff)
  .map(code => String.fromCodePoint(code))
const unicode = /\p{Script=Han}/u
const ours = new RegExp(`[${han}]`, 'u')

describe('Chinese characters', () => {
  it('are all of those that Unicode has, and otherwise only places it has not filled yet', () => {
    const different = letters.filter(letter => isHan(letter) !== unicode.test(letter))
    expect(different.filter(letter => !/\p{Cn}/u.test(letter))).toEqual([])
  })

  it('are the same for an expression and for a letter', () => {
    expect(letters.filter(letter => isHan(letter) !== ours.test(letter))).toEqual([])
  })

  it.each([
    ['海风软件 Ltd.', 4],
    ['𠮷野〇', 3],
    ['カナ한글', 0],
    ['', 0],
  ])('of %j are %i', (text, count) => {
    expect(countHan(text)).toBe(count)
  })
})
