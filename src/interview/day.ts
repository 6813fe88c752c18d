// Days as people write them: 2026/12/1, 20261201, 2026年12月1日, 长期.
import { isDay } from '../model/calendar.ts'

const parted = /^(\d{4})(?:\s*[-./年]\s*|\s+)(\d{1,2})(?:\s*[-./月]\s*|\s+)(\d{1,2})\s*日?$/
const digits = /^(\d{4})(\d\d)(\d\d)$/

/** `YYYY-MM-DD`, `long-term` where that is allowed, or undefined for what is no day. */
export function readDay(text: string, longTermAllowed: boolean): string | undefined {
  const trimmed = text.trim()
  if (longTermAllowed && /^(长期|长期有效|long[- ]?term)$/i.test(trimmed)) return 'long-term'
  const plain = trimmed.normalize('NFKC')
  const found = parted.exec(plain) ?? digits.exec(plain)
  if (!found) return undefined
  const [, year = '', month = '', day = ''] = found
  const result = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(result) ? result : undefined
}
