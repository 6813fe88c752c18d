// What is wrong with a document's number, judged by the kind of document it stands on.
import { creditCodeProblem } from '../model/credit-code.ts'
import { idCardProblem } from '../model/id-card.ts'
import { licenceNumberProblem } from '../model/licence-number.ts'
import { organizationCodeProblem } from '../model/organization-code.ts'
import {
  foreignerResidenceCardProblem,
  hkMacaoResidencePermitProblem,
  hkMacaoTravelPermitProblem,
  passportProblem,
  taiwanResidencePermitProblem,
  taiwanTravelPermitProblem,
} from '../model/personal-documents.ts'
import type { Tables } from '../model/tables.ts'

const numberings: Readonly<Record<string, (number: string) => string | undefined>> = {
  'credit-code': creditCodeProblem,
  'licence-number': licenceNumberProblem,
  'organization-code': organizationCodeProblem,
  'id-card': idCardProblem,
  passport: passportProblem,
  'hk-macao-travel-permit': hkMacaoTravelPermitProblem,
  'taiwan-travel-permit': taiwanTravelPermitProblem,
  'hk-macao-residence-permit': hkMacaoResidencePermitProblem,
  'taiwan-residence-permit': taiwanResidencePermitProblem,
  'foreigner-residence-card': foreignerResidenceCardProblem,
}

/**
 * `none`, or what is wrong with the number (ids of the code table `number-problems`). A document that has had several
 * numberings is judged by the first of them; one that may also bear any other number (`free`) only where the number
 * has the form of a unified code but not its check character. Undefined while type or number is unknown, or the
 * numbering is.
 */
export function documentProblem(tables: Tables, type?: string, number?: string): string | undefined {
  if (type === undefined || number === undefined) return undefined
  const possible = tables.code('document-types', type)?.['number'] ?? []
  let first: string | undefined
  let isFree = false
  for (const name of typeof possible === 'string' ? [possible] : possible) {
    if (name === 'free') isFree = true
    const check = numberings[name]
    if (!check) continue
    const problem = check(number)
    if (problem === undefined) return 'none'
    first ??= problem
  }
  return isFree && first !== undefined && first !== 'check-digit' ? 'none' : first
}
