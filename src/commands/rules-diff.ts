// `icp-prep rules diff`: which requirements came, went or changed between two days, or since a bundle was packed.
import { digestOf } from '../disk/rule-digest.ts'
import { readRulesFolder } from '../disk/rules-folder.ts'
import type { Words } from '../locales/index.ts'
import { isDay } from '../model/calendar.ts'
import { compileRule } from '../rules/compile.ts'
import { changesBetween, isUnchanged, type RuleChanges, type RuleDigests } from '../rules/changes.ts'
import type { Rule } from '../rules/rule.ts'
import { isInForce } from '../rules/select.ts'
import { recordOf } from './bundle-record.ts'
import { rulesThen } from './changed-rules.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

/** Every entry of every sheet, those of the past and the future included. */
function allRules(root: string): Rule[] {
  return readRulesFolder(root).sheets.flatMap(({ sheet }) => sheet?.rules.map(entry => compileRule(sheet, entry)) ?? [])
}

const inForce = (rules: readonly Rule[], day: string): RuleDigests =>
  new Map(rules.filter(rule => isInForce(rule, day)).map(rule => [rule.id, digestOf(rule)]))

/** A bundle was judged by three sheets: only their rules are compared. */
function sameSheets(now: RuleDigests, then: RuleDigests): RuleDigests {
  const sheets = new Set([...then.keys()].map(id => id.split('/')[0]))
  return new Map([...now].filter(([id]) => sheets.has(id.split('/')[0])))
}

/** @param to the later day; today where the earlier is a bundle or stands alone */
export function diffRules(root: string, from: string, to: string | undefined, today: string, words: Words): Outcome {
  const until = to ?? today
  if (!isDay(until)) throw new UserError({ code: 'bad-day', got: until })
  const rules = allRules(root)
  const later = inForce(rules, until)
  const then = isDay(from) ? inForce(rules, from) : rulesThen(recordOf(from))
  if (!then) throw new UserError({ code: 'no-such-state', got: from })
  const changes = changesBetween(then, isDay(from) ? later : sameSheets(later, then))
  return { text: told(changes, rules, words), code: exit.ready }
}

function told(changes: RuleChanges, rules: readonly Rule[], words: Words): string {
  if (isUnchanged(changes)) return words.rules.noChanges
  const title = (id: string) => rules.find(rule => rule.id === id)?.title[words.language] ?? ''
  const lines = (label: string, ids: readonly string[]) => ids.map(id => `${label} ${id}  ${title(id)}`.trimEnd())
  return [
    ...lines(words.rules.came, changes.came),
    ...lines(words.rules.went, changes.went),
    ...lines(words.rules.changed, changes.changed),
  ].join('\n')
}
