// The unified social credit code of an organization, GB 32100-2015: class, place, body, check character.

export type CreditCodeProblem = 'length' | 'characters' | 'check-digit'

// I, O, S, V and Z are left out of the standard's alphabet; a character's value is its position.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}$/
const charactersOnly = /^[\dA-HJ-NPQRTUWXY]*$/

/**
 * What is wrong with the code, the first of: `characters` (a small letter, I O S V Z, a mark, a letter among 3 to 8),
 * `length` (not 18, as the 15-digit licence numbers of before 2015), `check-digit`.
 * Characters 9 to 17 hold an organization code with a check character of its own. It is not judged: no source says
 * that every code given out honours it, and the outer check already finds every single wrong or swapped character.
 */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  if (!shape.test(code)) return code.length !== 18 && charactersOnly.test(code) ? 'length' : 'characters'
  return code.charAt(17) === creditCodeCheckCharacter(code) ? undefined : 'check-digit'
}

/** MOD 31 with weights 3^i over the first seventeen characters; what follows them is ignored. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i++) {
    sum += alphabet.indexOf(first17.charAt(i)) * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** The place of the registering authority, six digits of GB/T 2260 (characters 3 to 8); 100000 stands for the country. */
export function creditCodePlace(code: string): string | undefined {
  return shape.test(code) ? code.slice(2, 8) : undefined
}

/** Registering department and kind of organization (characters 1 and 2): `91` an enterprise, `92` an individual business. */
export function creditCodeClass(code: string): string | undefined {
  return shape.test(code) ? code.slice(0, 2) : undefined
}
