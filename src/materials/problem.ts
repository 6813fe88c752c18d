// What a look found wrong, and how wrong that is.
import type { ScanProblem } from '../rules/finding.ts'
import type { Severity } from '../rules/source.ts'

export type Seen = ScanProblem & { readonly severity: Severity }

/** What the file itself rules out. */
export const wrong = (code: ScanProblem['code'], got: string, want = ''): Seen => ({
  code,
  got,
  want,
  severity: 'error',
})

/** What a picture can only suggest. */
export const doubtful = (code: ScanProblem['code'], got: string, want = ''): Seen => ({
  code,
  got,
  want,
  severity: 'warning',
})
