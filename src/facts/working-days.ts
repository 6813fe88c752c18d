// Working days between two days, by a dated list of public holidays and of the weekends worked in exchange.
import { addDays, daysBetween, type Day } from '../model/calendar.ts'

/** No rule waits longer; counting on would be lost time. */
const longest = 10

const isWeekend = (day: Day) => {
  // 2000-01-01 was a Saturday.
  const weekday = ((daysBetween('2000-01-01', day) % 7) + 7) % 7
  return weekday === 0 || weekday === 1
}

/**
 * Working days after `from`, up to and including `to`; 10 at most are counted, 0 when `to` is not later.
 * Days beyond the lists count as ordinary weeks.
 */
export function workingDaysBetween(from: Day, to: Day, holidays: readonly string[], worked: readonly string[]): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to && count < longest; day = addDays(day, 1)) {
    if (worked.includes(day) || (!isWeekend(day) && !holidays.includes(day))) count += 1
  }
  return count
}
