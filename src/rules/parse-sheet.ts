// From a YAML tree to a sheet, or to mistakes a person can find and mend.
import type { z } from 'zod'
import { conditionNamed, conditionNames } from '../conditions/index.ts'
import { read } from '../facts/fact.ts'
import type { Path } from '../model/filing.ts'
import { nearest } from '../model/nearest.ts'
import type { SheetProblem } from './problem.ts'
import { sheetSchema, type Sheet } from './sheet.ts'

export type ParsedSheet = { readonly sheet?: Sheet; readonly problems: readonly SheetProblem[] }

export function parseSheet(tree: unknown): ParsedSheet {
  const result = sheetSchema.safeParse(tree)
  if (result.success) return { sheet: result.data, problems: [] }
  return { problems: result.error.issues.flatMap(issue => problemsOf(issue, tree)) }
}

const toPath = (keys: readonly PropertyKey[]): Path => keys.filter(key => typeof key !== 'symbol')

export function problemsOf(issue: z.core.$ZodIssue, tree: unknown): SheetProblem[] {
  const path = toPath(issue.path)
  const got = describe(read(tree, path))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey([...path, key], key, path))
    case 'invalid_type':
      return read(tree, path) === undefined
        ? [{ code: 'missing-key', path, got: String(path.at(-1) ?? ''), want: issue.expected }]
        : [{ code: 'wrong-type', path, got, want: issue.expected }]
    case 'invalid_value':
      return [{ code: 'wrong-type', path, got, want: issue.values.join(', ') }]
    case 'invalid_union':
      return [conditionProblem(read(tree, path), path)]
    default:
      return [{ code: 'wrong-type', path, got, want: issue.message }]
  }
}

const isCondition = (path: Path) => path.includes('when') || path.includes('require')

function unknownKey(path: Path, key: string, parent: Path): SheetProblem {
  if (isCondition(parent)) return unknownWord(path, key)
  return { code: 'unknown-key', path, got: key }
}

function unknownWord(path: Path, word: string): SheetProblem {
  const meant = nearest(word, conditionNames)
  return { code: 'unknown-word', path, got: word, want: conditionNames.join(', '), ...(meant ? { meant } : {}) }
}

/** Which word of a condition is wrong, or what it was given. */
function conditionProblem(written: unknown, path: Path): SheetProblem {
  if (typeof written !== 'object' || written === null) return { code: 'wrong-condition', path, got: describe(written) }
  for (const [word, given] of Object.entries(written)) {
    const condition = conditionNamed(word)
    if (!condition) return unknownWord([...path, word], word)
    const result = condition.takes.safeParse(given)
    if (!result.success) {
      return {
        code: 'wrong-condition',
        path: [...path, word],
        got: describe(given),
        want: result.error.issues[0]?.message ?? '',
      }
    }
  }
  return { code: 'wrong-condition', path, got: describe(written) }
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
