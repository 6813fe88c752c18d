// What will be found on a later day that is not found today: papers run out, terms pass, rules come into force.
import { conditionNamed } from '../conditions/index.ts'
import type { World } from '../facts/fact.ts'
import { factNamed } from '../facts/index.ts'
import { addDays, type Day } from '../model/calendar.ts'
import { check } from './check.ts'
import { keyed } from './finding-key.ts'
import type { Finding } from './finding.ts'
import type { Line, Rule } from './rule.ts'
import type { CompiledSheet } from './rulebook.ts'
import { select } from './select.ts'

export type Ahead = {
  /** each with the first day it stands */
  readonly findings: readonly Finding[]
  /** every rule that is in force on any of the days */
  readonly rules: readonly Rule[]
}

/**
 * Looks at every day up to `until`, so that what comes and goes in between is found too. Only rules that reckon with the
 * day are judged each day; all of them where these say something else than the day before, or where rules change.
 */
export function findingsAhead(
  { filing, day: today, tables }: World,
  sheets: readonly CompiledSheet[],
  now: readonly Finding[],
  until: Day,
): Ahead {
  const known = new Set(keyed(now, filing).keys())
  const found: Finding[] = []
  const rules = new Set<Rule>()
  const findingsOn = (day: Day, judged: readonly Rule[]) =>
    keyed(check({ filing, day, tables }, judged).findings, filing)
  for (const { from, to, inForce, dated } of stretches(sheets, addDays(today, 1), until)) {
    inForce.forEach(rule => rules.add(rule))
    let before: string | undefined
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const said = [...findingsOn(day, dated).keys()].join('\n')
      if (said === before) continue
      before = said
      for (const [key, finding] of findingsOn(day, inForce)) {
        if (known.has(key)) continue
        known.add(key)
        found.push({ ...finding, from: day })
      }
    }
  }
  return { findings: found, rules: [...rules] }
}

/** Facts that are another on another day, beside all that count days or are one. */
const reckoning = /\.age$|\.working-days$|\.holidays-are-known$|\.signed-days-ago$/

export function isDated(name: string): boolean {
  const kind = factNamed(name)?.kind
  return kind === 'days' || kind === 'day' || reckoning.test(name)
}

const namesIn = ({ fact, word, takes }: Line): readonly string[] => [
  fact,
  ...(conditionNamed(word)?.bind(takes).reads ?? []),
]

const reckonsWithDay = ({ when, require }: Rule) => [...when, ...require].flatMap(namesIn).some(isDated)

type Stretch = {
  readonly from: Day
  readonly to: Day
  readonly inForce: readonly Rule[]
  readonly dated: readonly Rule[]
}

const known = new WeakMap<CompiledSheet, Map<string, readonly Stretch[]>>()

/** The days in runs on which the same rules are in force. */
function stretches(sheets: readonly CompiledSheet[], first: Day, last: Day): readonly Stretch[] {
  // The national sheet is shared by all books: the others are told by their names.
  const [owner] = sheets
  const byKey = (owner && known.get(owner)) ?? new Map<string, readonly Stretch[]>()
  if (owner) known.set(owner, byKey)
  const key = [first, last, ...sheets.map(({ sheet }) => sheet)].join(' ')
  const made = byKey.get(key) ?? makeStretches(sheets, first, last)
  byKey.set(key, made)
  return made
}

function makeStretches(sheets: readonly CompiledSheet[], first: Day, last: Day): Stretch[] {
  const turns = sheets.flatMap(({ rules }) => rules.flatMap(({ since, until }) => [since ?? first, until ?? first]))
  const starts = [...new Set([first, ...turns])].filter(day => day >= first && day <= last).sort()
  return starts.map((from, index) => {
    const next = starts[index + 1]
    const inForce = select(sheets, from)
    const to = next === undefined ? last : addDays(next, -1)
    return { from, to, inForce, dated: inForce.filter(reckonsWithDay) }
  })
}
