// The code of an organization before unified credit codes, GB 11714: eight characters and a check character.

export type OrganizationCodeProblem = 'length' | 'characters' | 'check-digit'

const shape = /^[\dA-Z]{8}-?[\dX]$/
const charactersOnly = /^[\dA-Z]*(?:-[\dX]?)?$/
const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/** What is wrong with the code; the hyphen before the check character may be left out. */
export function organizationCodeProblem(code: string): OrganizationCodeProblem | undefined {
  if (!shape.test(code)) return isComplete(code) || !charactersOnly.test(code) ? 'characters' : 'length'
  return code.at(-1) === organizationCodeCheckCharacter(code) ? undefined : 'check-digit'
}

/** MOD 11 over the first eight characters, A = 10 to Z = 35; what follows them is ignored. */
export function organizationCodeCheckCharacter(first8: string): string {
  let sum = 0
  for (const [i, weight] of weights.entries()) sum += weight * valueOf(first8.charCodeAt(i))
  return '0X987654321'.charAt(sum % 11)
}

function isComplete(code: string): boolean {
  return code.length === 9 ? !code.includes('-') : code.length === 10 && code.charAt(8) === '-'
}

function valueOf(charCode: number): number {
  return charCode < 65 ? charCode - 48 : charCode - 55
}
