// What can become of a file that somebody attaches.
import type { OpenPicture } from '../materials/open-picture.ts'
import type { Proposal } from '../materials/propose.ts'
import type { Placing } from '../materials/slot-file.ts'
import type { Slot } from '../materials/slots.ts'
import type { Path } from '../model/filing.ts'
import type { WhyNot } from './read-scan.ts'
import type { UserError } from './user-error.ts'

/** A picture or video as a file: what it is, how large. */
export type Measured = {
  readonly kind: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
}

/** What is told of a picture; its pixels are let go once it is written. */
export type About = Pick<OpenPicture, 'kind' | 'isTurned' | 'isBare' | 'tells' | 'pages' | 'hasAlpha'>

export type Attached = {
  readonly is: 'attached'
  readonly from: string
  readonly slot: Slot
  readonly field: Path
  readonly before: Measured
  readonly after: Measured
  readonly picture?: About
  readonly isUntouched: boolean
  readonly isTooLarge: boolean
  readonly hidesDamage: boolean
  readonly placing: Omit<Placing, 'files'>
  /** answers about the earlier file that still stand on its line */
  readonly staleAnswers: readonly string[]
  readonly isReplacing: boolean
}

export type AttachResult =
  | Attached
  | {
      readonly is: 'refused'
      readonly from: string
      readonly kind: string
      readonly why: WhyNot
      readonly other?: string
    }
  | { readonly is: 'not-written'; readonly from: string; readonly why: UserError }
  | {
      readonly is: 'unplaced'
      readonly from: string
      readonly proposals: readonly Proposal[]
      readonly open: readonly Slot[]
    }
  | { readonly is: 'left'; readonly from: string }

/** A file made ready for its slot. */
export type Ready = Pick<Attached, 'before' | 'after' | 'isUntouched' | 'isTooLarge' | 'hidesDamage' | 'picture'> & {
  readonly bytes: Uint8Array
  readonly original: Uint8Array
}
