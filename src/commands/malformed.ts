// A filing whose form is wrong: every mistake with its place.
import type { LocatedProblem } from '../disk/filing.ts'
import type { Words } from '../locales/index.ts'

export class MalformedFiling extends Error {
  readonly file: string
  readonly problems: readonly LocatedProblem[]

  constructor(file: string, problems: readonly LocatedProblem[]) {
    super('malformed')
    this.file = file
    this.problems = problems
  }
}

export function tellMalformed(file: string, problems: readonly LocatedProblem[], words: Words): string {
  return problems
    .map(problem => `${file}:${problem.place.line}:${problem.place.column} ${words.input.filing(problem)}`)
    .join('\n')
}
