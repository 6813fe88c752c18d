// A verdict worth telling. No sentences in here: a reporter adds them in the reader's language.
import type { Path } from '../model/filing.ts'
import type { Broken } from './bound-line.ts'
import type { RuleId } from './rule.ts'
import type { Step } from './step.ts'
import type { Bilingual, Severity } from './source.ts'

/** What can be wrong with the file itself. */
type FileProblem =
  | 'missing-file'
  | 'not-a-picture'
  | 'empty'
  | 'truncated'
  | 'unreadable'
  | 'damaged'
  | 'bomb'
  | 'too-many-pixels'
  | 'encrypted'
  | 'same-file'
  | 'format'
  | 'extension'
  | 'bytes'
  | 'pixels'
  | 'pages'

/** What was measured in its picture, against a rule. */
type MeasuredCode =
  | 'same-picture'
  | 'blurred'
  | 'dark'
  | 'bright'
  | 'glare'
  | 'grey'
  | 'screenshot'
  | 'screen-photo'
  | 'cut'
  | 'sideways'
  | 'turned-by-note'
  | 'unfit'

/** What it says against what was typed. */
type ContentProblem = 'code-number' | 'code-name' | 'text-number' | 'text-name' | 'text-unread'

/** The filing has changed since the letter was printed. */
type PrintProblem = 'printed-from'

type Problem<Code extends string> = { readonly code: Code; readonly got: string; readonly want: string }

/** What a look at a file found by itself, and what was wanted. */
export type FoundProblem = Problem<FileProblem | ContentProblem | PrintProblem>

/** What a look measured, and what a rule wanted. */
export type MeasuredProblem = Problem<MeasuredCode>

export type ScanProblem = FoundProblem | MeasuredProblem

export type Told =
  | { readonly is: 'ask'; readonly rules: readonly RuleId[] }
  | { readonly is: 'fail'; readonly broken: readonly Broken[] }
  | { readonly is: 'need'; readonly materials: readonly string[] }
  | { readonly is: 'confirm'; readonly text: Bilingual }
  | { readonly is: 'bad-scan'; readonly material: string; readonly problem: FoundProblem; readonly broken?: never }
  | {
      readonly is: 'bad-scan'
      readonly material: string
      readonly problem: MeasuredProblem
      readonly broken: readonly Broken[]
    }

export type Finding = {
  readonly rule: RuleId
  readonly severity: Severity
  readonly step: Step
  readonly verdict: Told
  /** what it is about, as `materials[].of` names it: `services.0`, `example.cn`, `principal` … */
  readonly about?: string | undefined
  /** the answer it stands or falls with, as a path of icp.yaml */
  readonly field?: Path | undefined
  /** the first day it stands, where that is later than the day judged */
  readonly from?: string
  /** it stood before and was accepted: told by who asks, never a reason to fail */
  readonly known?: true
}

/** Something the filer should know; never a finding. */
export type Note = {
  readonly rule: RuleId
  readonly step: Step
  readonly text: Bilingual
  readonly about?: string | undefined
}

const weight: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** 2 for an error, 0 for an info. */
export const weightOf = (severity: Severity): number => weight[severity]

type Weighed = { readonly severity: Severity }

/** For sorting. */
export function strongestFirst(one: Weighed, other: Weighed): number {
  return weight[other.severity] - weight[one.severity]
}

export function isAtLeast(severity: Severity, level: Severity): boolean {
  return weight[severity] >= weight[level]
}
