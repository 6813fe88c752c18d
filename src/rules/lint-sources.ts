// What a rule cites: sources that are defined, strong enough for its severity, and none in vain.
import type { Path } from '../model/filing.ts'
import { nearest } from '../model/nearest.ts'
import { linesOf, scopeOf, strongestFor } from './compile.ts'
import type { SheetProblem } from './problem.ts'
import type { RuleEntry, Sheet } from './sheet.ts'
import { severities } from './source.ts'

export function lintSources(sheet: Sheet, entry: RuleEntry, path: Path): SheetProblem[] {
  const names = Object.keys(entry.source)
  if (names.length === 0) return [{ code: 'no-source', path: [...path, 'source'] }]
  const unknown = names.filter(name => !(name in sheet.sources))
  if (unknown.length > 0) return unknown.map(name => unknownSource(sheet, [...path, 'source', name], name))
  const allowed = strongestFor(
    scopeOf([...linesOf(entry.when), ...linesOf(entry.require)]),
    names.flatMap(name => sheet.sources[name] ?? []),
    entry.doubtful ?? false,
  )
  const stated = entry.severity ?? 'error'
  const isJudged = entry.require !== undefined || entry.needs !== undefined
  if (!isJudged || severities.indexOf(stated) >= severities.indexOf(allowed)) return []
  const at = entry.severity ? [...path, 'severity'] : path
  return [{ code: 'severity-above-evidence', path: at, got: stated, want: allowed }]
}

function unknownSource(sheet: Sheet, path: Path, got: string): SheetProblem {
  const defined = Object.keys(sheet.sources)
  const meant = nearest(got, defined)
  return { code: 'unknown-source', path, got, want: defined.join(', '), ...(meant ? { meant } : {}) }
}

export function unusedSources(sheet: Sheet): SheetProblem[] {
  const used = new Set(sheet.rules.flatMap(rule => Object.keys(rule.source)))
  return Object.keys(sheet.sources).flatMap((name): SheetProblem[] =>
    used.has(name) ? [] : [{ code: 'unused-source', path: ['sources', name], got: name }],
  )
}
