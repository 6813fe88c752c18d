// A number given to an option.
import { UserError } from './user-error.ts'

/** Undefined where the option is not given. @throws UserError for what is no whole number within the bounds */
export function wholeNumber(
  option: string,
  written: string | undefined,
  least: number,
  most?: number,
): number | undefined {
  if (written === undefined) return undefined
  const number = /^\d{1,9}$/.test(written) ? Number(written) : NaN
  if (number >= least && number <= (most ?? Infinity)) return number
  throw new UserError({ code: 'bad-count', option, got: written, least, ...(most === undefined ? {} : { most }) })
}
