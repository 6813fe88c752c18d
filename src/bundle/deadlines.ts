// Every date of the filing, and the last day on which the rules still accept what it stands for.
import { within, type Subject, type World } from '../facts/fact.ts'
import { factNamed, valueOf } from '../facts/index.ts'
import { longTermDays } from '../facts/person.ts'
import { subjectsOf } from '../facts/subjects.ts'
import { fieldName } from '../locales/field-name.ts'
import { addDays, daysBetween, isDay, type Day } from '../model/calendar.ts'
import type { Path } from '../model/filing.ts'
import { currentRound, passed } from '../model/progress.ts'
import { judge } from '../rules/judge.ts'
import type { Line, Rule } from '../rules/rule.ts'
import { aboutPath, nameOfMaterial, nameOfOwner } from './about.ts'
import type { Packing } from './packing.ts'

export type Deadline = {
  /** the answer that holds the date */
  readonly key: string
  readonly is: 'planned' | 'ends' | 'firm' | 'better'
  readonly day: Day
  /** from the day of judgement */
  readonly left: number
  readonly what: string
  readonly about?: string
  /** the date as written, where the deadline is another day */
  readonly written?: { readonly is: 'until' | 'signed'; readonly day: Day }
  readonly rule?: string
}

type Dated = { readonly path: Path; readonly day: Day }
type Limit = { readonly day: Day; readonly rule: string; readonly isFirm: boolean }

const dateKeys = new Set(['valid-to', 'expires', 'signed-on', 'submit-on'])
/** What others have on record, or what a paper is said to show. */
const elsewhere = new Set(['record', 'holder', 'reads', 'progress'])

function datesIn(value: unknown, path: Path = []): Dated[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => datesIn(item, [...path, index]))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => (elsewhere.has(key) ? [] : datesIn(inner, [...path, key])))
  }
  return typeof value === 'string' && isDay(value) && dateKeys.has(String(path.at(-1))) ? [{ path, day: value }] : []
}

/** Days left shrink by one a day, days since a signature grow by one: the day on which the line stops holding. */
function lastDay({ fact, word, takes }: Line, subject: Subject): Day | undefined {
  const value = valueOf(fact, subject)
  if (typeof value !== 'number' || typeof takes !== 'number' || value === longTermDays) return undefined
  if (fact.endsWith('.days-left') && word === 'at-least') return addDays(subject.world.day, value - takes)
  if (fact.endsWith('.signed-days-ago') && word === 'at-most') return addDays(subject.world.day, takes - value)
  return undefined
}

/** Limits of one rule, by the answer they hang on. */
function limitsOf(rule: Rule, subject: Subject, { tables }: World): [string, Limit][] {
  const lines = rule.require.filter(({ fact }) => /\.(days-left|signed-days-ago)$/.test(fact))
  if (lines.length === 0) return []
  const verdict = judge(rule, { fact: name => valueOf(name, subject), list: name => tables.list(name) })
  if (verdict.is !== 'pass' && verdict.is !== 'fail') return []
  return lines.flatMap((line): [string, Limit][] => {
    const fact = factNamed(line.fact)
    const at = fact && within(subject, fact.scope)
    const day = lastDay(line, subject)
    const limit = day === undefined ? undefined : { day, rule: rule.id, isFirm: rule.severity === 'error' }
    return at && limit ? fact.fields(at).map(path => [path.join('.'), limit]) : []
  })
}

/** The earliest day of an error; where there is none, of a warning. */
function strictest(limits: readonly Limit[]): Limit | undefined {
  const firm = limits.filter(({ isFirm }) => isFirm)
  return (firm.length > 0 ? firm : limits).toSorted((one, other) => (one.day < other.day ? -1 : 1))[0]
}

type Seen = Pick<Packing, 'filing' | 'day' | 'book' | 'rules' | 'words'>

export function deadlinesOf(packing: Seen): Deadline[] {
  const { filing, day, book, rules } = packing
  const world: World = { filing, day, tables: book.tables }
  const subjects = subjectsOf(world)
  // Once it is handed in nothing need be submitted by any day: what is left are the days that end something.
  const isHandedIn = passed(currentRound(filing.progress ?? {})).has('submitted')
  const limits = rules.flatMap(rule =>
    isHandedIn ? [] : subjects[rule.scope].flatMap(subject => limitsOf(rule, subject, world)),
  )
  return datesIn(filing)
    .filter(({ path }) => !isHandedIn || path.at(-1) !== 'submit-on')
    .flatMap(dated => {
      const key = dated.path.join('.')
      return told(dated, strictest(limits.flatMap(([path, limit]) => (path === key ? [limit] : []))), packing)
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** A signature is no deadline where no rule limits its age. */
function told({ path, day }: Dated, limit: Limit | undefined, packing: Seen): Deadline[] {
  const isSignature = path.at(-1) === 'signed-on'
  if (isSignature && !limit) return []
  const on = limit?.day ?? day
  return [
    {
      key: path.join('.'),
      is: path.at(-1) === 'submit-on' ? 'planned' : limit ? (limit.isFirm ? 'firm' : 'better') : 'ends',
      day: on,
      left: daysBetween(packing.day, on),
      ...namesOf(path, packing),
      ...(limit ? { written: { is: isSignature ? 'signed' : 'until', day } as const, rule: limit.rule } : {}),
    },
  ]
}

/** A material is called by its name, anything else by the answer that holds the date. */
function namesOf(path: Path, packing: Seen): Pick<Deadline, 'what' | 'about'> {
  const { filing, book, words } = packing
  const material = path[0] === 'materials' ? filing.materials?.[Number(path[1])] : undefined
  const what = material ? nameOfMaterial(material.is, book, words) : fieldName(path, words)
  const owner = path[0] === 'sponsor' ? words.about.sponsor : aboutPath(path, packing)
  const about = material ? nameOfOwner(material.of, packing) : owner
  return { what, ...(about === undefined ? {} : { about }) }
}
