// From the rule as written to the rule as judged.
import { factNamed } from '../facts/index.ts'
import type { Scope } from '../facts/fact.ts'
import { conditionNamed } from '../conditions/index.ts'
import type { Line, Rule, Verb } from './rule.ts'
import type { RuleEntry, Sheet } from './sheet.ts'
import type { Step } from './step.ts'
import { strongestSeverity, weaker, type Severity, type Source } from './source.ts'

type Conditions = NonNullable<RuleEntry['when']>

/** `x`, `[x, y]` and `{ word: … }` as lines of one word each. */
export function linesOf(conditions: Conditions | undefined): Line[] {
  return Object.entries(conditions ?? {}).flatMap(([fact, written]): Line[] => {
    if (Array.isArray(written)) return [{ fact, word: 'one-of', takes: written }]
    if (typeof written !== 'object') return [{ fact, word: 'equals', takes: written }]
    return Object.entries(written).map(([word, takes]) => ({ fact, word, takes }))
  })
}

/** Every fact a rule reads, those behind words like `same-as` included. */
export function factsOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ fact, word, takes }) => [fact, ...(conditionNamed(word)?.bind(takes).reads ?? [])])
}

const below: Readonly<Record<Scope, number>> = {
  filing: 0,
  service: 1,
  domain: 2,
  access: 2,
  platform: 2,
  approval: 2,
  person: 2,
  material: 2,
  shared: 2,
  scan: 2,
}

/** Judged once per the deepest thing its facts are about. */
export function scopeOf(lines: readonly Line[]): Scope {
  const scopes = factsOf(lines).flatMap(name => factNamed(name)?.scope ?? [])
  return scopes.reduce<Scope>((deepest, scope) => (below[scope] > below[deepest] ? scope : deepest), 'filing')
}

/** What a picture only suggests is never an error, whatever the evidence. */
export function strongestFor(scope: Scope, sources: readonly Source[], doubtful: boolean): Severity {
  const carried = strongestSeverity(sources, doubtful)
  return scope === 'scan' ? weaker(carried, 'warning') : carried
}

export function verbOf(entry: RuleEntry): Verb {
  if (entry.require) return 'require'
  if (entry.needs) return 'needs'
  return entry.confirm ? 'confirm' : 'note'
}

const asList = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given

const stepOfFact: readonly [RegExp, Step][] = [
  [/^(access\.)/, 'product'],
  [/^(material|scan)\./, 'papers'],
  [/^(filing\.|account\.|sponsor\.(filed|record|order|differs|is-renamed))/, 'type'],
]

function stepOf(entry: RuleEntry, lines: readonly Line[]): Step {
  if (entry.step) return entry.step
  if (entry.needs) return 'papers'
  const first = lines[0]?.fact ?? ''
  return stepOfFact.find(([pattern]) => pattern.test(first))?.[1] ?? 'information'
}

export function compileRule(sheet: Sheet, entry: RuleEntry): Rule {
  const when = linesOf(entry.when)
  const require = linesOf(entry.require)
  const verb = verbOf(entry)
  const sources = Object.keys(entry.source).flatMap(name => sheet.sources[name] ?? [])
  const stated = verb === 'confirm' || verb === 'note' ? 'info' : (entry.severity ?? 'error')
  const scope = scopeOf([...when, ...require])
  const text = entry.confirm ?? entry.note
  return {
    id: `${sheet.sheet}/${entry.id}`,
    scope,
    severity: weaker(stated, strongestFor(scope, sources, entry.doubtful ?? false)),
    step: stepOf(entry, [...require, ...when]),
    title: entry.title,
    ...(entry.since ? { since: entry.since } : {}),
    ...(entry.until ? { until: entry.until } : {}),
    replaces: asList(entry.replaces),
    when,
    verb,
    require,
    needs: asList(entry.needs),
    ...(text ? { text } : {}),
    ...(entry.fix ? { fix: entry.fix } : {}),
    ...(entry.conflict ? { conflict: entry.conflict } : {}),
    source: entry.source,
  }
}
