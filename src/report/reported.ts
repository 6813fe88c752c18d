// What a reporter is given: a filing judged, and everything needed to tell about it.
import type { Traits } from '../facts/traits.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { RuleChanges } from '../rules/changes.ts'
import type { Judgement } from '../rules/check.ts'
import type { Rule, RuleId } from '../rules/rule.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { SincePacked } from './since-packed.ts'

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
  /** what other filings of the run may have too; undefined where there are none, or where nobody can compare */
  readonly traits?: Traits
  /** of a bundle: what changed in the rules since it was packed */
  readonly rulesChanged?: RuleChanges
  /** of a bundle: what else is different since then */
  readonly sincePacked?: SincePacked
  /** the last day that was looked ahead to */
  readonly ahead?: string
}

export type ReportOptions = {
  /** unmask identity numbers, phones and addresses */
  readonly personal: boolean
  readonly notes: boolean
  readonly colour: boolean
  /** of this program */
  readonly version?: string
  /** of all the rules there are: the same digest, the same judgement */
  readonly rulesDigest?: string
  /** a file as others find it: from the top of the repository, with slashes; absolute where it lies elsewhere */
  readonly pathOf?: (file: string) => string
  /** findings were compared with known ones, of which these are gone */
  readonly gone?: readonly GoneFinding[]
}

/** A known finding that is no longer found; its file's name is masked. */
export type GoneFinding = { readonly file: string; readonly rule: string; readonly fingerprint: string }

/** What one place of an unusable file has wrong. */
export type Mistake = { readonly place?: Place; readonly text: string }

/** A file that could not be judged at all, and why, in the reader's words. */
export type Unusable = {
  readonly file: string
  readonly message: string
  /** the message in its parts, where it has several */
  readonly mistakes?: readonly Mistake[]
  /** how many judged filings come before it in the run */
  readonly after?: number
}

export const pathIn = ({ pathOf }: Pick<ReportOptions, 'pathOf'>, file: string): string =>
  pathOf?.(file) ?? file.replaceAll('\\', '/').replace(/^\.\//, '')
