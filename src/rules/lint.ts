// What zod cannot see in a sheet: facts nobody defined, sources nobody names, dates that overlap, examples that fail.
import { factNamed, factNames, isFactName } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import { nearest } from '../model/nearest.ts'
import { conditionNamed } from '../conditions/index.ts'
import { compileRule, factsOf, linesOf } from './compile.ts'
import { runExamples } from './examples.ts'
import type { SheetProblem } from './problem.ts'
import type { Line } from './rule.ts'
import type { Common } from './rulebook.ts'
import type { RuleEntry, Sheet } from './sheet.ts'
import { severities, strongestSeverity } from './source.ts'

/** Mistakes of one sheet; `all` are the sheets it may replace rules of. */
export function lintSheet(sheet: Sheet, all: readonly Sheet[], common: Common): SheetProblem[] {
  const list = (name: string) => common.lists[name]?.words ?? common.codes[name]?.entries.map(entry => entry.id) ?? []
  const rules = sheet.rules.flatMap((entry, index) => {
    const path = ['rules', index]
    const facts = lintFacts(entry, path)
    if (facts.length > 0) return facts
    return [
      ...lintWords(entry, path, common),
      ...lintVerb(entry, path),
      ...lintMaterials(entry, path, common),
      ...lintSources(sheet, entry, path),
      ...lintReplaces(entry, path, all),
      ...lintExamples(sheet, entry, path, list),
    ]
  })
  return [...rules, ...lintOverlaps(sheet), ...unusedSources(sheet)]
}

const allLines = (entry: RuleEntry): Line[] => [...linesOf(entry.when), ...linesOf(entry.require)]

function lintFacts(entry: RuleEntry, path: Path): SheetProblem[] {
  return (['when', 'require'] as const).flatMap(part =>
    Object.keys(entry[part] ?? {}).flatMap(name =>
      isFactName(name) ? [] : [unknownFact([...path, part, name], name)],
    ),
  )
}

function unknownFact(path: Path, name: string): SheetProblem {
  const meant = nearest(name, factNames)
  const start = name.split('.')[0] ?? ''
  const likely = factNames.filter(known => known.startsWith(`${start}.`))
  return {
    code: 'unknown-fact',
    path,
    got: name,
    want: (likely.length > 0 ? likely : factNames).join(', '),
    ...(meant ? { meant } : {}),
  }
}

function lintWords(entry: RuleEntry, path: Path, common: Common): SheetProblem[] {
  return allLines(entry).flatMap(({ fact, word, takes }) => {
    const at = [...path, entry.require && fact in entry.require ? 'require' : 'when', fact]
    const bound = conditionNamed(word)?.bind(takes)
    const lists = (bound?.lists ?? []).filter(name => !(name in common.lists) && !(name in common.codes))
    const facts = (bound?.reads ?? []).filter(name => !isFactName(name))
    return [
      ...lists.map((name): SheetProblem => ({ code: 'unknown-list', path: at, got: name })),
      ...facts.map(name => unknownFact(at, name)),
      ...lintCode(fact, word, takes, at, common),
    ]
  })
}

/** A value compared with a coded fact must be one of its codes. */
function lintCode(fact: string, word: string, takes: unknown, path: Path, common: Common): SheetProblem[] {
  const table = factNamed(fact)?.codes
  if (table === undefined || !['equals', 'one-of', 'not', 'only'].includes(word)) return []
  const known = (common.codes[table]?.entries ?? []).map(entry => entry.id)
  const written = Array.isArray(takes) ? takes.map(String) : [String(takes)]
  return written
    .filter(id => !known.includes(id))
    .map(id => ({ code: 'unknown-code', path, got: id, want: known.join(', ') }))
}

function lintVerb(entry: RuleEntry, path: Path): SheetProblem[] {
  const verbs = (['require', 'needs', 'confirm', 'note'] as const).filter(verb => entry[verb] !== undefined)
  const problems: SheetProblem[] = verbs.length === 1 ? [] : [{ code: 'verbs', path, got: verbs.join(', ') }]
  const scopes = new Set(factsOf(allLines(entry)).flatMap(name => factNamed(name)?.scope ?? []))
  const deep = [...scopes].filter(scope => scope !== 'filing' && scope !== 'service')
  if (deep.length > 1) problems.push({ code: 'mixed-subjects', path, got: deep.join(', ') })
  return problems
}

function lintMaterials(entry: RuleEntry, path: Path, common: Common): SheetProblem[] {
  return [entry.needs ?? []].flat().flatMap((id): SheetProblem[] => {
    if (id in common.materials) return []
    const meant = nearest(id, Object.keys(common.materials))
    return [{ code: 'unknown-material', path: [...path, 'needs'], got: id, ...(meant ? { meant } : {}) }]
  })
}

function lintSources(sheet: Sheet, entry: RuleEntry, path: Path): SheetProblem[] {
  const names = Object.keys(entry.source)
  if (names.length === 0) return [{ code: 'no-source', path: [...path, 'source'] }]
  const unknown = names.filter(name => !(name in sheet.sources))
  if (unknown.length > 0)
    return unknown.map(got => ({
      code: 'unknown-source',
      path: [...path, 'source', got],
      got,
      want: Object.keys(sheet.sources).join(', '),
    }))
  const allowed = strongestSeverity(
    names.flatMap(name => sheet.sources[name] ?? []),
    entry.doubtful ?? false,
  )
  const judged = entry.require ?? entry.needs
  const stated = entry.severity ?? 'error'
  if (!judged || severities.indexOf(stated) >= severities.indexOf(allowed)) return []
  return [
    {
      code: 'severity-above-evidence',
      path: entry.severity ? [...path, 'severity'] : path,
      got: stated,
      want: allowed,
    },
  ]
}

function lintReplaces(entry: RuleEntry, path: Path, all: readonly Sheet[]): SheetProblem[] {
  const known = all.flatMap(sheet => sheet.rules.map(rule => `${sheet.sheet}/${rule.id}`))
  return [entry.replaces ?? []].flat().flatMap((id): SheetProblem[] => {
    if (known.includes(id)) return []
    const meant = nearest(id, known)
    return [{ code: 'replaced-rule-gone', path: [...path, 'replaces'], got: id, ...(meant ? { meant } : {}) }]
  })
}

const firing = { require: 'fail', needs: 'need', confirm: 'confirm', note: 'note' } as const
const silent = { require: ['pass'], needs: ['skip', 'pass'], confirm: ['skip'], note: ['skip'] } as const

/** A rule about everybody has nothing it could skip. */
function lintExamples(
  sheet: Sheet,
  entry: RuleEntry,
  path: Path,
  list: (name: string) => readonly string[],
): SheetProblem[] {
  const at = [...path, 'examples']
  const { verb } = compileRule(sheet, entry)
  const given = new Set(entry.examples.flatMap(example => Object.keys(example)))
  const asksOnly = verb === 'require' && linesOf(entry.require).every(line => line.word === 'given')
  const fires = asksOnly ? 'ask' : firing[verb]
  const problems: SheetProblem[] = given.has(fires) ? [] : [{ code: 'no-positive-example', path: at, want: fires }]
  const quiet = silent[verb]
  if (!quiet.some(kind => given.has(kind)) && (verb === 'require' || entry.when)) {
    problems.push({ code: 'no-negative-example', path: at, want: quiet[0] })
  }
  for (const result of runExamples(sheet, entry, list)) {
    const example = [...at, result.index, result.expected]
    for (const name of Object.keys(result.facts).filter(fact => !isFactName(fact))) {
      problems.push({ ...unknownFact([...example, name], name), code: 'example-fact' })
    }
    if (result.got !== result.expected)
      problems.push({ code: 'example-fails', path: example, got: result.got, want: result.expected })
  }
  return problems
}

/** A changed rule is a new entry with the same id; their days in force must not overlap. */
function lintOverlaps(sheet: Sheet): SheetProblem[] {
  return sheet.rules.flatMap((entry, index) =>
    sheet.rules.slice(index + 1).flatMap((other): SheetProblem[] => {
      if (other.id !== entry.id) return []
      const apart = (entry.until ?? '9999') <= (other.since ?? '') || (other.until ?? '9999') <= (entry.since ?? '')
      return apart ? [] : [{ code: 'overlap', path: ['rules', index, 'id'], got: entry.id }]
    }),
  )
}

function unusedSources(sheet: Sheet): SheetProblem[] {
  const used = new Set(sheet.rules.flatMap(rule => Object.keys(rule.source)))
  return Object.keys(sheet.sources).flatMap((name): SheetProblem[] =>
    used.has(name) ? [] : [{ code: 'unused-source', path: ['sources', name], got: name }],
  )
}
