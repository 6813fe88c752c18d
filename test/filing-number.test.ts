// Filing numbers: which are well made, what the usual slips are called, what the parts say. All numbers are made up.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filingNumberProblem, letterMeant, readFilingNumber, sponsorPart } from '../src/model/filing-number.ts'

const letters = Array.from('京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新')

describe('the usual slips', () => {
  it.each([
    ['粤ICP备99000001号', undefined],
    ['粤ICP备99000001号-1', undefined],
    ['粤ICP备99000001号-12A', undefined],
    ['京ICP备2026990001号', undefined],
    ['京ICP备2026990001号-3X', undefined],
    ['粤ICP备99000001', 'missing-hao'],
    ['粤ICP备99000001-1', 'missing-hao'],
    ['粤ICP备99000001-1号', 'suffix-before-hao'],
    ['粤ICP备2026990001-2A号', 'suffix-before-hao'],
    ['粤ICP备 99000001号', 'blank'],
    ['粤 ICP备99000001号', 'blank'],
    ['粤ICP备99000001号 ', 'blank'],
    ['粤ICP备99000001号\u3000-1', 'blank'],
    ['粤ICP备99000001\u200B号', 'blank'],
    ['备案号：粤ICP备99000001号', 'prefix-words'],
    ['ICP备案号:粤ICP备99000001号', 'prefix-words'],
    ['网站备案 粤ICP备99000001号', 'prefix-words'],
    ['(粤)ICP备99000001号', 'prefix-words'],
    ['粤ICP备99000001号。', 'full-stop'],
    ['粤ICP备99000001号-1.', 'full-stop'],
    ['粤icp备99000001号', 'lower-case'],
    ['粤Icp备99000001号', 'lower-case'],
    ['粤ICP备99000001号-1a', 'lower-case'],
    ['粤ICP备９９０００００１号', 'full-width'],
    ['粤ＩＣＰ备99000001号', 'full-width'],
    ['粤ICP备99000001号－1', 'full-width'],
    ['粤ICP备990000010号', 'digits'],
    ['粤ICP备9900000号', 'digits'],
    ['粤ICP备9900O001号', 'digits'],
    ['粤ICP备号', 'digits'],
    ['粤ICP备2019990001号', 'year'],
    ['粤ICP备9900000100号', 'year'],
    ['粤ICP备12345678号', 'placeholder'],
    ['粤ICP备1234567890号-1', 'placeholder'],
    ['粤ICP备00000000号', 'placeholder'],
    ['粤ICP备XXXXXXXX号', 'placeholder'],
    ['粤ICP备xxxx号-1', 'placeholder'],
    ['粤ICP备2026XXXXXX号', 'placeholder'],
    ['粤ICP备********号', 'placeholder'],
    ['粤ICP备12345678', 'placeholder'],
    ['粤ICP备案99000001号', 'extra-words'],
    ['粤ICP备第99000001号', 'extra-words'],
    ['川ICP备99000001号', 'letter'],
    ['台ICP备99000001号', 'letter'],
    ['ICP备99000001号', 'missing-letter'],
    ['粤ICP备99000001号—1', 'dash'],
    ['粤ICP备99000001号1', 'dash'],
    ['粤ICP备99000001号-0', 'suffix'],
    ['粤ICP备99000001号-01', 'suffix'],
    ['粤ICP备2026990001号-01', 'suffix'],
    ['粤ICP备99000001号-1B', 'suffix'],
    ['粤ICP备99000001号-', 'suffix'],
    ['粤ICP备99000001号-X', 'suffix'],
    ['粤ICP备99000001号京', 'suffix'],
    ['京ICP证990001号', 'licence'],
    ['京ICP证990001号-1', 'licence'],
    ['粤B2-20990001', 'licence'],
    ['粤B2-20990001-5', 'licence'],
    ['A2.B1.B2-20990001', 'licence'],
    ['增值电信业务经营许可证：粤B2-20990001', 'licence'],
    ['粤公网安备 44030099000001号', 'police'],
    ['example.cn', 'missing-hao'],
    ['', 'missing-hao'],
    ['第1号', 'form'],
  ])('in %j: %s', (text, problem) => {
    expect(filingNumberProblem(text)).toBe(problem)
  })

  it.each([
    ['川ICP备99000001号', '蜀'],
    ['贵ICP备99000001号', '黔'],
    ['云ICP备99000001号', '滇'],
    ['甘ICP备99000001号', '陇'],
    ['台ICP备99000001号', undefined],
  ])('knows which letter %s should begin with', (text, letter) => {
    expect(filingNumberProblem(text)).toBe('letter')
    expect(letterMeant(text)).toBe(letter)
  })

  it('takes the letter of each of the 31 administrations and no other', () => {
    expect(letters).toHaveLength(31)
    for (const letter of letters) expect(filingNumberProblem(`${letter}ICP备99000001号`)).toBeUndefined()
  })
})

describe('the parts of a number', () => {
  it.each([
    ['粤ICP备99000001号', { letter: '粤', digits: '99000001', kind: 'sponsor' }],
    ['粤ICP备99000001号-1', { letter: '粤', digits: '99000001', suffix: 1, kind: 'website' }],
    ['蜀ICP备2026990001号-12A', { letter: '蜀', digits: '2026990001', suffix: 12, kind: 'app' }],
    ['蜀ICP备2026990001号-3X', { letter: '蜀', digits: '2026990001', suffix: 3, kind: 'mini-program' }],
    ['蜀ICP备2026990001号-4K', { letter: '蜀', digits: '2026990001', suffix: 4, kind: 'quick-app' }],
    ['川ICP备99000001号', undefined],
    ['粤ICP备12345678号', undefined],
    ['粤ICP备99000001-1号', undefined],
  ])('of %s', (text, parts) => {
    expect(readFilingNumber(text)).toEqual(parts)
  })

  it.each([
    ['粤ICP备99000001号-2A', '粤ICP备99000001号'],
    ['粤ICP备99000001号', '粤ICP备99000001号'],
    ['粤ICP备99000001', undefined],
  ])('the sponsor’s part of %s', (text, part) => {
    expect(sponsorPart(text)).toBe(part)
  })
})

const numbers = fc
  .record({
    letter: fc.constantFrom(...letters),
    digits: fc.oneof(
      fc.integer({ min: 99_000_000, max: 99_899_999 }).map(String),
      fc.integer({ min: 2_020_000_000, max: 2_099_999_999 }).map(String),
    ),
    suffix: fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined }),
    mark: fc.constantFrom('', 'A', 'X', 'K'),
  })
  .map(({ letter, digits, suffix, mark }) => ({
    sponsor: `${letter}ICP备${digits}号`,
    text: `${letter}ICP备${digits}号${suffix === undefined ? '' : `-${suffix}${mark}`}`,
  }))

it('has no problem exactly with what it can read', () => {
  const near = fc
    .tuple(numbers, fc.nat(20), fc.constantFrom('', ' ', '1', '-', '号', 'X', '备', '。'))
    .map(([{ text }, at, extra]) => `${text.slice(0, at)}${extra}${text.slice(at)}`)
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), text => {
      expect(filingNumberProblem(text) === undefined).toBe(readFilingNumber(text) !== undefined)
    }),
  )
})

it('takes every well-made number and gives its sponsor’s back', () => {
  fc.assert(
    fc.property(numbers, ({ sponsor, text }) => {
      expect(filingNumberProblem(text)).toBeUndefined()
      expect(sponsorPart(text)).toBe(sponsor)
    }),
  )
})

it.each([
  '备'.repeat(50_000),
  `号${'备1'.repeat(50_000)}`,
  ' '.repeat(100_000),
  'a '.repeat(50_000),
  `备${'1'.repeat(100_000)}`,
])('does not stall on long nonsense (%#)', text => {
  expect(filingNumberProblem(text)).toBeDefined()
})
