// What a fact is: one thing a rule may talk about, where it stands and how it is read.
import type { Day } from '../model/calendar.ts'
import type { Access, Domain, Filing, FilingMaterial, Path, Platform, PreApproval, Service } from '../model/filing.ts'
import type { Tables } from '../model/tables.ts'
import type { Person } from './people.ts'

export type Value = string | number | boolean | readonly string[]

/** `days` counts days and prints the date it comes from; `share` is 0 to 1; `code` names its table in `codes`. */
export type Kind = 'text' | 'number' | 'share' | 'days' | 'yes-no' | 'day' | 'code' | 'list'

/** What a rule is judged once per; `shared` is a thing that stands in several filings, `scan` a file that was looked at. */
export type Scope =
  'filing' | 'service' | 'domain' | 'access' | 'platform' | 'approval' | 'person' | 'material' | 'shared' | 'scan'

/** One filing on one day, with the tables its facts look up. */
export type World = { readonly filing: Filing; readonly day: Day; readonly tables: Tables }

/** One thing a rule is judged on: the filing, a service, a domain of a service, a person … */
export type Subject = {
  readonly world: World
  readonly scope: Scope
  /** where its record stands in the filing */
  readonly path: Path
  /** what it belongs to; the filing belongs to nothing */
  readonly up?: Subject | undefined
  readonly index?: number | undefined
  readonly service?: Service | undefined
  readonly domain?: Domain | undefined
  readonly access?: Access | undefined
  readonly platform?: Platform | undefined
  readonly approval?: PreApproval | undefined
  readonly material?: FilingMaterial | undefined
  /** of the subject `person`; on a service, its lead */
  readonly person?: Person | undefined
  /** values worked out so far, by the number of the fact; null: worked out, and not known yet */
  readonly known: (Value | null | undefined)[]
}

export type Fact = {
  readonly scope: Scope
  readonly kind: Kind
  /** table in `rules/codes/` that names its values */
  readonly codes?: string
  /** undefined: not known yet */
  readonly of: (subject: Subject) => Value | undefined
  /** the answers it is made of, in the order they are asked */
  readonly fields: (subject: Subject) => readonly Path[]
  /** what holds while the filer says nothing else */
  readonly unlessSaid?: Value
  /** its value is personal: masked wherever others can read it */
  readonly personal?: true
}

/** The subject of the given scope that this one is or belongs to. */
export function within(subject: Subject, scope: Scope): Subject | undefined {
  let at: Subject | undefined = subject
  while (at && at.scope !== scope) at = at.up
  return at
}

/** Paths below the subject's own record, written with dots. */
export function here(...fields: string[]): Fact['fields'] {
  const keys = fields.map(field => field.split('.'))
  return subject => keys.map(key => [...subject.path, ...key])
}

/** Paths from the top of the filing, written with dots. */
export function top(...fields: string[]): Fact['fields'] {
  const paths = fields.map(field => field.split('.'))
  return () => paths
}

/** The value at a path of a parsed record, if there is one. */
export function read(record: unknown, path: Path): unknown {
  let at = record
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, key)
  }
  return at
}

/** Narrows what was read to what a rule can compare. */
export function toValue(found: unknown): Value | undefined {
  if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found
  if (Array.isArray(found) && found.every(item => typeof item === 'string')) return found
  return undefined
}
