// What a look found wrong, and how wrong that is.
import type { FoundProblem } from '../rules/finding.ts'
import type { Severity } from '../rules/source.ts'

export type Seen = FoundProblem & { readonly severity: Severity }

/** What the file itself rules out. */
export const wrong = (code: FoundProblem['code'], got: string, want = ''): Seen => ({
  code,
  got,
  want,
  severity: 'error',
})

/** What somebody may want to know. */
export const told = (code: FoundProblem['code'], got: string): Seen => ({ code, got, want: '', severity: 'info' })

/** What a picture can only suggest. */
export const doubtful = (code: FoundProblem['code'], got: string, want = ''): Seen => ({
  code,
  got,
  want,
  severity: 'warning',
})
