// Examples of a rule: one that fires, one that does not, all of them as they say.
import { isFactName } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import { linesOf, verbOf } from './compile.ts'
import { runExamples } from './examples.ts'
import { unknownFact } from './lint-names.ts'
import type { SheetProblem } from './problem.ts'
import { listIn, type Common } from './rulebook.ts'
import type { RuleEntry, Sheet } from './sheet.ts'

const firing = { require: 'fail', needs: 'need', confirm: 'confirm', note: 'note' } as const
const silent = { require: ['pass'], needs: ['skip', 'pass'], confirm: ['skip'], note: ['skip'] } as const

export function lintExamples(sheet: Sheet, entry: RuleEntry, path: Path, common: Common): SheetProblem[] {
  const at = [...path, 'examples']
  const ran = runExamples(sheet, entry, listIn(common)).flatMap((result): SheetProblem[] => {
    const example = [...at, result.index, result.expected]
    const unknown = Object.keys(result.facts).filter(fact => !isFactName(fact))
    if (unknown.length > 0)
      return unknown.map(name => ({ ...unknownFact([...example, name], name), code: 'example-fact' }))
    return result.got === result.expected
      ? []
      : [{ code: 'example-fails', path: example, got: result.got, want: result.expected }]
  })
  return [...missingExamples(entry, at), ...ran]
}

/** A rule about everybody has nothing it could skip; one that only asks for answers has nothing it could fail. */
function missingExamples(entry: RuleEntry, at: Path): SheetProblem[] {
  const verb = verbOf(entry)
  const given = new Set(entry.examples.flatMap(example => Object.keys(example)))
  const asksOnly = verb === 'require' && linesOf(entry.require).every(line => line.word === 'given')
  const fires = asksOnly ? 'ask' : firing[verb]
  const quiet = silent[verb]
  const canBeQuiet = verb === 'require' || entry.when !== undefined
  const problems: SheetProblem[] = given.has(fires) ? [] : [{ code: 'no-positive-example', path: at, want: fires }]
  if (!canBeQuiet || quiet.some(kind => given.has(kind))) return problems
  return [...problems, { code: 'no-negative-example', path: at, want: quiet[0] }]
}
