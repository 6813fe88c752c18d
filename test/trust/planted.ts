// A filing with every field there is, each filled by whoever asks: the schema is walked, so a new field is covered the day it is added.
import { stringify } from 'yaml'
import { z } from 'zod'
import { factAt } from '../../src/facts/fact-at.ts'
import { factNamed } from '../../src/facts/index.ts'
import { idCardCheckDigit } from '../../src/model/id-card.ts'
import { filingSchema, type Path } from '../../src/model/filing.ts'

export type Leaf = {
  readonly path: Path
  readonly kind: string
  readonly table?: string
  readonly choices: readonly unknown[]
}
type Fill = (leaf: Leaf) => unknown

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const at = (value: unknown, key: string): unknown => (isObject(value) ? Reflect.get(value, key) : undefined)

const schema: unknown = z.toJSONSchema(filingSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' })

/** The richest of several shapes: a record before a list before a text. */
function shapeOf(part: unknown): unknown {
  const options = at(part, 'anyOf')
  if (!Array.isArray(options)) return part
  const ranked = options.map(shapeOf)
  return (
    ranked.find(each => at(each, 'properties')) ??
    ranked.find(each => at(each, 'items')) ??
    ranked.find(each => at(each, 'kind')) ??
    ranked[0]
  )
}

function filled(part: unknown, path: Path, fill: Fill): unknown {
  const shape = shapeOf(part)
  const properties = at(shape, 'properties')
  if (isObject(properties)) {
    const entries = Object.entries(properties).map(
      ([key, below]) => [key, filled(below, [...path, key], fill)] as const,
    )
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  const items = at(shape, 'items')
  if (items !== undefined) return [filled(items, [...path, 0], fill)]
  const kind = at(shape, 'kind')
  const table = at(shape, 'table')
  const choices = at(shape, 'enum') ?? [at(shape, 'const')].filter(each => each !== undefined)
  return fill({
    path,
    kind: typeof kind === 'string' ? kind : 'choice',
    ...(typeof table === 'string' ? { table } : {}),
    choices: Array.isArray(choices) ? choices : [],
  })
}

/** The whole filing as YAML; `fill` gives the values, undefined leaves a field out. */
export const filledFiling = (fill: Fill): string => stringify(filled(schema, [], fill), { lineWidth: 0 })

const typed: Readonly<Record<string, string>> = {
  'yes-no': 'true',
  count: '3',
  day: '2026-01-01',
  'day-or-long-term': '2027-01-01',
}

/** What is no text is filled so that rules apply; texts as asked, by where they stand. */
export const fillTexts =
  (text: (path: Path) => string | undefined): Fill =>
  ({ path, kind, table, choices }) => {
    const key = path.join('.')
    const chosen: Readonly<Record<string, string>> = { provider: 'aliyun', province: 'guangdong', region: '440305' }
    if (chosen[key] !== undefined) return chosen[key]
    if (path.at(-1) === 'same-as') return undefined
    if (kind === 'choice') return choices[0]
    return typed[kind] ?? (kind === 'code' ? (codes[table ?? ''] ?? text(path)) : text(path))
  }

const codes: Readonly<Record<string, string>> = {
  'document-types': 'id-card',
  'sponsor-kinds': 'individual',
  'service-kinds': 'website',
  materials: 'id-card-front',
  provinces: 'guangdong',
  providers: 'aliyun',
}

/** A number of nobody with the right check character, told from all others by its place. */
export function plantedId(place: number): string {
  const first17 = `440305199${place % 10}0${1 + (place % 9)}1${1 + (Math.floor(place / 10) % 8)}${String(place % 1000).padStart(3, '0')}`
  return first17 + idCardCheckDigit(first17)
}

/** A phone of nobody. */
export const plantedPhone = (place: number): string => `139${String(70_000_000 + place * 7919).slice(0, 8)}`

export const isPersonal = (path: Path): boolean => factNamed(factAt(path))?.personal === true
