// Working days between two days, by a dated list of public holidays and of the weekends worked in exchange.
import { addDays, daysBetween, type Day } from '../model/calendar.ts'

/** No rule waits longer; counting on would be lost time. */
const longest = 10

/** Public holidays and make-up days as far as they are announced. */
export type Holidays = { readonly off: readonly string[]; readonly worked: readonly string[]; readonly until?: Day }

const isWeekend = (day: Day) => {
  // 2000-01-01 was a Saturday.
  const weekday = ((daysBetween('2000-01-01', day) % 7) + 7) % 7
  return weekday === 0 || weekday === 1
}

/** Beyond the lists every week is an ordinary one. */
export function isWorkingDay(day: Day, { off, worked }: Pick<Holidays, 'off' | 'worked'>): boolean {
  return worked.includes(day) || (!isWeekend(day) && !off.includes(day))
}

/**
 * Working days after `from`, up to and including `to`; 10 at most are counted, 0 when `to` is not later.
 * Days beyond the lists count as ordinary weeks.
 */
export function workingDaysBetween(from: Day, to: Day, holidays: Pick<Holidays, 'off' | 'worked'>): number {
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
