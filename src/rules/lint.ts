// What zod cannot see in a sheet: verbs, subjects, rules that are replaced or in force twice, sources in vain.
import { factNamed } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import { nearest } from '../model/nearest.ts'
import { factsOf, linesOf } from './compile.ts'
import { lintExamples } from './lint-examples.ts'
import { lintFacts, lintMaterials, lintWords } from './lint-names.ts'
import { lintSources, unusedSources } from './lint-sources.ts'
import type { SheetProblem } from './problem.ts'
import type { Common } from './rulebook.ts'
import type { RuleEntry, Sheet } from './sheet.ts'

/** Mistakes of one sheet; `all` are the sheets it may replace rules of, in their order. */
export function lintSheet(sheet: Sheet, all: readonly Sheet[], common: Common): SheetProblem[] {
  const rules = sheet.rules.flatMap((entry, index) => {
    const path = ['rules', index]
    const facts = lintFacts(entry, path)
    if (facts.length > 0) return facts
    const broken = [...lintWords(entry, path, common), ...lintVerbs(entry, path)]
    return [
      ...broken,
      ...lintSubjects(entry, path),
      ...lintMaterials(entry, path, common),
      ...lintSources(sheet, entry, path),
      ...lintReplaces(entry, path, all),
      ...replacedTwice(sheet, entry, path, all, common),
      ...(broken.length > 0 ? [] : lintExamples(sheet, entry, path, common)),
    ]
  })
  return [...rules, ...lintOverlaps(sheet), ...unusedSources(sheet)]
}

function lintVerbs(entry: RuleEntry, path: Path): SheetProblem[] {
  const verbs = (['require', 'needs', 'confirm', 'note'] as const).filter(verb => entry[verb] !== undefined)
  return verbs.length === 1 ? [] : [{ code: 'verbs', path, got: verbs.join(', ') }]
}

/** A rule is judged once per domain, or once per person, but never per pair of both; a shared thing or a scan is judged by itself. */
function lintSubjects(entry: RuleEntry, path: Path): SheetProblem[] {
  const lines = [...linesOf(entry.when), ...linesOf(entry.require)]
  const scopes = new Set(factsOf(lines).flatMap(name => factNamed(name)?.scope ?? []))
  const deep = [...scopes].filter(scope => scope !== 'filing' && scope !== 'service')
  const isAcross = (scopes.has('shared') || scopes.has('scan')) && scopes.size > 1
  return deep.length > 1 || isAcross
    ? [{ code: 'mixed-subjects', path, got: [...(isAcross ? scopes : deep)].join(', ') }]
    : []
}

const replacedBy = (entry: RuleEntry): readonly string[] => [entry.replaces ?? []].flat()

function lintReplaces(entry: RuleEntry, path: Path, all: readonly Sheet[]): SheetProblem[] {
  const known = all.flatMap(sheet => sheet.rules.map(rule => `${sheet.sheet}/${rule.id}`))
  return replacedBy(entry).flatMap((id): SheetProblem[] => {
    if (known.includes(id)) return []
    const meant = nearest(id, known)
    return [{ code: 'replaced-rule-gone', path: [...path, 'replaces'], got: id, ...(meant ? { meant } : {}) }]
  })
}

/** A filing picks one province and one provider: their sheets meet, two provinces never do. */
function kindOf({ sheet }: Sheet, common: Common): 'national' | 'province' | 'provider' {
  if (common.provinces.includes(sheet)) return 'province'
  return common.providers.includes(sheet) ? 'provider' : 'national'
}

/** Told in the later of two sheets, unless one of the two rules replaces the other. */
function replacedTwice(
  sheet: Sheet,
  entry: RuleEntry,
  path: Path,
  all: readonly Sheet[],
  common: Common,
): SheetProblem[] {
  const before = all.slice(0, all.indexOf(sheet)).filter(other => kindOf(other, common) !== kindOf(sheet, common))
  const rivals = before.flatMap(other => other.rules.map(rule => ({ rule, id: `${other.sheet}/${rule.id}` })))
  const own = replacedBy(entry)
  return own.flatMap(replaced =>
    rivals
      .filter(({ rule, id }) => replacedBy(rule).includes(replaced) && !own.includes(id) && !areApart(rule, entry))
      .map(({ id }) => ({ code: 'replaced-twice', path: [...path, 'replaces'], got: replaced, want: id })),
  )
}

/** Are their days in force apart? */
function areApart(one: RuleEntry, other: RuleEntry): boolean {
  return (one.until ?? '9999') <= (other.since ?? '') || (other.until ?? '9999') <= (one.since ?? '')
}

/** A changed rule is a new entry with the same id; their days in force must not overlap. */
function lintOverlaps(sheet: Sheet): SheetProblem[] {
  return sheet.rules.flatMap((entry, index) =>
    sheet.rules
      .slice(index + 1)
      .filter(other => other.id === entry.id && !areApart(entry, other))
      .map((): SheetProblem => ({ code: 'overlap', path: ['rules', index, 'id'], got: entry.id })),
  )
}
