// The number of a filing: 粤ICP备99000001号 for a sponsor, with -1, -2A, -3X or -4K for one of its services.

export type FilingNumberKind = 'sponsor' | 'website' | 'app' | 'mini-program' | 'quick-app'
export type FilingNumber = { letter: string; digits: string; suffix?: number; kind: FilingNumberKind }
export type FilingNumberProblem = (typeof slips)[number][0] | 'form'

/** The letter of each of the 31 administrations, in the order of their codes. */
const letters = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新'
// Eight digits; since 2020 also the year and six digits.
const number = String.raw`\d{8}|20[2-9]\d{7}`
const grammar = new RegExp(String.raw`^([${letters}])ICP备(${number})号(?:-([1-9]\d{0,4})([AXK])?)?$`)
const placeholder = /备(?:\d*[Xx*＊#?？×]+|0?12345678\d{0,2}|01234567|87654321|(\d)\1{7,9})(?:号|-|$)/

// Tried from the top; the first that fits is told. Words and blanks around a number come before what is in it.
const slips = [
  ['police', /公网安备|公安备案/],
  ['licence', /ICP证|许可证|(?:^|[^A-Z])[AB][12][.、-]?\d/i],
  ['full-width', /[０-９Ａ-Ｚａ-ｚ－]/],
  ['prefix-words', /^\s*(?:\S\s*){2,}ICP\s*备/i],
  ['blank', /[\s\u200B-\u200D]/],
  ['lower-case', /^.?(?!ICP)[Ii][Cc][Pp]|-\d+[axk]$/],
  ['missing-letter', /^ICP备/],
  ['letter', new RegExp(`^[^${letters}]ICP备`)],
  ['full-stop', /[.。．,，;；、]$/],
  ['placeholder', placeholder],
  ['extra-words', /备[^\d号备]+\d/],
  ['suffix-before-hao', /备\d+[-–—]\d+[AXK]?号/],
  ['missing-hao', /^[^号]*$/],
  ['year', /备(?!20[2-9])\d{10}号/],
  ['digits', new RegExp(`备(?!(?:${number})号)[^号备]*号`)],
  ['dash', /号[^\dAXK-]{0,2}\d+[AXK]?$/],
  ['suffix', /号./],
] as const

const kinds = new Map<string | undefined, FilingNumberKind>([
  [undefined, 'website'],
  ['A', 'app'],
  ['X', 'mini-program'],
  ['K', 'quick-app'],
])

// Short names of provinces that filing numbers do not use.
const usedInstead = new Map([
  ['川', '蜀'],
  ['贵', '黔'],
  ['云', '滇'],
  ['甘', '陇'],
  ['秦', '陕'],
  ['申', '沪'],
])

/**
 * The usual slip that the text shows, or `form` where it looks like nothing known. `licence` (京ICP证…, 粤B2-…) and
 * `police` (公网安备) are numbers of other things.
 */
export function filingNumberProblem(text: string): FilingNumberProblem | undefined {
  if (grammar.test(text)) return placeholder.test(text) ? 'placeholder' : undefined
  for (const [problem, pattern] of slips) if (pattern.test(text)) return problem
  return 'form'
}

/** The parts of a number that has no problem. `suffix` is the running number among the sponsor's services. */
export function readFilingNumber(text: string): FilingNumber | undefined {
  const [, letter, digits, suffix, mark] = grammar.exec(text) ?? []
  if (letter === undefined || digits === undefined || placeholder.test(text)) return undefined
  if (suffix === undefined) return { letter, digits, kind: 'sponsor' }
  return { letter, digits, suffix: Number(suffix), kind: kinds.get(mark) ?? 'website' }
}

/** The sponsor's own number: 粤ICP备99000001号 for 粤ICP备99000001号-2A. */
export function sponsorPart(text: string): string | undefined {
  return readFilingNumber(text) && text.slice(0, text.indexOf('号') + 1)
}

/** The letter a number with the slip `letter` should begin with, where that is known: 蜀 for 川ICP备…. */
export function letterMeant(text: string): string | undefined {
  return usedInstead.get(text.charAt(0))
}

/** The character a number begins with; undefined for what is no filing number. */
export function filingNumberLetter(text: string): string | undefined {
  return readFilingNumber(text)?.letter
}
