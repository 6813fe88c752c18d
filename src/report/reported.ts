// What a reporter is given: a filing judged, and everything needed to tell about it.
import type { Filing, Path } from '../model/filing.ts'
import type { RuleChanges } from '../rules/changes.ts'
import type { Judgement } from '../rules/check.ts'
import type { Rule, RuleId } from '../rules/rule.ts'
import type { Rulebook } from '../rules/rulebook.ts'

export type Place = { readonly line: number; readonly column: number }

export type Reported = {
  /** the file as the reader named it */
  readonly file: string
  readonly filing: Filing
  readonly day: string
  readonly judgement: Judgement
  readonly book: Rulebook
  readonly rules: ReadonlyMap<RuleId, Rule>
  readonly placeOf: (path: Path) => Place
  readonly ready: boolean
  /** of a bundle: what changed in the rules since it was packed */
  readonly rulesChanged?: RuleChanges
}

export type ReportOptions = {
  /** unmask identity numbers, phones and addresses */
  readonly personal: boolean
  readonly notes: boolean
  readonly colour: boolean
}

/** A file that could not be judged at all, and why, in the reader's words. */
export type Unusable = { readonly file: string; readonly message: string }
