// YAML files of the rules folder: read with their positions, so that every mistake has a line and a column.
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, visit, type Document } from 'yaml'
import type { Path } from '../model/filing.ts'
import { unseenIn } from '../model/visible.ts'
import type { SheetProblem } from '../rules/problem.ts'
import { readBytes } from './read-file.ts'
import { spotMistake } from './yaml-mistake.ts'

export type SheetFile = {
  readonly file: string
  readonly tree: unknown
  readonly problems: readonly SheetProblem[]
  readonly placeOf: (path: Path) => { readonly line: number; readonly column: number }
}

type Offset = number
type Mistake = { readonly offset: Offset; readonly code: string; readonly detail: string }

/** Where a key or an item starts; a path that leads nowhere stands at its nearest parent. */
function offsetOf(document: Document, path: Path): Offset {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find(item => isPair(item) && isScalar(item.key) && item.key.value === key)
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0]
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** The parser's reasons in the words that `spotMistake` knows. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^Tabs/, 'tab characters'],
  [/end with a|Missing closing/, 'unexpected end of'],
  [/escape/, 'escape'],
  [/indent/, 'indentation'],
  [/Implicit (map )?keys? need/, 'multiline key'],
]

function mistakeIn(document: Document, text: string): Mistake | undefined {
  const [error] = document.errors
  if (error?.code === 'DUPLICATE_KEY') {
    const offset = error.pos[0]
    return { offset, code: 'duplicate-key', detail: /^[^:\s]*/.exec(text.slice(offset))?.[0] ?? '' }
  }
  if (error) {
    const reason = reasons.find(([pattern]) => pattern.test(error.message))?.[1] ?? ''
    const { offset, mistake } = spotMistake(text, error.pos[0], reason)
    return { offset, code: 'syntax', detail: mistake }
  }
  return aliasIn(document)
}

/** An alias makes one text mean two places: no sheet needs it, and a few lines of them can fill the memory. */
function aliasIn(document: Document): Mistake | undefined {
  let found: Mistake | undefined
  visit(document, {
    Alias: (_, node) => {
      found = { offset: node.range?.[0] ?? 0, code: 'alias', detail: '' }
      return visit.BREAK
    },
  })
  return found
}

/** What a sheet says is shown as it is: in terminals, on pages, in reports of code hosts. */
function unseenWithin(value: unknown, path: Path): SheetProblem[] {
  if (typeof value === 'string') return unseenText(value, path)
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => unseenWithin(item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => [
    ...unseenText(key, [...path, key]),
    ...unseenWithin(below, [...path, key]),
  ])
}

function unseenText(text: string, path: Path): SheetProblem[] {
  const got = unseenIn(text)
  return got === undefined ? [] : [{ code: 'unseen', path, got }]
}

/** No sheet, and no text of a form, comes near this size. */
export const sheetLimit = 5_000_000

/** @throws FileProblem */
export function readSheetFile(path: string, name: string): SheetFile {
  const lines = new LineCounter()
  const text = Buffer.from(readBytes(path, sheetLimit)).toString()
  const at = (offset: Offset) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const broken = (mistake: Mistake): SheetFile => ({
    file: name,
    tree: undefined,
    problems: [{ code: 'syntax', path: [], got: mistake.code, want: mistake.detail }],
    placeOf: () => at(mistake.offset),
  })
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' })
    const mistake = mistakeIn(document, text)
    if (mistake) return broken(mistake)
    const tree: unknown = document.toJS()
    return { file: name, tree, problems: unseenWithin(tree, []), placeOf: place => at(offsetOf(document, place)) }
  } catch (error) {
    // The parser goes as deep as the sheet does, and further than there is room for.
    if (!(error instanceof RangeError)) throw error
    return broken({ offset: 0, code: 'depth', detail: '' })
  }
}
