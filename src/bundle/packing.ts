// What a bundle is planned from: a judged filing, its findings in the reader's words, and the files there are.
import type { Derived } from '../facts/filing-type.ts'
import type { Words } from '../locales/index.ts'
import type { Day } from '../model/calendar.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Finding, Note } from '../rules/finding.ts'
import type { Rule } from '../rules/rule.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { PayloadEntry, SealAlgorithm } from './bag.ts'
import type { Slot } from './slots.ts'

/** `count`: letters to sign, printed or not · `files`: those that were printed, below the payload */
export type PackedForms = {
  readonly count: number
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

export type Cited = { readonly text: string; readonly url?: string }

/** A finding in the reader's words; identity numbers, phones and addresses are masked already. */
export type ToldFinding = {
  readonly finding: Finding
  readonly title: string
  readonly about?: string
  readonly line?: number
  /** what was written and what was expected, a sentence for every broken line */
  readonly broken: readonly string[]
  readonly detail?: string
  readonly fix?: string
  readonly conflict?: string
  readonly sources: readonly Cited[]
}

export type ToldNote = { readonly note: Note; readonly about?: string }

/** A written answer in words: codes by name, `personal` unmasked. */
export type Show = (path: Path, value: string | number | boolean, words: Words, personal: boolean) => string

export type Packing = {
  /** short and without personal data: the same for the same filing */
  readonly id: string
  /** under which a browser keeps the ticks: the same for the same sponsor and service, whatever else is corrected */
  readonly ticksKey: string
  readonly version: string
  /** of the checksums in the bag */
  readonly algorithm: SealAlgorithm
  readonly words: Words
  readonly filing: Filing
  readonly day: Day
  readonly book: Rulebook
  /** the rules in force on that day */
  readonly rules: readonly Rule[]
  readonly type: Derived
  readonly ready: boolean
  readonly summary: string
  readonly findings: readonly ToldFinding[]
  readonly notes: readonly ToldNote[]
  readonly slots: readonly Slot[]
  /** left out where nothing is to be signed */
  readonly forms?: PackedForms
  readonly show: Show
  /** icp.yaml as it goes into the bundle */
  readonly filingText: string
  /** findings.json, with the checksums of the files before it */
  readonly findingsText: (files: readonly PayloadEntry[]) => string
}
