// Text broken for a terminal: English between words, Chinese anywhere but before a mark that closes.
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { wrapHanging, wrapText } from '../src/locales/wrap.ts'

describe('a text', () => {
  it.each<[string, string, number, string[]]>([
    ['is broken between words', 'give up the order', 12, ['give up the', 'order']],
    ['is broken between Chinese characters', '填错只能放弃订单', 8, ['填错只能', '放弃订单']],
    ['keeps a full stop with its character', '填错只能放弃。重来', 12, ['填错只能放', '弃。重来']],
    ['keeps an opening quotation mark with what it opens', '请看“备案”二字', 6, ['请看', '“备案”', '二字']],
    ['keeps a word whole between Chinese', '填在ICP备案系统里', 8, ['填在ICP', '备案系统', '里']],
    ['keeps apostrophes inside words', 'the provider’s check', 14, ['the provider’s', 'check']],
    [
      'leaves a word that is too long to itself',
      'see https://beian.miit.gov.cn now',
      10,
      ['see', 'https://beian.miit.gov.cn', 'now'],
    ],
    ['that fits stays as it is', '  两格缩进', 20, ['  两格缩进']],
    ['keeps its own line breaks', 'one\ntwo three', 5, ['one', 'two', 'three']],
    ['is empty', '', 10, ['']],
  ])('%s', (_what, text, columns, lines) => {
    expect(wrapText(text, columns).split('\n')).toEqual(lines)
  })

  it('goes on behind its indent, or under the first word of its line', () => {
    expect(wrapText('one two three', 8, 2)).toBe('one two\n  three')
    expect(wrapHanging('  - one two three', 11)).toBe('  - one two\n    three')
    expect(wrapHanging('  Esc  goes back to what was asked', 24)).toBe('  Esc  goes back to what\n       was asked')
    expect(wrapHanging('a-very-long-name  one two', 20)).toBe('a-very-long-name\none two')
    expect(wrapHanging('    依据 全国规则', 12)).toBe('    依据 全\n    国规则')
  })

  it('does not count colours, and keeps them', () => {
    const red = '\u001B[31m填错\u001B[39m只能放弃'
    expect(wrapText(red, 8)).toBe('\u001B[31m填错\u001B[39m只能\n放弃')
  })

  it('loses nothing and keeps within the columns, however narrow', () => {
    const text =
      '以下各项在接入商“验证备案类型”通过后锁定，填错只能放弃订单重来；The provider locks these (really): 粤ICP备99000001号-1、ABC。'
    for (let columns = 14; columns <= 120; columns += 1) {
      const lines = wrapText(text, columns).split('\n')
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    }
  })
})
