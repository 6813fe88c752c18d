// What a condition is: one word a rule may use, with what it takes and when it holds.
import type { Takes, TakesName } from './takes.ts'

/** The value of a fact. The judge has seen to it that it is known. */
export type Known = string | number | boolean | readonly string[]

export type Context = {
  /** value of another fact that the word names in `reads` */
  readonly fact: (name: string) => Known | undefined
  readonly list: (name: string) => readonly string[]
}

/** A word with what a rule gave it. */
export type Bound = {
  readonly holds: (fact: Known, context: Context) => boolean
  /** the parts of the fact, or the words of the list, that decided it: told to the reader as they stand */
  readonly because: (fact: Known, context: Context) => readonly string[]
  readonly reads: readonly string[]
  readonly lists: readonly string[]
}

export type Condition = {
  readonly name: string
  readonly takes: TakesName
  /** What the word is given must be what it takes: the linter saw to that when the sheet was compiled. */
  readonly bind: (given: unknown) => Bound
}

type Definition<Name extends TakesName> = {
  readonly name: string
  readonly takes: Name
  /** given once a line, asked for every filing */
  readonly holds: (takes: Takes[Name]) => (fact: Known, context: Context) => boolean
  readonly because?: (fact: Known, takes: Takes[Name], context: Context) => readonly string[]
  readonly reads?: (takes: Takes[Name]) => readonly string[]
  readonly lists?: (takes: Takes[Name]) => readonly string[]
}

/** Compiled sheets are trusted: parsing what every word takes again would cost more than judging. */
function isChecked<Given>(given: unknown): given is Given {
  return given !== undefined
}

export function defineCondition<Name extends TakesName>(definition: Definition<Name>): Condition {
  const { name, takes: kind, holds, because, reads, lists } = definition
  return {
    name,
    takes: kind,
    bind: takes => {
      if (!isChecked<Takes[Name]>(takes)) throw new Error(`nothing was given to ${name}`)
      return {
        holds: holds(takes),
        because: (fact, context) => because?.(fact, takes, context) ?? [],
        reads: reads?.(takes) ?? [],
        lists: lists?.(takes) ?? [],
      }
    },
  }
}
