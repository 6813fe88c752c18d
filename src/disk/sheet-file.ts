// YAML files of the rules folder: read with their positions, so that every mistake has a line and a column.
import { readFileSync } from 'node:fs'
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document } from 'yaml'
import type { Path } from '../model/filing.ts'
import type { SheetProblem } from '../rules/problem.ts'

export type SheetFile = {
  readonly file: string
  readonly tree: unknown
  readonly problems: readonly SheetProblem[]
  readonly placeOf: (path: Path) => { readonly line: number; readonly column: number }
}

type Offset = number

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

/** @throws the file system's own error where the file cannot be read */
export function readSheetFile(path: string, name: string): SheetFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true, schema: 'core' })
  const at = (offset: Offset) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const [error] = document.errors
  if (!error)
    return {
      file: name,
      tree: document.toJS({ maxAliasCount: 0 }),
      problems: [],
      placeOf: place => at(offsetOf(document, place)),
    }
  return {
    file: name,
    tree: undefined,
    problems: [{ code: 'syntax', path: [], got: error.message.split('\n')[0] ?? '' }],
    placeOf: () => at(error.pos[0]),
  }
}
