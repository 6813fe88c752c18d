// What a condition is: one word a rule may use, with what it takes and when it holds.
import type { z } from 'zod'

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
  readonly takes: z.ZodType
  /** What the word is given must be what it takes: the linter saw to that when the sheet was compiled. */
  readonly bind: (given: unknown) => Bound
}

type Definition<Takes> = {
  readonly name: string
  readonly takes: z.ZodType<Takes>
  readonly holds: (fact: Known, takes: Takes, context: Context) => boolean
  readonly because?: (fact: Known, takes: Takes, context: Context) => readonly string[]
  readonly reads?: (takes: Takes) => readonly string[]
  readonly lists?: (takes: Takes) => readonly string[]
}

/** Compiled sheets are trusted: parsing what every word takes again would cost more than judging. */
function isChecked<Takes>(given: unknown): given is Takes {
  return given !== undefined
}

export function defineCondition<Takes>(definition: Definition<Takes>): Condition {
  const { name, takes: schema, holds, because, reads, lists } = definition
  return {
    name,
    takes: schema,
    bind: given => {
      if (!isChecked<Takes>(given)) throw new Error(`nothing was given to ${name}`)
      const takes = given
      return {
        holds: (fact, context) => holds(fact, takes, context),
        because: (fact, context) => because?.(fact, takes, context) ?? [],
        reads: reads?.(takes) ?? [],
        lists: lists?.(takes) ?? [],
      }
    },
  }
}
