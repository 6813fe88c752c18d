// Calendar days as text, reckoned in UTC so that no time zone moves them.

/** A day of the Gregorian calendar, `YYYY-MM-DD`. Every function below expects real days: anything else gives `NaN`. */
export type Day = string

const shape = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** A day that exists, between 1900 and 2199: 2023-02-29 is none. */
export function isDay(text: string): boolean {
  return shape.test(text) && dateOf(text) <= lastDateOf(yearOf(text), monthOf(text))
}

/** Whole days from one day to another: 1 from today to tomorrow, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(day: Day, n: number): Day {
  const date = dateOf(day) + n
  // The last days of a month are left to the way that knows all months.
  if (date >= 1 && date <= 28) return day.slice(0, 8) + (date < 10 ? `0${date}` : date)
  return write(yearOf(day), monthOf(day), date)
}

/** The same date `n` months later, or the last of that month where it has no such date: 31 January + 1 = 28 February. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return write(year, month, Math.min(dateOf(day), lastDateOf(year, month)))
}

/** Completed months, counted as `addMonths` adds them: 31 January to 28 February is 1. Negative when `to` comes first. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - monthsBetween(to, from)
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  return addMonths(from, months) > to ? months - 1 : months
}

/** Completed years of life, the birthday included. Born on 29 February: a year older on 1 March when there is no 29th. */
export function ageOn(born: Day, on: Day): number {
  const years = yearOf(on) - yearOf(born)
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

function yearOf(day: Day): number {
  return digits(day, 0, 4)
}

function monthOf(day: Day): number {
  return digits(day, 5, 7)
}

function dateOf(day: Day): number {
  return digits(day, 8, 10)
}

/** Days are reckoned for every filing many times over; `NaN` where there are no digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN
  }
  return number
}

/** Days since 1 March of the year 0, which puts the leap day at the end of its year. */
function dayNumber(day: Day): number {
  const month = monthOf(day)
  const year = month > 2 ? yearOf(day) : yearOf(day) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dateOf(day)
}

function lastDateOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function write(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (dayNumber(day) + 1) % 7
}
