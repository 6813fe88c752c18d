// What a word of a rule may be given, by name. The schemas stand in `rules/takes-schema.ts`: judging does without them.
import type { PatternName } from './patterns.ts'

export type Scalar = string | number | boolean

/** The name of a list in `rules/lists/`, or the words themselves. */
export type Words = string | readonly string[]

export type Takes = {
  readonly yes: true
  readonly text: string
  readonly number: number
  readonly day: string
  readonly pattern: PatternName
  readonly scalar: Scalar
  readonly scalars: readonly Scalar[]
  readonly 'scalars-or-one': Scalar | readonly Scalar[]
  readonly texts: readonly string[]
  readonly words: Words
}

export type TakesName = keyof Takes
