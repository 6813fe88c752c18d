/** A filing written as one line of JSON, read as the same tree of texts that YAML gives. */
import { maxDepth, type Tree } from './yaml-tree.ts'

export type JsonProblemCode = 'json' | 'duplicate-key' | 'depth' | 'nodes' | 'characters' | 'digits'

/** `column` counts characters from 1; `detail` is a key, never a value. */
export class JsonProblem extends Error {
  override readonly name = 'JsonProblem'
  readonly code: JsonProblemCode
  readonly column: number | undefined
  readonly detail: string | undefined

  constructor(code: JsonProblemCode, { column, detail }: { column?: number | undefined; detail?: string } = {}) {
    super(code)
    this.code = code
    this.column = column
    this.detail = detail
  }
}

const maxNodes = 20_000

/** What YAML does not take either: control characters, and U+FFFD upwards. */
const unreadable = /[^\t\n\r -\uFFFC]/

/**
 * Numbers keep their digits: one that JavaScript would round, or write otherwise, is taken from the text of the line.
 * @throws JsonProblem
 */
export function readJsonFiling(line: string): Tree {
  try {
    return treeOf(line)
  } catch (error) {
    if (error !== rounded) throw error
    return treeOf(withQuotedNumbers(line))
  }
}

const rounded = new Error('a number would lose digits')

function treeOf(line: string): Tree {
  const textsOfJson = new TextsOfJson(line.includes('\\u'))
  const tree = textsOfJson.of(parse(line), 0)
  if (textsOfJson.keys !== keysWritten(line)) refuseRepeatedKeys(line)
  return tree
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
    throw new JsonProblem('json', { column: at === undefined ? undefined : Number(at) + 1 })
  }
}

/** Strings are left alone, whatever digits they hold. */
function withQuotedNumbers(line: string): string {
  return line.replace(/"[^"\\]*(?:\\[^]?[^"\\]*)*"?|-?\d[\d.eE+-]*/g, token =>
    token.startsWith('"') ? token : `"${token}"`,
  )
}

/** Every scalar as its text, within the bounds that hold for YAML. */
class TextsOfJson {
  readonly #hasEscapes: boolean
  keys = 0
  #nodes = 0

  constructor(hasEscapes: boolean) {
    this.#hasEscapes = hasEscapes
  }

  of(value: unknown, depth: number): Tree {
    if (typeof value === 'string') return this.#text(value)
    if (value === null) return null
    if (typeof value === 'number') return digitsOf(value)
    if (typeof value === 'boolean') return String(value)
    if (depth >= maxDepth) throw new JsonProblem('depth', { detail: String(maxDepth) })
    return Array.isArray(value) ? this.#list(value, depth + 1) : this.#mapping(value, depth + 1)
  }

  #text(text: string): string {
    if (this.#hasEscapes && unreadable.test(text)) throw new JsonProblem('characters')
    return text
  }

  #list(items: readonly unknown[], depth: number): Tree[] {
    this.#count(items.length)
    return items.map(item => this.of(item, depth))
  }

  /** Without a prototype, so that `__proto__` is a key like any other. */
  #mapping(written: unknown, depth: number): Tree {
    const mapping: { [key: string]: Tree } = Object.create(null)
    for (const [key, value] of Object.entries(Object(written))) {
      this.keys += 1
      this.#count(1)
      mapping[this.#text(key)] = this.of(value, depth)
    }
    return mapping
  }

  #count(nodes: number): void {
    this.#nodes += nodes
    if (this.#nodes > maxNodes) throw new JsonProblem('nodes', { detail: String(maxNodes) })
  }
}

function digitsOf(number: number): string {
  if (!Number.isSafeInteger(number) || Object.is(number, -0)) throw rounded
  return String(number)
}

/** How many keys the line seems to have: exact unless a text holds a quote and a colon, or blanks stand before one. */
function keysWritten(line: string): number {
  if (/"\s+:/.test(line)) return -1
  let count = 0
  for (let at = line.indexOf('":'); at >= 0; at = line.indexOf('":', at + 2)) count += 1
  return count
}

/** JSON.parse takes the last of two equal keys without a word; which one was meant nobody can tell. */
function refuseRepeatedKeys(line: string): void {
  const open: (Set<string> | undefined)[] = []
  for (const [token] of line.matchAll(/"[^"\\]*(?:\\[^]?[^"\\]*)*"?(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token.endsWith(':')) refuseRepeated(keyOf(token), open.at(-1))
  }
}

function refuseRepeated(key: string, keys: Set<string> | undefined): void {
  if (keys?.has(key)) throw new JsonProblem('duplicate-key', { detail: key })
  keys?.add(key)
}

const keyOf = (token: string): string => String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)))
