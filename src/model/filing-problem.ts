// A mistake of form in a filing: which kind, where, what was written, what was expected.
import type { Path } from './filing.ts'

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

/** What stands behind `icp:` in a filing that a later version wrote. */
export const isLaterFormat = (got: string | undefined): boolean =>
  got !== undefined && /^[2-9]$|^[1-9]\d{1,3}$/.test(got)
