// A mistake in a sheet, as data: where it stands, which kind it is, and what was expected.
import type { Path } from '../model/filing.ts'

export type SheetProblemCode =
  | 'syntax'
  | 'unseen'
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'unknown-fact'
  | 'unknown-word'
  | 'wrong-condition'
  | 'verbs'
  | 'unknown-source'
  | 'no-source'
  | 'unused-source'
  | 'severity-above-evidence'
  | 'overlap'
  | 'replaced-rule-gone'
  | 'replaced-twice'
  | 'unknown-list'
  | 'unused-list'
  | 'unknown-material'
  | 'mixed-subjects'
  | 'no-positive-example'
  | 'no-negative-example'
  | 'example-fact'
  | 'example-fails'
  | 'unknown-code'
  | 'wrong-name'
  | 'template-line'
  | 'template-alone'
  | 'template-title'
  | 'template-field'

export type SheetProblem = {
  readonly code: SheetProblemCode
  /** of the sheet file, as a path of keys and indices */
  readonly path: Path
  readonly got?: string
  readonly want?: string
  /** the known name that was probably meant */
  readonly meant?: string
}
