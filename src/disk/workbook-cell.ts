// One cell of a workbook as the text a person sees in it, or what is wrong with it.
import { dayOf, type NumberFormat } from './number-formats.ts'

export type RawCell = {
  /** `s` shared, `inlineStr`, `str` of a formula, `b` yes or no, `e` an error, `d` a day, else a number */
  readonly type: string
  readonly value: string
  readonly isFormula: boolean
  readonly format: NumberFormat
}

export type CellText = { readonly text: string; readonly problem?: 'digits' | 'no-value' | 'error-value' }

/** Excel keeps 15 digits of a number: what has more came in with others, and lost them. */
const mostDigits = 15

export function cellText(cell: RawCell, shared: readonly string[], from1904: boolean): CellText {
  const { type, value, isFormula, format } = cell
  switch (type) {
    case 's':
      return { text: value === '' ? '' : (shared[Number(value)] ?? '') }
    case 'inlineStr':
      return { text: value }
    case 'b':
      return { text: value.trim() === '1' ? 'true' : value.trim() === '0' ? 'false' : value }
    case 'e':
      return { text: value, problem: 'error-value' }
    case 'd':
      return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, '') }
    default:
      if (isFormula && value === '') return { text: '', problem: 'no-value' }
      return type === 'str' ? { text: value } : numberText(value.trim(), format, from1904)
  }
}

function numberText(written: string, format: NumberFormat, from1904: boolean): CellText {
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return { text: written }
  if (format === 'day') return { text: dayOf(number, from1904) ?? plain(number) }
  if (Math.abs(number) >= 10 ** mostDigits) return { text: plain(number), problem: 'digits' }
  const text = plain(number)
  return { text: typeof format === 'number' && /^\d+$/.test(text) ? text.padStart(format, '0') : text }
}

/** Without an exponent, and without what a binary number adds behind the last digit. */
function plain(number: number): string {
  return Number.isInteger(number) ? BigInt(number).toString() : String(Number(number.toPrecision(mostDigits)))
}
