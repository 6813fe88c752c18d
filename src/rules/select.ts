// Which rules are in force for a filing on a day: three sheets, dates, and what replaces what.
import type { Day } from '../model/calendar.ts'
import type { Rule } from './rule.ts'
import type { CompiledSheet } from './rulebook.ts'

export function isInForce(rule: Rule, day: Day): boolean {
  return (rule.since === undefined || rule.since <= day) && (rule.until === undefined || day < rule.until)
}

/** A rule that another one in force replaces is left out; it returns when the other one ends. */
export function select(sheets: readonly CompiledSheet[], day: Day): Rule[] {
  const inForce = sheets.flatMap(sheet => sheet.rules.filter(rule => isInForce(rule, day)))
  const replaced = new Set(inForce.flatMap(rule => rule.replaces))
  return inForce.filter(rule => !replaced.has(rule.id))
}
