// What is different about a bundle since it was packed, beside its rules.
import type { Day } from '../model/calendar.ts'

export type NearerDeadline = {
  readonly field: string
  readonly what: string
  readonly about?: string
  readonly day: Day
  /** days from today; below zero it has passed */
  readonly left: number
  /** the day it was when packed, where the rules have moved it */
  readonly was?: Day
}

/**
 * `not-judged`: the bundle's findings were made from another file; the others compare the bundle with the filing beside
 * it. `path` lies in the bundle's payload, or for `added` beside the bundle.
 */
export type ChangedFile = { readonly path: string; readonly is: 'not-judged' | 'replaced' | 'removed' | 'added' }

export type SincePacked = {
  /** the day it was packed, where it says so */
  readonly on?: Day
  /** what is wrong with the bag and yet no reason to refuse it, in the reader's words */
  readonly warnings: readonly string[]
  readonly deadlines: readonly NearerDeadline[]
  readonly files: readonly ChangedFile[]
  /** the same in sentences */
  readonly told: readonly string[]
}
