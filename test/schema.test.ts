// The schemas that editors complete and explain filings and sheets by.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { filingJsonSchema, schemaCommand, sheetJsonSchema } from '../src/commands/schema.ts'
import { UserError } from '../src/commands/user-error.ts'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import { read } from '../src/facts/fact.ts'
import { factNames } from '../src/facts/index.ts'
import { filingSchema } from '../src/model/filing.ts'
import { knownKeys, schemasAt } from '../src/model/known-keys.ts'
import { contextOf, smallBook } from './small-book.ts'

type Path = (string | number)[]

const rules = new URL('../rules/', import.meta.url)
const { common } = readRulesFolder(rules.pathname)
const filing = filingJsonSchema(common)
const sheet = sheetJsonSchema()

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every path of the filing's own schema: keys, and 0 for any item of a list. */
function pathsBelow(path: Path): Path[] {
  const isList = schemasAt(filingSchema, [...path, 0]).length > 0
  const next = [...knownKeys(filingSchema, path).map(key => [...path, key]), ...(isList ? [[...path, 0]] : [])]
  return next.flatMap(each => [each, ...pathsBelow(each)])
}

/** The parts of a JSON Schema that describe a path; alternatives are looked through. */
function partsAt(schema: unknown, path: Path): Record<string, unknown>[] {
  if (!isMapping(schema)) return []
  const options = Array.isArray(schema['anyOf']) ? schema['anyOf'] : []
  const [key, ...rest] = path
  if (key === undefined) return [schema]
  const own = typeof key === 'number' ? schema['items'] : read(schema, ['properties', key])
  return [...partsAt(own, rest), ...options.flatMap(option => partsAt(option, path))]
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const fits = (value: unknown, type: unknown) =>
  type === typeOf(value) || (type === 'integer' && Number.isInteger(value))

/** The keywords these schemas use; an unknown one is an error, so that nothing passes unlooked at. */
const keywords: Record<
  string,
  (given: unknown, value: unknown, schema: Record<string, unknown>, root: unknown) => boolean
> = {
  type: (given, value) => [given].flat().some(type => fits(value, type)),
  const: (given, value) => given === value,
  enum: (given, value) => Array.isArray(given) && given.includes(value),
  pattern: (given, value) => typeof value !== 'string' || new RegExp(String(given)).test(value),
  minimum: (given, value) => typeof value !== 'number' || value >= Number(given),
  maximum: (given, value) => typeof value !== 'number' || value <= Number(given),
  minLength: (given, value) => typeof value !== 'string' || value.length >= Number(given),
  minItems: (given, value) => !Array.isArray(value) || value.length >= Number(given),
  maxItems: (given, value) => !Array.isArray(value) || value.length <= Number(given),
  format: () => true,
  prefixItems: (given, value, _, root) =>
    !Array.isArray(given) || !Array.isArray(value) || given.every((each, at) => isValid(value[at], each, root)),
  anyOf: (given, value, _, root) => Array.isArray(given) && given.some(each => isValid(value, each, root)),
  allOf: (given, value, _, root) => Array.isArray(given) && given.every(each => isValid(value, each, root)),
  items: (given, value, { prefixItems }, root) =>
    !Array.isArray(value) ||
    value.slice(Array.isArray(prefixItems) ? prefixItems.length : 0).every(each => isValid(each, given, root)),
  required: (given, value) => !isMapping(value) || (Array.isArray(given) && given.every(key => String(key) in value)),
  properties: (given, value, _, root) =>
    !isMapping(value) ||
    Object.entries(value).every(
      ([key, part]) => !isMapping(given) || !(key in given) || isValid(part, given[key], root),
    ),
  additionalProperties: (given, value, schema, root) => {
    const known = Object.keys(isMapping(schema['properties']) ? schema['properties'] : {})
    const others = isMapping(value) ? Object.entries(value).filter(([key]) => !known.includes(key)) : []
    return given === false ? others.length === 0 : others.every(([, part]) => isValid(part, given, root))
  },
  propertyNames: (given, value, _, root) =>
    !isMapping(value) || Object.keys(value).every(key => isValid(key, given, root)),
  $ref: (given, value, _, root) => isValid(value, read(root, String(given).slice(2).split('/')), root),
}
const annotations = new Set(['description', 'title', '$schema', '$defs'])

function isValid(value: unknown, schema: unknown, root: unknown = schema): boolean {
  if (typeof schema === 'boolean') return schema
  if (!isMapping(schema)) throw new Error(`no schema: ${JSON.stringify(schema)}`)
  return Object.entries(schema).every(([keyword, given]) => {
    const check = keywords[keyword]
    if (!check && !annotations.has(keyword)) throw new Error(`unknown keyword ${keyword}`)
    return check?.(given, value, schema, root) ?? true
  })
}

const paths = pathsBelow([])
const isField = (path: Path) => typeof path.at(-1) === 'string' && knownKeys(filingSchema, path).length === 0

describe('the schema of a filing', () => {
  it('has every field of the filing, and no other', () => {
    expect(paths.length).toBeGreaterThan(300)
    expect(paths.filter(path => partsAt(filing, path).length === 0)).toEqual([])
    const groups = [[], ...paths].filter(path => knownKeys(filingSchema, path).length > 0)
    for (const path of groups) {
      const keys = partsAt(filing, path).flatMap(part =>
        Object.keys(isMapping(part['properties']) ? part['properties'] : {}),
      )
      const options = partsAt(filing, path).flatMap(part =>
        [part['anyOf'] ?? []].flat().flatMap(option => Object.keys(read(option, ['properties']) ?? {})),
      )
      expect([...new Set([...keys, ...options])].toSorted()).toEqual(knownKeys(filingSchema, path).toSorted())
    }
  })

  it.each(paths.filter(isField).map(path => [path.join('.'), path] as const))(
    'explains %s in both languages',
    (_name, path) => {
      const descriptions = partsAt(filing, path).flatMap(part => part['description'] ?? [])
      expect(descriptions.length).toBeGreaterThan(0)
      for (const description of descriptions) expect(description).toMatch(/^.*(\p{Script=Han}|ID|IP).* · .*[a-zA-Z]/u)
    },
  )

  it.each([
    [['principal', 'name'], '主体负责人姓名 · principal: name'],
    [['services', 0, 'lead', 'name'], '服务负责人姓名 · service lead: name'],
    [
      ['sponsor', 'record', 'principal', 'email'],
      '备案记录中的主体负责人电子邮箱 · principal: e-mail address, on record',
    ],
    [['services', 0, 'access', 0, 'months'], '购买时长（月） · months bought'],
    [['region'], '备案地域（区县代码） · region of the filing (county code)'],
  ])('explains %j as %s, whatever else shares its form', (path, description) => {
    expect(partsAt(filing, path).map(part => part['description'])).toEqual([description])
  })

  it('does not explain an item by another field', () => {
    const items = paths.filter(path => typeof path.at(-1) === 'number' && knownKeys(filingSchema, path).length === 0)
    expect(items.length).toBeGreaterThan(5)
    expect(items.filter(path => partsAt(filing, path).some(part => 'description' in part))).toEqual([])
  })

  it('lists the codes of every table with their names', () => {
    const tables = new Set<string>()
    for (const path of paths) {
      const table = schemasAt(filingSchema, path).flatMap(tableOf)[0]
      if (table === undefined) continue
      tables.add(table)
      const listed = partsAt(filing, path).flatMap(part =>
        [part['anyOf'] ?? []].flat().flatMap(option => read(option, ['const']) ?? []),
      )
      expect(listed).toEqual(expect.arrayContaining((common.codes[table]?.entries ?? []).map(({ id }) => id)))
      expect(listed.length).toBeGreaterThan(0)
    }
    expect([...tables]).toEqual(
      expect.arrayContaining(['provinces', 'providers', 'sponsor-kinds', 'materials', 'languages']),
    )
    expect(JSON.stringify(filing)).toContain('{"const":"enterprise","description":"企业 · ')
  })

  it.each(readdirSync(new URL('examples/', rules)))('takes the example %s', name => {
    const text = readFileSync(new URL(`examples/${name}/icp.yaml`, rules), 'utf8')
    const written: unknown = parse(text.replaceAll(/\{\{[+-]\d+\}\}/g, '2027-01-01'), { schema: 'core' })
    expect(isValid(written, filing)).toBe(true)
  })

  it.each<[string, boolean]>([
    ['{ icp: 1 }', true],
    ['{ icp: 2 }', false],
    ['{ }', false],
    ['{ icp: 1, provicne: a }', false],
    ['{ icp: 1, province: 广东, provider: 阿里云 }', true],
    ['{ icp: 1, sponsor: { kind: enterprise } }', true],
    ['{ icp: 1, sponsor: { kind: company } }', false],
    ['{ icp: 1, sponsor: { has-seal: 是 } }', true],
    ['{ icp: 1, sponsor: { has-seal: maybe } }', false],
    ['{ icp: 1, sponsor: { document: { number: 110101199003078888 } } }', true],
    ['{ icp: 1, sponsor: { document: { valid-to: long-term } } }', true],
    ['{ icp: 1, sponsor: { document: { valid-to: soon } } }', false],
    ['{ icp: 1, sponsor: { record: none } }', true],
    ['{ icp: 1, sponsor: { record: { services: 3 } } }', true],
    ['{ icp: 1, sponsor: { record: { services: three } } }', false],
    ['{ icp: 1, services: [{ access: { months: 12 } }, { access: [{ months: 12 }] }] }', true],
    ['{ icp: 1, services: [{ access: { ips: [203.0.113.10, { ip: 203.0.113.11 }] } }] }', true],
    ['{ icp: 1, services: { kind: website } }', false],
    ['{ icp: 1, materials: [{ is: business-licence }] }', true],
    ['{ icp: 1, materials: [{ file: a.jpg }] }', false],
  ])('of %s says %s', (text, valid) => {
    expect(isValid(parse(text), filing)).toBe(valid)
  })
})

const tableOf = (schema: z.core.$ZodType): string[] => {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  const table = z.globalRegistry.get(inner)?.['table']
  return typeof table === 'string' ? [table] : []
}

const withRule = (rule: string) =>
  parse(
    `{ sheet: a, title: { zh: 一, en: a }, sources: {}, rules: [{ id: b, title: { zh: 一, en: a }, source: {}, examples: [{}], ${rule} }] }`,
  )

describe('the schema of a sheet', () => {
  it.each(['when', 'require'])('has every fact under %s, in both languages, with its kind', part => {
    const properties = read(sheet, ['properties', 'rules', 'items', 'properties', part, 'properties'])
    expect(isMapping(properties) && Object.keys(properties).toSorted()).toEqual(factNames().toSorted())
    for (const [, fact] of Object.entries(isMapping(properties) ? properties : {})) {
      expect(read(fact, ['description'])).toMatch(/^.+ · .+ \((text|number|share|days|yes-no|day|code|list)\)$/)
    }
  })

  it.each([
    'national.yaml',
    ...['provinces', 'providers'].flatMap(folder =>
      readdirSync(new URL(folder, rules)).map(file => `${folder}/${file}`),
    ),
  ])('takes %s', file => {
    expect(isValid(parse(readFileSync(new URL(file, rules), 'utf8'), { schema: 'core' }), sheet)).toBe(true)
  })

  it.each<[string, boolean]>([
    ['require: { sponsor.kind: enterprise }', true],
    ['require: { sponsor.kind: [enterprise, individual] }', true],
    ['require: { domain.days-left: { at-least: 45 } }', true],
    ['require: { sponsor.kid: enterprise }', false],
    ['require: { domain.days-left: { at-lest: 45 } }', false],
    ['require: { domain.days-left: { at-least: many } }', false],
    ['needs: business-licence', true],
    ['wants: business-licence', false],
    ['severity: fatal', false],
  ])('of a rule with %s says %s', (rule, valid) => {
    expect(isValid(withRule(rule), sheet)).toBe(valid)
  })
})

describe('the command', () => {
  const context = contextOf(smallBook([]))

  it.each(['filing', 'sheet'])('prints the schema of a %s', name => {
    expect(JSON.parse(schemaCommand(name, context).text)).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('names the schemas there are', () => {
    expect(() => schemaCommand('rule', context)).toThrow(UserError)
  })
})

describe('the schemas that ship with the rules', () => {
  const shipped = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.schema.json`, rules), 'utf8'))

  // After a change of facts, words, tables or fields: `npm run build && npm run schema`.
  it.each([
    ['filing', filing],
    ['sheet', sheet],
  ])('are those of today: %s', (name, today) => {
    expect(shipped(name)).toEqual(JSON.parse(JSON.stringify(today)))
  })
})
