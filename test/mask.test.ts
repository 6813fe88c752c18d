// Identity numbers, phones and addresses stay with the filer: no report shows one whole.
import { describe, expect, it } from 'vitest'
import { tellMalformed } from '../src/commands/malformed.ts'
import { parseFiling } from '../src/disk/filing.ts'
import { languages, type Language } from '../src/locales/index.ts'
import { isReporterName, reporterNames, reporters, type ReporterName } from '../src/report/index.ts'
import { maskNumbers, maskWhole } from '../src/model/mask.ts'
import { filing, personalFacts, reported } from './broken-filing.ts'
import { factOf, subjectsIn } from './small-world.ts'

describe('a whole value is masked', () => {
  it.each([
    ['44030519900101123X', '440*************3X'],
    ['13800138000', '13*******00'],
    ['科技园南路18号A座', '科技******A座'],
    ['12345', '1***5'],
    ['1234', '****'],
    ['', ''],
    ['𠮷𠮷𠮷𠮷𠮷', '𠮷***𠮷'],
  ])('%s as %s', (value, masked) => {
    expect(maskWhole(value)).toBe(masked)
  })
})

describe('numbers in a text are masked', () => {
  it.each([
    ['王海 44030519900101123X 已核', '王海 440*************3X 已核'],
    ['证件号44030519900101123x。', '证件号440*************3x。'],
    ['ID44030519900101123X', 'ID440*************3X'],
    ['电话13800138000', '电话13*******00'],
    ['tel13800138000x', 'tel13*******00x'],
    ['138 0013 8000', '138********00'],
    ['+86-138-0013-8000', '+86-138********00'],
    ['440305 19900101 123X', '440***************3X'],
    ['电话１３８００１３８０００', '电话１３*******００'],
    ['１３８－００１３－８０００', '１３８********００'],
    ['一三八零零一三八零零零', '一三*******零零'],
    ['138.0013.8000', '138********00'],
    ['138·0013·8000', '138********00'],
    ['138 – 0013 – 8000', '138************00'],
    ['1 3 8 0 0 1 3 8 0 0 0', '1 3**************** 0'],
    ['13-800-138-000', '13-*********00'],
    ['(138) 0013 8000', '(138*********00'],
    ['8613800138000', '8613*******00'],
    ['0086 138 0013 8000', '0086 138********00'],
    ['+86１３８００１３８０００', '+86１３*******００'],
    ['138\u200B0013\u200B8000', '138********00'],
    [String.raw`138\u{200b}0013\u{200b}8000`, '138**********************00'],
    ['138 0013 8000 或 139-0013-9000', '138********00 或 139********00'],
    ['138 0013 8000  139 0013 9000', '138********00  139********00'],
    ['4403 0519 9001 0112 3X', '440*****************3X'],
    ['440305-1990-01-01-123-X', '440******************-X'],
    ['４４０３０５１９９００１０１１２３Ｘ', '４４０*************３Ｘ'],
    ['440305199001011 23X 13800138000', '440**************3X 13*******00'],
    ['138/0013/8000', '138********00'],
    ['138,0013,8000', '138********00'],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', '①③*******⓪⓪'],
    ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', '𝟏𝟑*******𝟎𝟎'],
    ['١٣٨٠٠١٣٨٠٠٠', '١٣*******٠٠'],
    ['138\uFE0F0013\uFE0F8000', '138********00'],
    ['1\u03013\u03018\u030100138000', '1\u03013*********00'],
    ['440305-1990/01/01-123X', '440*****************3X'],
    ['44030519900101123Х', '440*************3Х'],
    ['44030519900101123', '440************23'],
    ['440305199001011233X', '440**************3X'],
    ['144030519900101123X', '144**************3X'],
    ['440305900101123', '440**********23'],
    ['0755-26001234', '075********34'],
    ['010-62001234', '010*******34'],
    ['1,380,013,8000 13/8001/38000', '1,380,013,8000 13/8001/38000'],
    ['12:30:15 2026/12/01 10:20', '12:30:15 2026/12/01 10:20'],
    ['粤ICP备99000001号', '粤ICP备99000001号'],
    ['139.200.113.10', '139.200.113.10'],
    ['139.200.113.10 203.0.113.10', '139.200.113.10 203.0.113.10'],
    ['第139号 2026-12-01', '第139号 2026-12-01'],
    ['139 2026-12-01', '139 2026-12-01'],
    ['2026.12.01 10.30.15', '2026.12.01 10.30.15'],
    ['2026-12-01 2027-12-01', '2026-12-01 2027-12-01'],
    ['二〇二六年十二月一日', '二〇二六年十二月一日'],
    ['9144 0300 1380 0138 000R', '9144 0300 1380 0138 000R'],
    ['12\n13\n14\n15\n16\n17', '12\n13\n14\n15\n16\n17'],
    ['13\n8001\n38000', '13\n8001\n38000'],
    ['粤公网安备 44030599000001号', '粤公网安备 44030599000001号'],
    ['1.3.8', '1.3.8'],
    ['91440300MA5FKT2C9R', '91440300MA5FKT2C9R'],
    ['2026-12-01 至 2027-12-01', '2026-12-01 至 2027-12-01'],
    ['203.0.113.10', '203.0.113.10'],
  ])('%s as %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })
})

const both: readonly Language[] = ['zh', 'en']

/** Every value of a personal fact in the filing, and the numbers in its other texts. */
const secrets = new Set([
  ...personalFacts.flatMap(name =>
    subjectsIn(filing, factOf(name).scope).flatMap(subject => {
      const value = factOf(name).of(subject)
      return typeof value === 'string' ? [value] : []
    }),
  ),
  ...(JSON.stringify(filing).match(/1370013700\d|11010519900307\d{4}/g) ?? []),
])

const report = async (name: ReporterName, language: Language, personal: boolean) => {
  const reporter = await reporters[name]()
  return reporter([reported], languages[language], { personal, notes: true, colour: false }, [])
}

/** Six characters in a row are enough to find somebody. */
const pieces = (secret: string) =>
  Array.from(secret, (_, at) => secret.slice(at, at + 6)).filter(piece => piece.length === 6)

describe('a filing in which every answer breaks a rule', () => {
  it('has a value for every personal fact', () => {
    const silent = personalFacts.filter(name =>
      subjectsIn(filing, factOf(name).scope).every(subject => factOf(name).of(subject) === undefined),
    )
    expect(silent).toEqual([])
    expect(secrets.size).toBeGreaterThan(35)
  })

  it('breaks a rule with each of them', () => {
    const broken = new Set(
      reported.judgement.findings.flatMap(({ verdict }) =>
        verdict.is === 'fail' ? verdict.broken.map(({ fact }) => fact) : [],
      ),
    )
    expect(personalFacts.filter(name => !broken.has(name))).toEqual([])
  })

  const names = reporterNames.filter(isReporterName)

  it.each(names.flatMap(name => both.map(language => [name, language] as const)))(
    'shows none of them in %s, %s',
    async (name, language) => {
      const text = await report(name, language, false)
      const shown = [...secrets].filter(secret => pieces(secret).some(piece => text.includes(piece)))
      expect(shown).toEqual([])
    },
  )

  it.each<ReporterName>(['pretty', 'json'])('shows them in %s only to who asks for it', async name => {
    const text = await report(name, 'zh', true)
    expect([...secrets].filter(secret => !text.includes(secret))).toEqual([])
  })
})

describe('a filing whose form is wrong', () => {
  it.each([
    ['sponsor: { document: 110105199003077774 }', '110105199003077774'],
    ['principal: 王海 13800138001', '13800138001'],
    ['principal: { mobile: { "13800138001": x } }', '13800138001'],
    ['principal: { born: "110105199003077774" }', '110105199003077774'],
    ['principal: { "13800138001": x }', '13800138001'],
    ['sponsor: 南山区科技园南路乙2号海风大厦', '科技园南路'],
    ['materials: [{ is: passport, signed: 13800138001 }]', '13800138001'],
  ])('of %j does not show it', (text, secret) => {
    const read = parseFiling(`icp: 1\n${text}\n`, () => undefined)
    expect(read.is).toBe('malformed')
    for (const words of Object.values(languages)) {
      const told = read.is === 'malformed' ? tellMalformed('icp.yaml', read.problems, words) : secret
      expect(told).toMatch(/^icp\.yaml:2:\d+ /)
      expect(told).not.toContain(secret)
    }
  })
})
