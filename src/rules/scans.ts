// Rules about scans: what a look measured in one file, judged by every sheet that says something about scans.
import type { Known } from '../conditions/condition.ts'
import { factNamed } from '../facts/index.ts'
import type { ScanFactName } from '../facts/scan.ts'
import type { Day } from '../model/calendar.ts'
import { once } from '../model/remember.ts'
import type { Broken } from './bound-line.ts'
import type { MeasuredProblem } from './finding.ts'
import { judge } from './judge.ts'
import type { Rule, RuleId } from './rule.ts'
import { sheetsOf, type Rulebook } from './rulebook.ts'
import { select } from './select.ts'

/** `because`: what tells more than the value: the program that took a screenshot, the other picture. */
export type Measured = { readonly value: Known; readonly because?: readonly string[] }

export type ScanMeasures = Partial<Readonly<Record<ScanFactName, Measured>>>

export type ScanVerdict = { readonly rule: Rule; readonly broken: readonly Broken[]; readonly problem: MeasuredProblem }

const rulesByDay = once((_book: Rulebook) => new Map<Day, ReadonlyMap<RuleId, Rule>>())

/** The rules about scans that are in force: those of every filing, of its province and provider, and one's own. */
export function scanRulesOf(book: Rulebook, day: Day): ReadonlyMap<RuleId, Rule> {
  const byDay = rulesByDay(book)
  const known = byDay.get(day)
  if (known) return known
  const shipped = book.scans?.()
  const rules = select([...(shipped ? [shipped] : []), ...sheetsOf(book)], day).filter(({ scope }) => scope === 'scan')
  const made = new Map(rules.map(rule => [rule.id, rule] as const))
  byDay.set(day, made)
  return made
}

/** What a broken line means to a reviewer, whichever rule says it. */
const problems: Readonly<Record<ScanFactName, MeasuredProblem['code']>> = {
  'scan.is': 'unfit',
  'scan.of-coloured-paper': 'unfit',
  'scan.of-sealed-paper': 'unfit',
  'scan.sharpness': 'blurred',
  'scan.paper-light': 'dark',
  'scan.ink-light': 'bright',
  'scan.glare': 'glare',
  'scan.coloured': 'grey',
  'scan.one-grey': 'grey',
  'scan.stored-in-grey': 'grey',
  'scan.screen-grid': 'screen-photo',
  'scan.is-screenshot': 'screenshot',
  'scan.cut-sides': 'cut',
  'scan.line-direction': 'sideways',
  'scan.orientation-note': 'turned-by-note',
  'scan.difference': 'same-picture',
}

const isScanFact = (name: string): name is ScanFactName => name in problems

/** In the order of the rules. What was not measured, and has no value to be taken for it, breaks nothing. */
export function judgeScan(
  measures: ScanMeasures,
  rules: Iterable<Rule>,
  list: (name: string) => readonly string[],
): ScanVerdict[] {
  const measured = (name: string) => (isScanFact(name) ? measures[name] : undefined)
  const context = { fact: (name: string) => measured(name)?.value ?? factNamed(name)?.unlessSaid, list }
  return [...rules].flatMap(rule => {
    const verdict = judge(rule, context)
    if (verdict.is !== 'fail') return []
    const broken = verdict.broken.map(line => withReason(line, measured(line.fact)?.because))
    const [first] = broken
    return first ? [{ rule, broken, problem: problemOf(first) }] : []
  })
}

const withReason = (line: Broken, because: readonly string[] | undefined): Broken =>
  because === undefined ? line : { ...line, because }

function problemOf({ fact, got, because, takes }: Broken): MeasuredProblem {
  const code = isScanFact(fact) ? problems[fact] : 'unfit'
  const reason = because.filter(part => part !== String(got)).join(', ')
  return { code, got: reason === '' ? textOf(got) : reason, want: textOf(takes) }
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))
