// Every sentence of the tool, as a type: a language that misses one does not compile.
import type { ConditionName } from '../conditions/index.ts'
import type { PatternName } from '../conditions/patterns.ts'
import type { FilingConflict, FilingType } from '../facts/filing-type.ts'
import type { Expected, FilingProblem } from '../model/filing-problem.ts'
import type { Step } from '../rules/step.ts'
import type { Severity } from '../rules/source.ts'
import type { CiProblem, CiWords } from './ci-words.ts'
import type { AttachWords } from './attach-words.ts'
import type { CompareWords } from './compare-words.ts'
import type { CompletionWords } from './completion-words.ts'
import type { ImportProblem, ImportWords } from './import-words.ts'
import type { CliWords } from './cli-words.ts'
import type { LineWords } from './line-words.ts'
import type { FontProblem, FormWords } from './form-words.ts'
import type { FooterProblem, FooterWords } from './footer-words.ts'
import type { InterviewWords } from './interview-words.ts'
import type { OutlookWords } from './outlook-words.ts'
import type { PageWords } from './pages.ts'
import type { ScanWords } from './scan-words.ts'
import type { SheetSentences } from './sheet-problems.ts'
import type { StatusProblem, StatusWords } from './status-words.ts'
import type { ReaderProblem, ReaderWords } from './text-reader-words.ts'
import type { WriteProblem } from './write-problems.ts'

export type Kind = 'fail' | 'need' | 'ask' | 'confirm' | 'bad-scan'

/** Why a file or a call could not be used at all. */
export type InputProblem =
  | {
      readonly code:
        | 'missing'
        | 'directory'
        | 'forbidden'
        | 'unreadable'
        | 'binary'
        | 'disk-full'
        | 'disk-failed'
        | 'exists'
        | 'filing-exists'
      readonly path: string
    }
  | WriteProblem
  | { readonly code: 'too-large'; readonly path: string; readonly limit: number }
  | { readonly code: 'no-filing'; readonly path: string }
  | { readonly code: 'wrong-option'; readonly option: string; readonly got: string; readonly known: readonly string[] }
  | { readonly code: 'font'; readonly problem: FontProblem }
  | { readonly code: 'bad-day' | 'wrong-clock' | 'bad-id' | 'no-such-state'; readonly got: string }
  | CiProblem
  | { readonly code: 'status'; readonly problem: StatusProblem }
  | { readonly code: 'footer'; readonly problem: FooterProblem }
  | { readonly code: 'import'; readonly problem: ImportProblem }
  | { readonly code: 'text-reader'; readonly problem: ReaderProblem }

export type Words = {
  readonly language: 'zh' | 'en'
  readonly yes: string
  readonly no: string
  readonly longTerm: string
  readonly days: (count: number) => string
  /** sentences and lists */
  readonly list: (items: readonly string[]) => string
  readonly oneOf: (items: readonly string[]) => string
  readonly quote: (text: string) => string
  readonly severity: Record<Severity, string>
  readonly kind: Record<Kind, string>
  readonly steps: Record<Step, { readonly title: string; readonly what: string }>
  readonly filingType: Record<FilingType, { readonly name: string; readonly because: string }>
  readonly conflict: Record<Exclude<FilingConflict, 'none'>, string>
  readonly conditions: Record<ConditionName, (given: string) => string>
  readonly patterns: Record<PatternName, string>
  readonly scan: ScanWords
  readonly reader: ReaderWords
  /** what a look at a scan measured against what a rule wants: the rule, its broken lines */
  readonly measured: (title: string, lines: readonly string[]) => string
  /** what was found, and what to do about it */
  readonly advised: (found: string, fix: string) => string
  readonly report: {
    readonly got: (what: string, value: string) => string
    readonly expected: (phrase: string) => string
    readonly not: (name: string) => string
    readonly because: (parts: readonly string[]) => string
    readonly differs: (at: number, written: string, expected: string) => string
    readonly fix: (text: string) => string
    readonly source: (text: string) => string
    readonly conflict: (text: string) => string
    readonly asOf: (date: string, read: string) => string
    readonly undated: (read: string) => string
    readonly missing: (materials: readonly string[]) => string
    readonly ask: (field: string) => string
    readonly waiting: (rules: number) => string
    readonly confirm: (text: string) => string
    readonly of: (about: string) => string
    readonly type: (name: string, because: string) => string
    readonly judged: (day: string, sheets: readonly string[]) => string
    readonly rulesChanged: (came: readonly string[], went: readonly string[], changed: readonly string[]) => string
    readonly noSheet: (province: string) => string
    readonly ready: (warnings: number, confirms: number) => string
    readonly notReady: (errors: number, warnings: number, missing: number, open: number, confirms: number) => string
    readonly guessed: (fields: readonly string[]) => string
    readonly notes: (count: number) => string
    readonly never: string
    readonly total: (filings: number, ready: number) => string
  }
  readonly about: {
    readonly sponsor: string
    readonly principal: string
    readonly legalRepresentative: string
    readonly service: (position: number, name: string | undefined) => string
    readonly leadOf: (position: number, name: string | undefined) => string
  }
  readonly input: {
    readonly problem: (problem: InputProblem) => string
    readonly yaml: (code: string, detail: string) => string
    readonly filing: (problem: FilingProblem) => string
    readonly expected: Record<Expected, string>
    readonly tryHelp: string
    readonly bug: (version: string) => string
  }
  readonly cli: CliWords
  readonly attach: AttachWords
  readonly compare: CompareWords
  readonly completing: CompletionWords
  readonly importing: ImportWords
  readonly ci: CiWords
  readonly forms: FormWords
  readonly interview: InterviewWords
  readonly lines: LineWords
  readonly pages: PageWords
  readonly outlook: OutlookWords
  readonly status: StatusWords
  readonly footer: FooterWords
  readonly sheetProblems: SheetSentences
  readonly rules: {
    readonly linted: (sheets: number, rules: number, problems: number) => string
    readonly tested: (passed: number, failed: number) => string
    readonly listed: (
      folder: string,
      sheet: string,
      title: string,
      rules: number,
      oldest?: string,
      newest?: string,
    ) => string
    readonly noChanges: string
    readonly came: string
    readonly went: string
    readonly changed: string
    readonly stale: (id: string, title: string, read: string, age: number, rules: number) => string
    readonly staleCount: (stale: number, all: number, days: number) => string
    readonly made: (file: string, next: string) => string
    readonly parts: Record<
      | 'severity'
      | 'step'
      | 'when'
      | 'require'
      | 'needs'
      | 'text'
      | 'fix'
      | 'dates'
      | 'replaces'
      | 'conflict'
      | 'facts'
      | 'sources',
      string
    >
  }
}
