// Working days between two days, by a dated list of public holidays and of the weekends worked in exchange.
import { addDays, daysBetween, weekdayOf, type Day } from '../model/calendar.ts'
import { once } from '../model/remember.ts'

/** No rule waits longer; counting on would be lost time. */
export const longest = 10

/** Public holidays and make-up days as far as they are announced. */
export type Holidays = { readonly off: readonly string[]; readonly worked: readonly string[]; readonly until?: Day }

const setOf = once((days: readonly string[]): ReadonlySet<string> => new Set(days))

/** No holidays are so long that fewer than ten of these days are worked. */
const surelyEnough = 45

/** Beyond the lists every week is an ordinary one. */
export function isWorkingDay(day: Day, { off, worked }: Pick<Holidays, 'off' | 'worked'>): boolean {
  return setOf(worked).has(day) || (weekdayOf(day) < 5 && !setOf(off).has(day))
}

/**
 * Working days after `from`, up to and including `to`; 10 at most are counted, 0 when `to` is not later.
 * Days beyond the lists count as ordinary weeks.
 */
export function workingDaysBetween(from: Day, to: Day, holidays: Pick<Holidays, 'off' | 'worked'>): number {
  if (daysBetween(from, to) >= surelyEnough) return longest
  let count = 0
  for (let day = addDays(from, 1); day <= to && count < longest; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count += 1
  }
  return count
}

/** The last of `count` working days after `from`; `from` itself for none. */
export function addWorkingDays(from: Day, count: number, holidays: Pick<Holidays, 'off' | 'worked'>): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}
