// A judged filing with what will be wrong with it within some days.
import { addDays } from '../model/calendar.ts'
import type { Reported } from '../report/reported.ts'
import { findingsAhead } from '../rules/ahead.ts'
import { sheetsOf } from '../rules/rulebook.ts'

type Judged = Omit<Reported, 'file' | 'placeOf'>

/** Days are counted from the one the filing is judged on. */
export function lookAhead(judged: Judged, days: number): Judged {
  const { filing, day, book, judgement } = judged
  const until = addDays(day, days)
  const { findings, rules } = findingsAhead(
    { filing, day, tables: book.tables },
    sheetsOf(book),
    judgement.findings,
    until,
  )
  if (findings.length === 0) return { ...judged, ahead: until }
  return {
    ...judged,
    ahead: until,
    judgement: { ...judgement, findings: [...judgement.findings, ...findings] },
    // A rule that says the same today and later is one; today's word stands for what is found today.
    rules: new Map([...rules.map(rule => [rule.id, rule] as const), ...judged.rules]),
    ready: judged.ready && !findings.some(({ severity }) => severity === 'error'),
  }
}
