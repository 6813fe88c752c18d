// `icp-prep schema`: the JSON Schema of a filing or a sheet, for completion and hover in an editor.
import { z } from 'zod'
import { factNames as factNamesIn } from '../locales/fact-names.ts'
import { namesOfField } from '../locales/field-name.ts'
import { factNames as facts, factNamed, isFactName } from '../facts/index.ts'
import { filingSchema, type Path } from '../model/filing.ts'
import { sheetSchema } from '../rules/sheet.ts'
import type { Common } from '../rules/rulebook.ts'
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

export function filingJsonSchema(common: Common): Json {
  const schema: Json = z.toJSONSchema(filingSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      const meta = z.globalRegistry.get(zodSchema)
      const replacement = valueSchema(meta?.['kind'], meta?.['table'], common)
      if (replacement) replaceWith(jsonSchema, replacement)
      if (path.at(-1) === 'icp')
        replaceWith(jsonSchema, { enum: [1, '1'], description: '格式版本 · version of the format' })
    },
  })
  describeFields(schema, [])
  return { ...schema, title: 'icp.yaml' }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The schemas that stand under a keyword, by their keys. */
function below(schema: object, keyword: string): [string, object][] {
  const found: unknown = Reflect.get(schema, keyword)
  if (!isObject(found)) return []
  return Object.entries(found).flatMap(([key, part]): [string, object][] => (isObject(part) ? [[key, part]] : []))
}

/** People and texts share their schemas, so a field is described by where it stands once all is written out. */
function describeFields(schema: object, path: Path): void {
  for (const [key, part] of below(schema, 'properties')) {
    const names = namesOfField([...path, key])
    if (names) Reflect.set(part, 'description', names.join(' · '))
    describeFields(part, [...path, key])
  }
  for (const [, option] of below(schema, 'anyOf')) describeFields(option, path)
  const items: unknown = Reflect.get(schema, 'items')
  if (isObject(items)) describeFields(items, [...path, 0])
}

function replaceWith(schema: object, replacement: Json): void {
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key)
  Object.assign(schema, replacement)
}

/** Every fact becomes a property, so that an editor completes and explains it; what it may be is written out once. */
export function sheetJsonSchema(): Json {
  const schema: Json = z.toJSONSchema(sheetSchema, { io: 'input', unrepresentable: 'any' })
  const rule = find(schema, ['properties', 'rules', 'items', 'properties'])
  const condition = find(rule, ['when', 'additionalProperties'])
  const properties = Object.fromEntries(facts().map(name => [name, factSchema(name)]))
  const conditions = { type: 'object', additionalProperties: false, properties }
  Object.assign(rule, { when: conditions, require: conditions })
  return { ...schema, $defs: { condition }, title: 'icp-prep sheet' }
}

/** `allOf`, because some editors drop a description that stands beside a reference. */
function factSchema(name: string): Json {
  const kind = factNamed(name)?.kind ?? ''
  const description = isFactName(name) ? `${factNamesIn[name].join(' · ')} (${kind})` : kind
  return { description, allOf: [{ $ref: '#/$defs/condition' }] }
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
