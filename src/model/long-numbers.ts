// Numbers as long as a phone's in a text: in whatever digits they are written, and with whatever between these.

/** `plain`: as long as `written`, its digits as 0 to 9, a last X as X, what separates lists too as slashes, all else as dashes. */
export type LongNumber = { readonly from: number; readonly written: string; readonly plain: string }

const leastDigits = 11

/** Of what may stand between two digits of one number. */
const mostBetween = 3

/** Each digit in half and full width, in Chinese, in circles, raised and lowered. */
const sameDigits = [
  '0０〇零○⓪⓿⁰₀',
  '1１一壹幺①⑴⒈❶➀➊¹₁',
  '2２二贰②⑵⒉❷➁➋²₂',
  '3３三叁③⑶⒊❸➂➌³₃',
  '4４四肆④⑷⒋❹➃➍⁴₄',
  '5５五伍⑤⑸⒌❺➄➎⁵₅',
  '6６六陆⑥⑹⒍❻➅➏⁶₆',
  '7７七柒⑦⑺⒎❼➆➐⁷₇',
  '8８八捌⑧⑻⒏❽➇➑⁸₈',
  '9９九玖⑨⑼⒐❾➈➒⁹₉',
]
/** Zeros that nine more digits follow: Arabic, Persian, Devanagari, Bengali, Thai, Tibetan, and second halves of mathematical ones. */
const zeros = '\u0660\u06F0\u0966\u09E6\u0E50\u0F20\uDFCE\uDFD8\uDFE2\uDFEC\uDFF6'

/** Blanks, dashes, dots and brackets. */
const marks = '\t\n\v\f\r \u00A0\u1680\u2028\u2029\u202F\u205F\u3000-\u2212\u301C\u3030\uFE58\uFE63－.．·•・。_()（）'
/** What stands between the parts of one number, and between numbers. */
const separators = ',，、;；:：/／|｜+＋~～*＊#＃…[]［］【】\u2044\u2215'
/** More marks, what nobody sees, accents, and first halves of mathematical digits: first and last of each row. */
const rows = [
  '\u2000\u2015',
  '\u202A\u202E',
  '\u2060\u206F',
  '\u00AD\u00AD',
  '\u061C\u061C',
  '\u180E\u180E',
  '\uFEFF\uFEFF',
  '\u0300\u036F',
  '\u20D0\u20F0',
  '\uFE00\uFE0F',
  '\uD835\uD835',
]

const plainDigits = '0123456789'
const isBetween = 32
const isSeparator = 33
const digitZero = 48
const code = (letter: string) => letter.charCodeAt(0)

/** By code unit: 0 for what is no part of a number, `isBetween`, `isSeparator`, or `digitZero` and the digit's value. */
const kinds = new Uint8Array(0x10000)
for (const letter of marks) kinds[code(letter)] = isBetween
for (const letter of separators) kinds[code(letter)] = isSeparator
for (const zero of zeros) for (let value = 0; value < 10; value += 1) kinds[code(zero) + value] = digitZero + value
for (const row of rows) kinds.fill(isBetween, row.charCodeAt(0), row.charCodeAt(1) + 1)
for (const [value, same] of sameDigits.entries()) for (const digit of same) kinds[code(digit)] = digitZero + value

/** What nobody sees as {@link visible} shows it: `\u{200b}`. */
const shownUnseen = /\\u\{[\da-f]{1,6}\}/y

const backslash = code('\\')

/** How many code units from here are something between two digits; 0 for anything else. */
function between(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const kind = kinds[unit]
  if (kind === isBetween || kind === isSeparator) return 1
  if (unit !== backslash) return 0
  shownUnseen.lastIndex = at
  return shownUnseen.exec(text)?.[0].length ?? 0
}

/** From the first of its digits to the last, each run of them whole. One pass, as nearly every text has none. */
export function longNumbers(text: string): LongNumber[] {
  const found: LongNumber[] = []
  let from = 0
  let end = 0
  let count = 0
  let gap = 0
  for (let at = 0; at <= text.length; at += 1) {
    // Behind the text, as behind anything else.
    const kind = at < text.length ? (kinds[text.charCodeAt(at)] ?? 0) : 0
    if (kind >= digitZero) {
      if (count === 0) from = at
      count += 1
      end = at + 1
      gap = 0
      continue
    }
    if (count === 0) continue
    const length = kind > 0 ? 1 : between(text, at)
    if (length > 0 && gap < mostBetween) {
      at += length - 1
      gap += 1
      continue
    }
    if (count >= leastDigits) {
      found.push(numberAt(text, from, count >= digitsBeforeX ? endWithX(text, end) : end))
    }
    count = 0
  }
  return found
}

/** An identity number without its last sign has 17 digits; that sign may be an X. */
const digitsBeforeX = 17
const isX = new Set('XxＸｘΧχХх')

/** Behind the X that stands after the digits, or `end`. */
function endWithX(text: string, end: number): number {
  let at = end
  for (let gap = 0; gap < mostBetween; gap += 1) at += between(text, at)
  return isX.has(text[at] ?? '') ? at + 1 : end
}

function numberAt(text: string, from: number, end: number): LongNumber {
  let plain = ''
  for (let at = from; at < end;) {
    const kind = kinds[text.charCodeAt(at)] ?? 0
    if (kind >= digitZero) plain += plainDigits[kind - digitZero]
    else if (kind === isSeparator) plain += '/'
    else plain += isX.has(text[at] ?? '') ? 'X' : '-'.repeat(between(text, at))
    at = from + plain.length
  }
  return { from, written: text.slice(from, end), plain }
}
