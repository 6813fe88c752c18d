// Texts as a reviewer compares them: width, case of Latin letters and blanks do not count.

import { lately } from './remember.ts'

/** Nothing to fold here; most names and domains are of this kind. */
const plain = /^[\u4e00-\u9fffa-z0-9.-]*$/
const caseOnly = /^[\u4e00-\u9fffA-Za-z0-9.-]*$/

export function fold(text: string): string {
  if (plain.test(text)) return text
  return caseOnly.test(text) ? text.toLowerCase() : folded(text)
}

const folded = lately((text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase())

/** Two texts are one for a reviewer. */
export function isSameText(one: string, other: string): boolean {
  return one === other || fold(one) === fold(other)
}
