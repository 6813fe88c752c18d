// Numbers as long as a phone's in a text: in whatever digits they are written, and with whatever between these.

/** `plain`: as long as `written`, its digits as 0 to 9, a last X as X, and all else as dashes. */
export type LongNumber = { readonly from: number; readonly written: string; readonly plain: string }

const leastDigits = 11

/** Of what may stand between two digits of one number. */
const mostBetween = 3

/** Each digit in half and full width, and in Chinese. */
const sameDigits = [
  '0０〇零○',
  '1１一壹幺',
  '2２二贰',
  '3３三叁',
  '4４四肆',
  '5５五伍',
  '6６六陆',
  '7７七柒',
  '8８八捌',
  '9９九玖',
]

/** Blanks, dashes, dots and brackets. */
const marks = '\t\n\v\f\r \u00A0\u1680\u2028\u2029\u202F\u205F\u3000-\u2212\u301C\u3030\uFE58\uFE63－.．·•・。_()（）'
/** More of them, and what nobody sees: first and last of each row. */
const rows = [
  '\u2000\u2015',
  '\u202A\u202E',
  '\u2060\u206F',
  '\u00AD\u00AD',
  '\u061C\u061C',
  '\u180E\u180E',
  '\uFEFF\uFEFF',
]

const plainDigits = '0123456789'
const isBetween = 32
const digitZero = 48
const code = (letter: string) => letter.charCodeAt(0)

/** By code unit: 0 for what is no part of a number, `isBetween`, or `digitZero` and the digit's value. */
const kinds = new Uint8Array(0x10000)
for (const letter of marks) kinds[code(letter)] = isBetween
for (const row of rows) kinds.fill(isBetween, row.charCodeAt(0), row.charCodeAt(1) + 1)
for (const [value, same] of sameDigits.entries()) for (const digit of same) kinds[code(digit)] = digitZero + value

/** What nobody sees as {@link visible} shows it: `\u{200b}`. */
const shownUnseen = /\\u\{[\da-f]{1,6}\}/y

const backslash = code('\\')

/** How many code units from here are something between two digits; 0 for anything else. */
function between(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (kinds[unit] === isBetween) return 1
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
    const length = kind === isBetween ? 1 : between(text, at)
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
const isX = new Set('XxＸｘ')

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
    else plain += isX.has(text[at] ?? '') ? 'X' : '-'.repeat(between(text, at))
    at = from + plain.length
  }
  return { from, written: text.slice(from, end), plain }
}
