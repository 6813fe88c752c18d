// Names in a rule that nobody defined: facts, lists, codes, materials.
import { factNamed, factNames, isFactName } from '../facts/index.ts'
import { conditionNamed } from '../conditions/index.ts'
import type { Path } from '../model/filing.ts'
import { nearest } from '../model/nearest.ts'
import { linesOf } from './compile.ts'
import type { SheetProblem } from './problem.ts'
import type { Common } from './rulebook.ts'
import type { RuleEntry } from './sheet.ts'

const parts = ['when', 'require'] as const

export function lintFacts(entry: RuleEntry, path: Path): SheetProblem[] {
  return parts.flatMap(part =>
    Object.keys(entry[part] ?? {}).flatMap(name =>
      isFactName(name) ? [] : [unknownFact([...path, part, name], name)],
    ),
  )
}

export function unknownFact(path: Path, name: string): SheetProblem {
  const all = factNames()
  const meant = nearest(name, all)
  const start = name.split('.')[0] ?? ''
  const likely = all.filter(known => known.startsWith(`${start}.`))
  return {
    code: 'unknown-fact',
    path,
    got: name,
    want: (likely.length > 0 ? likely : all).join(', '),
    ...(meant ? { meant } : {}),
  }
}

/** Lists, facts and codes that the words of a rule are given. */
export function lintWords(entry: RuleEntry, path: Path, common: Common): SheetProblem[] {
  return parts.flatMap(part =>
    linesOf(entry[part]).flatMap(({ fact, word, takes }) => {
      const at = [...path, part, fact]
      const bound = conditionNamed(word)?.bind(takes)
      const lists = (bound?.lists ?? []).filter(name => !(name in common.lists) && !(name in common.codes))
      const facts = (bound?.reads ?? []).filter(name => !isFactName(name))
      return [
        ...lists.map(name => unknownList(at, name, common)),
        ...facts.map(name => unknownFact(at, name)),
        ...lintCode(fact, word, takes, at, common),
      ]
    }),
  )
}

function unknownList(path: Path, name: string, common: Common): SheetProblem {
  const meant = nearest(name, [...Object.keys(common.lists), ...Object.keys(common.codes)])
  return { code: 'unknown-list', path, got: name, ...(meant ? { meant } : {}) }
}

/** A value compared with a coded fact must be one of its codes. */
function lintCode(fact: string, word: string, takes: unknown, path: Path, common: Common): SheetProblem[] {
  const table = factNamed(fact)?.codes
  if (table === undefined || !['equals', 'one-of', 'not', 'only'].includes(word)) return []
  const known = (common.codes[table]?.entries ?? []).map(entry => entry.id)
  const written = Array.isArray(takes) ? takes.map(String) : [String(takes)]
  return written
    .filter(id => !known.includes(id))
    .map(id => {
      const meant = nearest(id, known)
      return { code: 'unknown-code', path, got: id, want: known.join(', '), ...(meant ? { meant } : {}) }
    })
}

export function lintMaterials(entry: RuleEntry, path: Path, common: Common): SheetProblem[] {
  return [entry.needs ?? []].flat().flatMap((id): SheetProblem[] => {
    if (id in common.materials) return []
    const meant = nearest(id, Object.keys(common.materials))
    return [{ code: 'unknown-material', path: [...path, 'needs'], got: id, ...(meant ? { meant } : {}) }]
  })
}
