/** The outline of a YAML text: which stretch of it holds which value. All numbers are offsets into the text. */
import { type Node, type Pair, type YAMLMap, type YAMLSeq, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { positionsIn } from './position.ts'
import type { Path } from './yaml-places.ts'
import { YamlProblem } from './yaml-problem.ts'

type Leaf = { is: 'leaf'; from: number; to: number; text: string; quoted: boolean; empty: boolean }
/** Of a block mapping or list, `to` is where its last value ends, before that one's comment. */
export type Branch = { is: 'mapping' | 'list'; from: number; to: number; flow: boolean; parts: Part[] }
export type Outline = Leaf | Branch

/** An entry of a mapping, from its key, or an item of a list, from its dash; `after` follows the colon or dash. */
export type Part = { key: string | undefined; from: number; after: number; colon: boolean; value: Outline | undefined }

/** A value in its place; without a branch it is the top of the text. */
export type Spot = { value: Outline | undefined; branch: Branch | undefined; part: Part | undefined; index: number }

/** Where a path leads as far as the text goes, and the parts of it the text lacks. */
export function find(text: string, path: Path): { spot: Spot; missing: Path } {
  let spot: Spot = { value: outlineOf(text), branch: undefined, part: undefined, index: -1 }
  for (const [depth, step] of path.entries()) {
    const branch = spot.value
    if (branch === undefined || branch.is === 'leaf') return { spot, missing: path.slice(depth) }
    const index = branch.is === 'list' ? Number(step) : branch.parts.findIndex(({ key }) => key === String(step))
    const part = branch.parts[index]
    if (part === undefined) return { spot, missing: path.slice(depth) }
    spot = { value: part.value, branch, part, index }
  }
  return { spot, missing: [] }
}

export function endOf(part: Part): number {
  return part.value?.to ?? part.after
}

/** Undefined for a text that holds comments at most. */
function outlineOf(text: string): Outline | undefined {
  const document = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true })
  const [error] = document.errors
  if (error) throw new YamlProblem('syntax', positionsIn(text)(error.pos[0]), 'unknown')
  return outline(document.contents, text)
}

function outline(node: unknown, text: string): Outline | undefined {
  if (isMap<Node, Node>(node)) return branchOf('mapping', node, entriesOf(node, text))
  if (isSeq<Node>(node)) return branchOf('list', node, itemsOf(node, text))
  if (!isScalar(node)) return undefined
  const [from, to] = node.range ?? [0, 0]
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  const empty = /^(?:~|null|Null|NULL)?$/.test(text.slice(from, to))
  return { is: 'leaf', from, to, text: String(node.value), quoted, empty }
}

function branchOf(is: Branch['is'], node: YAMLMap | YAMLSeq, parts: Part[]): Branch {
  const [from, end] = node.range ?? [0, 0]
  const last = parts.at(-1)
  const flow = node.flow === true
  return { is, from, to: flow || last === undefined ? end : endOf(last), flow, parts }
}

function entriesOf(node: YAMLMap<Node, Node>, text: string): Part[] {
  return node.items.map(({ key, value, srcToken }: Pair<Node, Node>) => {
    const [keyStart, keyEnd] = key.range ?? [0, 0]
    const from = srcToken?.start.find(({ type }) => type === 'explicit-key-ind')?.offset ?? keyStart
    const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset
    const name = isScalar(key) ? String(key.value) : undefined
    if (colon === undefined) return { key: name, from, after: keyEnd, colon: false, value: undefined }
    return { key: name, from, after: colon + 1, colon: true, value: drawn(outline(value, text), colon + 1) }
  })
}

function itemsOf(node: YAMLSeq<Node>, text: string): Part[] {
  const token = node.srcToken
  const starts = token?.type === 'block-seq' ? token.items.flatMap(({ start }) => start) : []
  const dashes = starts.filter(({ type }) => type === 'seq-item-ind')
  return node.items.map((item, index) => {
    const value = outline(item, text)
    const dash = dashes[index]?.offset
    if (dash === undefined)
      return { key: undefined, from: value?.from ?? 0, after: value?.from ?? 0, colon: true, value }
    return { key: undefined, from: dash, after: dash + 1, colon: true, value: drawn(value, dash + 1) }
  })
}

/** The parser has an empty value stand behind its comment; here it stands before it. */
function drawn(value: Outline | undefined, after: number): Outline | undefined {
  return value && value.from === value.to ? { ...value, from: after, to: after } : value
}
