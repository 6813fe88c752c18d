// The number of a public-security filing: 粤公网安备44030502000001号, a blank before the digits allowed.
import { isHan } from './han.ts'

export type PublicSecurityNumber = { readonly text: string; readonly digits: string }

const grammar = /^(.)公网安备\s?(\d{14})号?$/u

/** Undefined where the text is no such number: its character of the province, 公网安备, fourteen digits, 号. */
export function readPublicSecurityNumber(text: string): PublicSecurityNumber | undefined {
  const [, province, digits] = grammar.exec(text.trim()) ?? []
  if (province === undefined || !isHan(province) || digits === undefined || /^(\d)\1+$/.test(digits)) return undefined
  return { text: `${province}公网安备${digits}号`, digits }
}
