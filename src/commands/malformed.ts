// A filing whose form is wrong: every mistake with its place.
import type { LocatedProblem } from '../disk/filing.ts'
import type { Words } from '../locales/index.ts'
import { visible } from '../model/visible.ts'
import { maskNumbers, maskWhole } from '../model/mask.ts'
import type { Mistake } from '../report/reported.ts'

export class MalformedFiling extends Error {
  readonly file: string
  readonly problems: readonly LocatedProblem[]

  constructor(file: string, problems: readonly LocatedProblem[]) {
    super('malformed')
    this.file = file
    this.problems = problems
  }
}

/** What stands in the wrong place may be anything: where a record was expected, somebody's address as well. */
function masked(problem: LocatedProblem): LocatedProblem {
  const { got, expected } = problem
  if (got === undefined) return problem
  return { ...problem, got: visible(expected === 'mapping' && got.length > 8 ? maskWhole(got) : maskNumbers(got)) }
}

export function mistakesIn(problems: readonly LocatedProblem[], words: Words): Mistake[] {
  return problems.map(problem => ({ place: problem.place, text: tellProblem(problem, words) }))
}

/** One mistake in a sentence, without its place. */
export function tellProblem(problem: LocatedProblem, words: Words): string {
  return words.input.filing(masked(problem))
}

export function tellMalformed(file: string, problems: readonly LocatedProblem[], words: Words): string {
  return problems
    .map(
      problem =>
        `${visible(maskNumbers(file))}:${problem.place.line}:${problem.place.column} ${tellProblem(problem, words)}`,
    )
    .join('\n')
}
