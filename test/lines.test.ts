// Where lines break: between Chinese characters, around whole words, with punctuation where it may stand.
import { describe, expect, it } from 'vitest'
import type { Run } from '../src/forms/block.ts'
import { linesOf } from '../src/forms/lines.ts'

/** Chinese as wide as high, everything else half as wide. */
const measure = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2E80-\uFFFF\u{20000}-\u{3FFFF}]/u.test(letter) ? 10 : 5), 0)

const text = (words: string): Run => ({ is: 'text', text: words })
const broken = (runs: readonly Run[], width: number, indent = 0) =>
  linesOf(runs, { width, size: 10, indent, measure }).map(line =>
    line.map(part => (part.is === 'blank' ? '_'.repeat(part.width / 10) : part.text)).join(''),
  )

describe('a text', () => {
  it.each([
    ['breaks between characters', '备案承诺书样本', 40, ['备案承诺', '书样本']],
    ['never begins a line with a closing mark', '备案承诺，书', 40, ['备案承', '诺，书']],
    ['never ends a line with an opening mark', '备案承（诺书）', 40, ['备案承', '（诺书）']],
    ['keeps a word whole', '域名 example.cn 备案', 60, ['域名 ', 'example.cn ', '备案']],
    ['cuts a word no line can hold', 'abcdefghijklmnop', 40, ['abcdefgh', 'ijklmnop']],
    ['is one line where it fits', '备案', 40, ['备案']],
    ['is one empty line where it is empty', '', 40, ['']],
    ['keeps characters beyond the first plane whole', '𠮷𠮷𠮷', 20, ['𠮷𠮷', '𠮷']],
  ] as const)('%s', (_what, words, width, lines) => {
    const found = linesOf([text(words)], { width, size: 10, measure })
    expect(found.map(line => line.map(part => part.text).join(''))).toEqual(lines)
  })

  it('hangs a mark into the margin behind a word as wide as the line', () => {
    expect(broken([text('abcdefgh、ijklmnop')], 40)).toEqual(['abcdefgh、', 'ijklmnop'])
  })

  it('indents its first line only', () => {
    const [first, second] = linesOf([text('备案承诺书样本')], { width: 50, size: 10, indent: 20, measure })
    expect([first?.[0]?.x, second?.[0]?.x]).toEqual([20, 0])
    expect(broken([text('备案承诺书样本')], 50, 20)).toEqual(['备案承', '诺书样本'])
  })

  it('keeps the mark behind an answer on its line', () => {
    expect(broken([text('姓名为'), { is: 'value', text: '王海' }, text('，证件')], 50)).toEqual([
      '姓名为王',
      '海，证件',
    ])
  })

  it('gives a blank its room, never more than a line', () => {
    expect(broken([text('年龄'), { is: 'blank', characters: 3 }, text('岁')], 50)).toEqual(['年龄___', '岁'])
    expect(broken([{ is: 'blank', characters: 90 }], 50)).toEqual(['_____'])
  })

  it('never draws beyond its width, but for a mark that hangs', () => {
    const long = `${'深圳市海风软件（南山）有限公司、'.repeat(9)}${'a'.repeat(99)}，${'（'.repeat(30)}`
    for (const width of [10, 35, 70, 200]) {
      for (const line of linesOf([text(long)], { width, size: 10, measure })) {
        const last = line.at(-1)
        const hanging = /[，。、；：]$/u.test(last?.text ?? '') ? 10 : 0
        expect(last ? last.x + last.width : 0).toBeLessThanOrEqual(width + hanging)
      }
    }
  })
})
