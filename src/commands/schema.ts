// `icp-prep schema`: the JSON Schema of a filing or a sheet, for completion and hover in an editor.
import { z } from 'zod'
import { factNames as names } from '../locales/fact-names.ts'
import { factNames as facts, factNamed, isFactName } from '../facts/index.ts'
import { filingSchema } from '../model/filing.ts'
import { sheetSchema } from '../rules/sheet.ts'
import type { Common } from '../rules/rulebook.ts'
import { factAt } from '../facts/fact-at.ts'
import type { Context } from './context.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

type Json = Record<string, unknown>

export function schemaCommand(name: string, { book }: Context): Outcome {
  if (name !== 'filing' && name !== 'sheet') {
    throw new UserError({ code: 'wrong-option', option: 'schema', got: name, known: ['filing', 'sheet'] })
  }
  const schema = name === 'filing' ? filingJsonSchema(book.common) : sheetJsonSchema()
  return { text: JSON.stringify(schema, null, 2), code: exit.ready }
}

/** Digits written without quotes are numbers to an editor; the tool reads them as text. */
const textOrNumber = { type: ['string', 'number'] }

function valueSchema(kind: unknown, table: unknown, { codes }: Common): Json | undefined {
  switch (kind) {
    case 'yes-no':
      return { enum: [true, false, 'yes', 'no', '是', '否'] }
    case 'count':
      return { type: 'integer', minimum: 0 }
    case 'day':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }
    case 'day-or-long-term':
      return { anyOf: [{ const: 'long-term' }, { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }] }
    case 'text':
      return textOrNumber
    case 'code': {
      const entries = codes[String(table)]?.entries ?? []
      const known = entries.map(({ id, zh, en }) => ({ const: id, description: `${zh} · ${en}` }))
      return table === 'provinces' || table === 'providers' || known.length === 0
        ? { anyOf: [...known, textOrNumber] }
        : { anyOf: known }
    }
    default:
      return undefined
  }
}

/** `['properties', 'services', 'items', 'properties', 'name']` → `services.0.name` */
function fieldPath(path: readonly (string | number)[]): (string | number)[] {
  return path.flatMap((part, index) => {
    if (part === 'items') return [0]
    return path[index - 1] === 'properties' ? [part] : []
  })
}

function describe(path: readonly (string | number)[]): string | undefined {
  const fact = factAt(fieldPath(path))
  return isFactName(fact) ? names[fact].join(' · ') : undefined
}

export function filingJsonSchema(common: Common): Json {
  const schema = z.toJSONSchema(filingSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      const meta = z.globalRegistry.get(zodSchema)
      const replacement = valueSchema(meta?.['kind'], meta?.['table'], common)
      if (replacement) replaceWith(jsonSchema, replacement)
      const description = describe(path)
      if (description) jsonSchema.description = description
      if (path.at(-1) === 'icp')
        replaceWith(jsonSchema, { enum: [1, '1'], description: '格式版本 · version of the format' })
    },
  })
  return { ...schema, title: 'icp.yaml' }
}

function replaceWith(schema: object, replacement: Json): void {
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key)
  Object.assign(schema, replacement)
}

/** Every fact becomes a property, so that an editor completes and explains it. */
export function sheetJsonSchema(): Json {
  const schema: Json = z.toJSONSchema(sheetSchema, { io: 'input', unrepresentable: 'any' })
  const conditions = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(facts.map(name => [name, factSchema(name)])),
  }
  const rule = find(schema, ['properties', 'rules', 'items', 'properties'])
  for (const part of ['when', 'require']) {
    const old = rule[part]
    const value = typeof old === 'object' && old !== null ? Reflect.get(old, 'additionalProperties') : {}
    Object.assign(rule, { [part]: { ...conditions, properties: withCondition(conditions.properties, value) } })
  }
  return { ...schema, title: 'icp-prep sheet' }
}

function factSchema(name: string): Json {
  const kind = factNamed(name)?.kind ?? ''
  return { description: isFactName(name) ? `${names[name].join(' · ')} (${kind})` : kind }
}

function withCondition(properties: Record<string, Json>, condition: unknown): Record<string, Json> {
  const shared = typeof condition === 'object' && condition !== null ? condition : {}
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, { ...shared, ...property }]))
}

function find(schema: unknown, path: readonly string[]): Json {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    schema,
  )
  if (typeof found !== 'object' || found === null) throw new Error(`no ${path.join('.')} in the generated schema`)
  return toRecord(found)
}

const isRecord = (value: object): value is Json => !Array.isArray(value)

function toRecord(value: object): Json {
  if (!isRecord(value)) throw new Error('a list where a mapping was expected')
  return value
}
