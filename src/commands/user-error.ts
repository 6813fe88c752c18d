// Wrong input or a wrong call: told without a stack, exit 2.
import type { InputProblem } from '../locales/words.ts'

export class UserError extends Error {
  readonly problem: InputProblem

  constructor(problem: InputProblem) {
    super(problem.code)
    this.problem = problem
  }
}
