// The numbers of the papers that stand in for a resident identity card.

import { idCardProblem, type IdCardProblem } from './id-card.ts'

/** `place`: not the prefix of that permit. `first-letter`, `first-digit`: the number belongs to another paper. */
export type PersonalDocumentProblem = IdCardProblem | 'first-letter' | 'first-digit' | 'place'

const passport = /^[\dA-Z]*$/
const hkMacaoTravelPermit = /^[A-Z]\d{8}(?:\d{2})?$/
// Ten digits and one or two letters, bracketed or not, until 2015; eight digits since.
const taiwanTravelPermit = /^(?:\d{8}|\d{10}(?:[A-Z]{1,2}|\([A-Z]{1,2}\)))$/
const foreignerCardOf2017 = /^[A-Z]{3}\d{12}$/

export function passportProblem(number: string): PersonalDocumentProblem | undefined {
  if (!passport.test(number)) return 'characters'
  return number.length < 5 || number.length > 17 ? 'length' : undefined
}

/** 港澳居民来往内地通行证: H or M, eight lifelong digits, perhaps two that count renewals (C is a mainlander's permit). */
export function hkMacaoTravelPermitProblem(number: string): PersonalDocumentProblem | undefined {
  if (!hkMacaoTravelPermit.test(number)) {
    return number.length === 9 || number.length === 11 ? 'characters' : 'length'
  }
  return number.startsWith('H') || number.startsWith('M') ? undefined : 'first-letter'
}

/** 台湾居民来往大陆通行证. */
export function taiwanTravelPermitProblem(number: string): PersonalDocumentProblem | undefined {
  if (taiwanTravelPermit.test(number)) return undefined
  return number.length === 8 || (number.length > 10 && number.length < 15) ? 'characters' : 'length'
}

/** 港澳居民居住证: coded as an identity card, the place being 810000 Hong Kong or 820000 Macao. */
export function hkMacaoResidencePermitProblem(number: string): PersonalDocumentProblem | undefined {
  return residencePermitProblem(number, ['810000', '820000'])
}

/** 台湾居民居住证: coded as an identity card, the place being 830000. */
export function taiwanResidencePermitProblem(number: string): PersonalDocumentProblem | undefined {
  return residencePermitProblem(number, ['830000'])
}

/** 外国人永久居留身份证: three letters and twelve digits (2017), or coded as an identity card that starts with 9 (2023). */
export function foreignerResidenceCardProblem(number: string): PersonalDocumentProblem | undefined {
  if (foreignerCardOf2017.test(number)) return undefined
  if (number.length === 15) return 'characters'
  const problem = idCardProblem(number)
  if (problem === 'length' || problem === 'characters') return problem
  return number.startsWith('9') ? problem : 'first-digit'
}

function residencePermitProblem(number: string, places: readonly string[]): PersonalDocumentProblem | undefined {
  const problem = idCardProblem(number)
  if (problem === 'length' || problem === 'characters') return problem
  return places.includes(number.slice(0, 6)) ? problem : 'place'
}
