// Identity numbers, phones and addresses as others may see them: CI logs are public to more people than a filing is.
import { longNumbers } from './long-numbers.ts'

/** First and last characters stay, enough to recognise one's own. */
export function maskWhole(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= 4) return '*'.repeat(letters.length)
  const head = Math.min(3, Math.floor(letters.length / 4))
  const tail = Math.min(2, Math.floor(letters.length / 4))
  return letters.map((letter, index) => (index < head || index >= letters.length - tail ? letter : '*')).join('')
}

/** Numbers of people inside a longer text, however they are written: 138-0013-8000, １３８…, 一三八…. */
export function maskNumbers(text: string): string {
  let shown = ''
  let done = 0
  for (const { from, written, plain } of longNumbers(text)) {
    shown += text.slice(done, from) + maskedIn(written, plain)
    done = from + written.length
  }
  return done === 0 ? text : shown + text.slice(done)
}

/** As one writes them: 440305 19900101 123X, 138-0013-8000, +86 13800138000. Whatever stands between is a dash or a slash here. */
const idNumber = /(?<!\d)[1-9]\d{5}[-/]{0,3}(?:19|20)\d{2}[-/]?\d{2}[-/]?\d{2}[-/]{0,3}\d{3}[-/]?[\dX](?!\d)/g
const mobile = /(?<=(?<!\d)(?:(?:00)?86[-/]{0,3})?)1[3-9]\d[-/]{0,3}\d{4}[-/]{0,3}\d{4}(?!\d)/g

/** Mistyped, with a digit too few or too many: the region and the birthday still tell it. Before 1999 it had 15 digits. */
const nearlyId = /(?<!\d)\d?[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2,4}X?(?!\d)/g
const oldId = /(?<!\d)[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g

/** Where nothing else stands, any grouping is one number: 1 3 8 0 0 1 3 8 0 0 0. A birthday tells an identity number. */
const onlyId = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/
const onlyMobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/
const mobileDigits = 11
/** With the code of its area: 0755-26001234, 010-62001234. */
const onlyLandline = /^0(?:10|2\d|[3-9]\d\d)\d{7,8}$/

/** Of as many digits as a phone, but something else. */
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/
const day = /(?<!\d)(?:19|20)\d\d-\d\d?-\d\d?(?!\d)/

function maskedIn(written: string, plain: string): string {
  const from = startOfOnly(written, plain)
  if (from !== undefined) return written.slice(0, from) + maskWhole(written.slice(from))
  return [idNumber, nearlyId, oldId, mobile].reduce((shown, found) => masked(shown, plain, found), written)
}

/** Where the number begins if the whole is one number; undefined where it may be several, or a date. */
function startOfOnly(written: string, plain: string): number | undefined {
  if (/[\n\r]/.test(written)) return undefined
  const bare = plain.replaceAll('-', '')
  if (onlyId.test(bare) || onlyLandline.test(bare)) return 0
  if (!onlyMobile.test(bare) || address.test(written) || day.test(plain)) return undefined
  let from = plain.length
  for (let left = mobileDigits; left > 0; from -= 1) if (plain[from - 1] !== '-') left -= 1
  return from
}

/** What `found` finds in the plain digits, masked where it is written. */
function masked(written: string, plain: string, found: RegExp): string {
  let [shown, done] = ['', 0]
  for (const { index, 0: number } of plain.matchAll(found)) {
    const end = index + number.length
    shown += written.slice(done, index) + maskWhole(written.slice(index, end))
    done = end
  }
  return shown + written.slice(done)
}
