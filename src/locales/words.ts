// Every sentence of the tool, as a type: a language that misses one does not compile.
import type { SheetSentences } from './sheet-problems.ts'

export type Words = {
  readonly language: 'zh' | 'en'
  readonly sheetProblems: SheetSentences
  readonly rules: {
    readonly linted: (sheets: number, rules: number, problems: number) => string
    readonly tested: (passed: number, failed: number) => string
  }
}
