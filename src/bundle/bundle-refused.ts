/* A bundle that is not sealed or not opened, and why. */
import type { BundleProblem } from '../model/bundle-problem.ts'

/** The message is the code alone: messages end up in logs. */
export class BundleRefused extends Error {
  override readonly name = 'BundleRefused'
  readonly problem: BundleProblem

  constructor(problem: BundleProblem) {
    super(problem.code)
    this.problem = problem
  }
}
