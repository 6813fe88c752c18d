// Telephone numbers as the filing form takes them: a mainland mobile, an office line.

/** `foreign`: not of the mainland. `range`: eleven digits that no mainland mobile begins with. */
export type MobileProblem = 'country-code' | 'foreign' | 'blank' | 'characters' | 'length' | 'range'
export type OfficePhoneProblem = 'country-code' | 'blank' | 'characters' | 'form' | 'area' | 'number' | 'extension'

const mobile = /^1[3-9]\d{9}$/
const mobileSlips = [
  ['country-code', /^[\s(（]*(?:(?:[+＋]|00)\s*86|0?86[)）\s-]*1)/],
  ['foreign', /^[\s(（]*(?:[+＋]|00)\s*\d/],
  ['blank', /[\s-]/],
  ['characters', /\D/],
  ['length', /^(?!\d{11}$)/],
] as const

const officePhone = /^086-0?(?:10|2\d|[3-9]\d{2})-[2-9]\d{6,7}(?:-\d{1,6})?$/
const officePhoneSlips = [
  ['blank', /\s/],
  ['characters', /[^\d-]/],
  ['country-code', /^(?!086-)/],
  ['form', /^(?!\d+-\d+-\d+(?:-\d+)?$)/],
  ['area', /^086-(?!0?(?:10|2\d|[3-9]\d{2})-)/],
  ['number', /^086-\d+-(?![2-9]\d{6,7}(?:-|$))/],
] as const

/** What keeps the text from being a mainland mobile number as the form wants it: eleven digits, nothing else. */
export function mobileProblem(text: string): MobileProblem | undefined {
  if (mobile.test(text)) return undefined
  for (const [problem, pattern] of mobileSlips) if (pattern.test(text)) return problem
  return 'range'
}

/** What keeps the text from being `086-area-number[-extension]`; the area with or without its leading 0. */
export function officePhoneProblem(text: string): OfficePhoneProblem | undefined {
  if (officePhone.test(text)) return undefined
  for (const [problem, pattern] of officePhoneSlips) if (pattern.test(text)) return problem
  return 'extension'
}
