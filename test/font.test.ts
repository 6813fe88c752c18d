// Font files: what can be printed with, which characters they have, and what happens to those they lack.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '../src/forms/block.ts'
import { drawable, missingFromText, ownTexts } from '../src/forms/missing.ts'
import { readFont } from '../src/forms/font.ts'
import { installedFont } from '../src/disk/font-file.ts'

const dejavu = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'
const noto = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

const fontAt = (path: string) => {
  const font = readFont(readFileSync(path))
  if (typeof font === 'string') throw new Error(`${path} is ${font}`)
  return font
}

describe('the optional font', () => {
  const font = fontAt(installedFont() ?? '')

  it('has the rare characters of names', () => {
    expect([...'喆堃镕䶮珺淏甯昇'].filter(letter => !font.has(letter))).toEqual([])
  })

  it('has Latin letters, full-width marks and boxes to tick, and not everything', () => {
    expect([...'Az09，。（）“”《》·□'].filter(letter => !font.has(letter))).toEqual([])
    expect(['𠮷', '😀', '\uE000'].filter(letter => font.has(letter))).toEqual([])
  })
})

describe('a font file', () => {
  it.each([
    ['a web font', Buffer.from('wOF2\u0000\u0001\u0000\u0000aaaa'), 'web-font'],
    ['an older web font', Buffer.from('wOFFaaaa'), 'web-font'],
    ['a text', Buffer.from('not a font at all'), 'not-a-font'],
    ['nothing', Buffer.alloc(0), 'not-a-font'],
    ['a head without a body', Buffer.from([0, 1, 0, 0, 0, 9]), 'not-a-font'],
    ['a collection of nothing', Buffer.from('ttcf\u0000\u0002\u0000\u0000\u0000\u0000\u0000\u0000'), 'not-a-font'],
  ])('that is %s is told as what it is', (_what, bytes, fault) => {
    expect(readFont(bytes)).toBe(fault)
  })

  it.skipIf(!existsSync(dejavu))('cut short anywhere in its head is no font, and never an accident', () => {
    const whole = readFileSync(dejavu)
    for (const length of [5, 12, 100, 300]) expect(readFont(whole.subarray(0, length))).toBe('not-a-font')
  })

  it.skipIf(!existsSync(dejavu))('without Chinese has no Chinese', () => {
    const font = fontAt(dejavu)
    expect([font.has('A'), font.has('备'), font.has('𝔸')]).toEqual([true, false, true])
  })

  it.skipIf(!existsSync(noto))('with several faces is read by the one drawn for mainland China', () => {
    const font = fontAt(noto)
    expect(font.face).toBe('NotoSansCJKsc-Regular')
    expect([...'喆堃镕䶮'].every(font.has)).toBe(true)
  })
})

describe('a character the font lacks', () => {
  const has = (letter: string) => letter !== '䶮' && letter !== '案'
  const blocks: Block[] = [
    {
      is: 'paragraph',
      runs: [
        { is: 'text', text: '备案' },
        { is: 'value', text: '王䶮海' },
      ],
    },
    { is: 'row', label: '姓名', runs: [{ is: 'value', text: '䶮' }] },
    { is: 'columns', isHead: false, cells: [[{ is: 'value', text: '海䶮' }]] },
    { is: 'date', label: '日期' },
  ]

  it('leaves room in an answer, and is named once', () => {
    const drawn = drawable(blocks.slice(1), { has })
    expect(drawn.missing).toEqual(['䶮'])
    expect(drawn.blocks[0]).toEqual({ is: 'row', label: '姓名', runs: [{ is: 'blank', characters: 1 }] })
    expect(drawn.blocks[1]).toMatchObject({
      cells: [
        [
          { is: 'value', text: '海' },
          { is: 'blank', characters: 1 },
        ],
      ],
    })
  })

  it('is not borne in the words of the form itself', () => {
    expect(missingFromText(ownTexts(blocks), { has })).toEqual(['案'])
  })

  it('changes nothing where there is none', () => {
    expect(drawable(blocks, { has: () => true })).toEqual({ blocks, missing: [] })
  })
})
