// The fifteen-digit registration number on business licences of before 2015.

export type LicenceNumberProblem = 'length' | 'characters' | 'check-digit'

const shape = /^\d{15}$/
const digitsOnly = /^\d*$/

export function licenceNumberProblem(number: string): LicenceNumberProblem | undefined {
  if (!shape.test(number)) return digitsOnly.test(number) ? 'length' : 'characters'
  return number.charAt(14) === licenceNumberCheckDigit(number) ? undefined : 'check-digit'
}

/** ISO 7064 MOD 11,10 over the first fourteen digits; what follows them is ignored. Expects fourteen digits. */
export function licenceNumberCheckDigit(first14: string): string {
  let product = 10
  for (let i = 0; i < 14; i++) product = (((product + first14.charCodeAt(i) - 48) % 10 || 10) * 2) % 11
  return String((11 - product) % 10)
}
