// From zod's issues to mistakes of form in a filing: which kind, where, what was written, what was expected.
import type { z } from 'zod'
import { filingSchema, type Path } from './filing.ts'
import { knownKeys, schemasAt } from './known-keys.ts'
import { nearest } from './nearest.ts'

export type FilingProblemCode = 'unknown-key' | 'missing-key' | 'wrong-type' | 'not-a-mapping' | 'version'

/** What a field takes; the locales name it. */
export type Expected = 'text' | 'list' | 'mapping' | 'yes-no' | 'count' | 'day' | 'day-or-long-term' | 'choice'

export type FilingProblem = {
  readonly code: FilingProblemCode
  readonly path: Path
  readonly got?: string
  readonly expected?: Expected
  /** the known keys or choices there */
  readonly known?: readonly string[]
  readonly meant?: string
}

const toPath = (keys: readonly PropertyKey[]): Path => keys.filter(key => typeof key !== 'symbol')

function show(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? '[…]' : typeof value === 'object' && value !== null ? '{…}' : ''
}

function expectedOf(issue: z.core.$ZodIssue): Expected {
  if (issue.code === 'invalid_type') {
    return issue.expected === 'array' ? 'list' : issue.expected === 'object' ? 'mapping' : 'text'
  }
  const expected = issue.code === 'custom' ? issue.params?.['expected'] : undefined
  return isExpected(expected) ? expected : 'text'
}

const isExpected = (value: unknown): value is Expected =>
  value === 'yes-no' || value === 'count' || value === 'day' || value === 'day-or-long-term'

function unknownKey(parent: Path, key: string): FilingProblem {
  const known = knownKeys(filingSchema, parent)
  const meant = nearest(key, known)
  return { code: 'unknown-key', path: [...parent, key], got: key, known, ...(meant ? { meant } : {}) }
}

/** One zod issue may name several keys; a union's issue is told by the branch the written value fits best. */
export function filingProblems(
  issue: z.core.$ZodIssue,
  valueAt: (path: Path) => unknown,
  base: Path = [],
): FilingProblem[] {
  const path = [...base, ...toPath(issue.path)]
  const written = valueAt(path)
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(path, key))
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.filter(issues =>
      issues.every(inner => !(inner.code === 'invalid_type' && inner.path.length === 0)),
    )
    const best = branch.find(issues => issues.every(inner => inner.code !== 'invalid_value' || inner.path.length > 0))
    if (best) return best.flatMap(inner => filingProblems(inner, valueAt, path))
    return [{ code: 'wrong-type', path, got: show(written), expected: unionExpects(path) }]
  }
  if (path.length === 1 && path[0] === 'icp') return [{ code: 'version', path, got: show(written) }]
  if (written === undefined) return [{ code: 'missing-key', path, got: String(path.at(-1) ?? '') }]
  if (issue.code === 'invalid_value') {
    return [{ code: 'wrong-type', path, got: show(written), expected: 'choice', known: issue.values.map(String) }]
  }
  return [{ code: 'wrong-type', path, got: show(written), expected: expectedOf(issue) }]
}

function unionExpects(path: Path): Expected {
  return schemasAt(filingSchema, path).length > 0 && knownKeys(filingSchema, path).length > 0 ? 'mapping' : 'text'
}
