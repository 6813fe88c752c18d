// What a workbook's styles say of its numbers: which are days, which are shown with zeros in front.

/** `day`: a count of days; a number: shown with so many digits at least; undefined: as it stands. */
export type NumberFormat = 'day' | number | undefined

/** Of those every workbook has: days, days with a time, and the Chinese ones. */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtInDays.has(id) ? 'day' : undefined
  const [first = ''] = code.split(';')
  if (/^0+$/.test(first)) return first.length
  // What stands in quotes, behind a backslash or in brackets is no part of the pattern: yyyy"年", [$-804].
  const pattern = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[yd]/i.test(pattern) && !/general/i.test(pattern) ? 'day' : undefined
}

const dayMilliseconds = 86_400_000
const lastDay = 2_958_465

/**
 * The day of a count, with its time where it has one; undefined for what is no day. Excel counts a 29 February 1900, so
 * days before it stand one off.
 */
export function dayOf(count: number, from1904: boolean): string | undefined {
  const whole = Math.floor(count)
  if (whole < 1 || whole > lastDay || (!from1904 && whole === 60)) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const seconds = Math.round((count - whole) * 86_400)
  const written = new Date(start + whole * dayMilliseconds + seconds * 1000).toISOString()
  return seconds === 0 ? written.slice(0, 10) : written.slice(0, 16).replace('T', ' ')
}
