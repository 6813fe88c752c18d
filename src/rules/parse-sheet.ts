// From a YAML tree to a sheet, or to mistakes a person can find and mend.
import type { z } from 'zod'
import { conditionNamed, conditionNames } from '../conditions/index.ts'
import { read } from '../facts/fact.ts'
import type { Path } from '../model/filing.ts'
import { knownKeys } from '../model/known-keys.ts'
import { nearest } from '../model/nearest.ts'
import type { SheetProblem } from './problem.ts'
import { sheetSchema, type Sheet } from './sheet.ts'
import { takesSchemas } from './takes-schema.ts'
import { wantedBy } from './wanted.ts'

export type ParsedSheet = { readonly sheet?: Sheet; readonly problems: readonly SheetProblem[] }

export function parseSheet(tree: unknown): ParsedSheet {
  const result = sheetSchema.safeParse(tree)
  if (result.success) return { sheet: result.data, problems: [] }
  return { problems: problemsIn(result.error, tree, sheetSchema) }
}

/** Every mistake that a schema found in a tree. */
export function problemsIn(error: z.ZodError, tree: unknown, schema: z.ZodType): SheetProblem[] {
  return error.issues.flatMap(issue => problemsOf(issue, tree, schema))
}

type Issue = z.core.$ZodIssue

const toPath = (keys: readonly PropertyKey[]): Path => keys.filter(key => typeof key !== 'symbol')

function problemsOf(issue: Issue, tree: unknown, schema: z.ZodType): SheetProblem[] {
  const path = toPath(issue.path)
  const key = String(path.at(-1) ?? '')
  const written = read(tree, path)
  if (issue.code === 'unrecognized_keys') return issue.keys.map(name => unknownKey(path, name, schema))
  if (issue.code === 'invalid_key') return [{ code: 'wrong-type', path, got: key, want: wantedBy(issue) }]
  if (written === undefined) return [{ code: 'missing-key', path, got: key, want: wantedBy(issue) }]
  if (issue.code === 'invalid_union') {
    if (isCondition(path)) return [conditionProblem(written, path)]
    const deeper = issue.errors.find(([first]) => first !== undefined && first.path.length > 0)
    if (deeper) return deeper.flatMap(one => problemsOf({ ...one, path: [...path, ...one.path] }, tree, schema))
  }
  return [
    { code: isCondition(path) ? 'wrong-condition' : 'wrong-type', path, got: describe(written), want: wantedBy(issue) },
  ]
}

const isCondition = (path: Path) => path[2] === 'when' || path[2] === 'require'

function unknownKey(path: Path, key: string, schema: z.ZodType): SheetProblem {
  if (isCondition(path)) return unknownWord([...path, key], key)
  const meant = nearest(key, knownKeys(schema, path))
  return { code: 'unknown-key', path: [...path, key], got: key, ...(meant ? { meant } : {}) }
}

function unknownWord(path: Path, word: string): SheetProblem {
  const meant = nearest(word, conditionNames)
  return { code: 'unknown-word', path, got: word, want: conditionNames.join(', '), ...(meant ? { meant } : {}) }
}

/** Which word of a condition is wrong, or what it was given. */
function conditionProblem(written: unknown, path: Path): SheetProblem {
  const words =
    typeof written === 'object' && written !== null && !Array.isArray(written) ? Object.entries(written) : []
  for (const [word, given] of words) {
    const condition = conditionNamed(word)
    if (!condition) return unknownWord([...path, word], word)
    const [issue] = takesSchemas[condition.takes].safeParse(given).error?.issues ?? []
    if (issue) return { code: 'wrong-condition', path: [...path, word], got: describe(given), want: wantedBy(issue) }
  }
  return { code: 'wrong-condition', path, got: describe(written) }
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
