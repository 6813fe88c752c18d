// From GB/T 2260 codes to the provinces that sheets are named after.
import { creditCodePlace } from '../model/credit-code.ts'
import type { Tables } from '../model/tables.ts'

/** Sheet id of the province a code of two or more digits lies in. */
export function provinceOfPlace(tables: Tables, code: string | undefined): string | undefined {
  if (code === undefined || !/^\d{2}/.test(code)) return undefined
  const digits = code.slice(0, 2)
  return tables.codes('provinces').find(province => province['code'] === digits)?.id
}

/** Sheet id of the province whose registry issued a unified social credit code: its characters 3 and 4. */
export function provinceOfCreditCode(tables: Tables, number: string | undefined): string | undefined {
  return number?.length === 18 ? provinceOfPlace(tables, creditCodePlace(number)) : undefined
}

/**
 * `440305` → `4403`: the prefecture-level city a place lies in. The four municipalities are one city each, and so are
 * the counties that a province governs itself: 429004 仙桃市.
 */
export function cityOf(code: string | undefined): string | undefined {
  if (code === undefined || code.length < 4) return undefined
  const municipal = ['11', '12', '31', '50'].includes(code.slice(0, 2))
  if (municipal) return code.slice(0, 2)
  if (code.slice(2, 4) === '90') return code
  return code.slice(2, 4) === '00' ? undefined : code.slice(0, 4)
}
