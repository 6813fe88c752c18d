// Facts that say the same of many fields: each is made when it is asked for, as a check asks for few of them.
import type { Fact } from './fact.ts'

/** Its facts are called `prefix.field`. */
export type Family<Prefix extends string, Field extends string> = {
  readonly prefix: Prefix
  readonly fields: readonly Field[]
  /** undefined where it has no such field */
  readonly fact: (field: string) => Fact | undefined
}

export type NameIn<Of> = Of extends Family<infer Prefix, infer Field> ? `${Prefix}.${Field}` : never

export function familyOf<Prefix extends string, Field extends string, Entry>(
  prefix: Prefix,
  table: Readonly<Record<Field, Entry>>,
  make: (entry: Entry, field: string) => Fact,
): Family<Prefix, Field> {
  const has = (name: string): name is Field => Object.hasOwn(table, name)
  return {
    prefix,
    get fields() {
      return Object.keys(table).filter(has)
    },
    fact: name => (has(name) ? make(table[name], name) : undefined),
  }
}
