// The house keeps its order: who imports whom, where effects live, what no source file holds.
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, it } from 'vitest'
import { listsOfFacts } from '../src/facts/index.ts'

const src = fileURLToPath(new URL('../src', import.meta.url))

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number }
type Placed = { readonly node: Node; readonly parent: Node | undefined }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** Every node of a syntax tree, each with the node it stands in. */
function nodesIn(node: Node, parent?: Node): Placed[] {
  const below = Object.values(node).flat().filter(isNode)
  return [{ node, parent }, ...below.flatMap(each => nodesIn(each, node))]
}

/** A source file: its path below src/, its text and everything in it. */
function sourceOf(path: string, text: string) {
  const tree: unknown = parseAst(text, { lang: 'ts' })
  return { path, text, nodes: isNode(tree) ? nodesIn(tree) : [] }
}
type Source = ReturnType<typeof sourceOf>

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts'))
  .map(name => sourceOf(name, readFileSync(join(src, name), 'utf8')))

/** From the door to the cellar; a file asks only floors further down, and its own room. The door: files right in src/. */
const floors = [
  ['door'],
  ['calls'],
  ['commands'],
  ['interview', 'materials', 'forms', 'bundle', 'report', 'disk'],
  ['locales'],
  ['rules'],
  ['facts', 'conditions'],
  ['model'],
]
const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : 'door')
const floorOf = (path: string) => floors.findIndex(rooms => rooms.includes(roomOf(path)))
const isIn = (path: string, ...rooms: readonly string[]) => rooms.includes(roomOf(path))
const pure = ['rules', 'facts', 'conditions', 'model']

const nameOf = (value: unknown) => (isNode(value) && value.type === 'Identifier' ? value['name'] : undefined)

const importing = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]

/** Every module a file asks for, types and lazy imports included; its own as paths below src/. */
const importsOf = ({ path, nodes }: Source): string[] =>
  nodes.flatMap(({ node }) => {
    const source = importing.includes(node.type) ? node['source'] : undefined
    const module = isNode(source) ? source['value'] : undefined
    if (typeof module !== 'string') return []
    return [module.startsWith('.') ? `./${posix.join(posix.dirname(path), module)}` : module]
  })

/** What is wrong with one file: `file:line`, or `file → module`. */
type Look = (source: Source) => string[]

const looksAtNodes =
  (isWrong: (placed: Placed, path: string) => boolean): Look =>
  ({ path, text, nodes }) =>
    nodes
      .filter(placed => isWrong(placed, path))
      .map(({ node }) => `${path}:${text.slice(0, node.start).split('\n').length}`)

const looksAtImports =
  (isWrong: (module: string, path: string) => boolean): Look =>
  source =>
    importsOf(source)
      .filter(module => isWrong(module, source.path))
      .map(module => `${source.path} → ${module}`)

const looksAtFile =
  (isWrong: (source: Source) => boolean): Look =>
  source =>
    isWrong(source) ? [source.path] : []

const isProperty = ({ node, parent }: Placed) =>
  (parent?.type === 'MemberExpression' && parent['property'] === node && parent['computed'] !== true) ||
  (parent?.type === 'Property' && parent['key'] === node)

const isNow = ({ type, callee, arguments: given, object, property }: Node) =>
  (type === 'NewExpression' && nameOf(callee) === 'Date' && Array.isArray(given) && given.length === 0) ||
  (type === 'MemberExpression' && nameOf(object) === 'Date' && nameOf(property) === 'now')

const isDefaultExport = ({ type, exported }: Node) =>
  type === 'ExportDefaultDeclaration' || (type === 'ExportSpecifier' && nameOf(exported) === 'default')

const isConst = (type: unknown) => isNode(type) && nameOf(type['typeName']) === 'const'

const isCast = (node: Node) =>
  (node.type === 'TSAsExpression' && !isConst(node['typeAnnotation'])) ||
  node.type === 'TSTypeAssertion' ||
  node.type === 'TSNonNullExpression'

const isFrom = (module: string, ...names: readonly string[]) =>
  names.some(name => module === name || module.startsWith(`${name}/`))

const known = new Set(sources.map(({ path }) => `./${path}`))
const kebab = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/

/** Each rule of the house, and a made-up file that breaks it. */
const houseRules: readonly (readonly [rule: string, look: Look, path: string, text: string])[] = [
  ['stands on a floor of the house', looksAtFile(({ path }) => floorOf(path) < 0), 'attic/x.ts', ''],
  [
    'imports only from floors below, or from its own folder',
    looksAtImports((module, path) => {
      const target = module.slice(2)
      return module.startsWith('./') && roomOf(path) !== roomOf(target) && floorOf(target) <= floorOf(path)
    }),
    'facts/x.ts',
    "import type { Condition } from '../conditions/condition.ts'",
  ],
  [
    'imports files that are there, by their full name',
    looksAtImports(module => module.startsWith('./') && !known.has(module)),
    'facts/x.ts',
    "export { facts } from './index'",
  ],
  [
    'opens with a comment that says what it holds',
    looksAtFile(({ text }) => !/^\/[/*]+ \S/.test(text)),
    'facts/x.ts',
    'export const a = 1 // a',
  ],
  ['is named in kebab-case', looksAtFile(({ path }) => !kebab.test(path)), 'facts/idCard.ts', ''],
  [
    'is named for what it holds',
    looksAtFile(({ path }) => /util|helper|manager|common|misc|types/.test(path)),
    'facts/utils.ts',
    '',
  ],
  ['exports by name', looksAtNodes(({ node }) => isDefaultExport(node)), 'facts/x.ts', 'export default 1'],
  ['has no any', looksAtNodes(({ node }) => node.type === 'TSAnyKeyword'), 'facts/x.ts', 'const a: any[] = []'],
  [
    'has no cast, unless it reads from disk',
    looksAtNodes(({ node }, path) => isCast(node) && !isIn(path, 'disk')),
    'facts/x.ts',
    'const a = b as string',
  ],
  [
    'leaves the process to cli.ts',
    looksAtNodes(placed => nameOf(placed.node) === 'process' && !isProperty(placed)),
    'commands/x.ts',
    'const a = process.env',
  ],
  [
    'leaves the process to cli.ts, whatever it calls it',
    looksAtImports(module => /^(node:)?process$/.test(module)),
    'commands/x.ts',
    "import { exit } from 'node:process'",
  ],
  ['leaves the clock to cli.ts', looksAtNodes(({ node }) => isNow(node)), 'facts/x.ts', 'const a = new Date()'],
  [
    'takes nothing from outside into the rules but schemas and tables',
    looksAtImports(
      (module, path) =>
        isIn(path, ...pure) &&
        !module.startsWith('./') &&
        !isFrom(module, 'zod', 'tldts', 'libphonenumber-js') &&
        !(path === 'model/domain-name.ts' && module === 'node:url'),
    ),
    'model/x.ts',
    "import { readFileSync } from 'node:fs'",
  ],
  [
    'keeps the locales to words, and to how wide these are',
    looksAtImports(
      (module, path) => isIn(path, 'locales') && !module.startsWith('./') && !isFrom(module, 'string-width'),
    ),
    'locales/x.ts',
    "import chalk from 'chalk'",
  ],
  [
    'asks questions only in interview/',
    looksAtImports((module, path) => isFrom(module, 'inquirer', '@inquirer') && !isIn(path, 'interview')),
    'commands/x.ts',
    "const { default: ask } = await import('inquirer')",
  ],
  [
    'reads the command line only at the door',
    looksAtImports((module, path) => isFrom(module, 'commander') && !isIn(path, 'door', 'calls')),
    'commands/x.ts',
    "import { Command } from 'commander'",
  ],
  [
    'parses YAML only in disk/',
    looksAtImports((module, path) => isFrom(module, 'yaml', 'js-yaml') && !isIn(path, 'disk')),
    'commands/x.ts',
    "import { parse } from 'yaml'",
  ],
]

describe('every source file', () => {
  it.each(houseRules)('%s', (_rule, look) => {
    const inside = sources.filter(({ path }) => path !== 'cli.ts')
    expect(inside.flatMap(look)).toEqual([])
  })

  it.each(houseRules)('would be found out if it did not: %s', (_rule, look, path, text) => {
    expect(look(sourceOf(path, text))).toHaveLength(1)
  })
})

describe('cli.ts', () => {
  const about = ['leaves the process to cli.ts', 'leaves the clock to cli.ts']

  it.each(houseRules.filter(([rule]) => !about.some(start => rule.startsWith(start))))('%s', (_rule, look) => {
    expect(sources.filter(({ path }) => path === 'cli.ts').flatMap(look)).toEqual([])
  })
})

const textsIn = (room: string) => sources.filter(({ path }) => isIn(path, room))

describe('words and lists', () => {
  it('stand one word to a file, named like it', () => {
    const words = textsIn('conditions').flatMap(({ path, text }) => {
      const name = /defineCondition\(\{\s*name: '([a-z-]+)'/.exec(text)?.[1]
      return name === undefined ? [] : [[basename(path, '.ts'), name]]
    })
    expect(words.filter(([file, word]) => file !== word)).toEqual([])
    expect(words.length).toBeGreaterThan(20)
  })

  it('that facts look up are all named in facts/index.ts', () => {
    const looked = textsIn('facts').flatMap(({ text }) =>
      [...text.matchAll(/\.list\(\s*'([a-z0-9-]+)'/g)].flatMap(([, name]) => name ?? []),
    )
    expect(new Set(looked)).toEqual(new Set(listsOfFacts))
  })
})
