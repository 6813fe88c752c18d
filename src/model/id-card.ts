// The number on a resident identity card, GB 11643: place, birth date, sequence, check digit.

import { isDay, type Day } from './calendar.ts'
import { latest } from './remember.ts'

export type IdCardProblem = 'length' | 'characters' | 'birth-date' | 'check-digit'

const shape = /^\d{17}[\dX]$/
const charactersOnly = /^\d*X?$/
// A lower-case x is a slip of its own; it hides nothing of what the other digits say.
const readable = /^\d{17}[\dXx]$/

/**
 * What is wrong with the number, the first of: `characters` (something else than digits and a final capital X),
 * `length` (not 18, as the 15-digit numbers of before 1999), `birth-date` (no such day), `check-digit`.
 * Whether the birth date lies ahead or the place exists is not asked here.
 */
export function idCardProblem(number: string): IdCardProblem | undefined {
  if (!shape.test(number)) return charactersOnly.test(number) ? 'length' : 'characters'
  if (!isDay(birthDate(number))) return 'birth-date'
  return number.charAt(17) === idCardCheckDigit(number) ? undefined : 'check-digit'
}

/** ISO 7064 MOD 11-2 over the first seventeen digits; what follows them is ignored. Expects seventeen digits. */
export function idCardCheckDigit(first17: string): string {
  let remainder = 0
  for (let i = 0; i < 17; i++) remainder = ((remainder + first17.charCodeAt(i) - 48) * 2) % 11
  return '10X98765432'.charAt(remainder)
}

/** Told also when the check digit is wrong, but not when there is no such day. */
export const idCardBorn = latest((number: string): Day | undefined => {
  if (!readable.test(number)) return undefined
  const day = birthDate(number)
  return isDay(day) ? day : undefined
})

export function idCardSex(number: string): 'male' | 'female' | undefined {
  if (!readable.test(number)) return undefined
  return number.charCodeAt(16) % 2 === 1 ? 'male' : 'female'
}

/** The county where the number was given out, six digits of GB/T 2260 as of that day: it may be abolished since. */
export function idCardPlace(number: string): string | undefined {
  return readable.test(number) ? number.slice(0, 6) : undefined
}

function birthDate(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}
