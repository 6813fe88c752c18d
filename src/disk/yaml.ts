/** YAML filings read as text: every scalar keeps its digits, every value knows its place. */
import { YAMLException, parseEvents } from 'js-yaml'
import type { Event } from 'js-yaml'
import { type Position, positionsIn } from './position.ts'
import { spotMistake } from './yaml-mistake.ts'
import { type Path, placesIn } from './yaml-places.ts'
import { YamlProblem } from './yaml-problem.ts'
import { type Refuse, type Tree, TreeBuilder, maxDepth } from './yaml-tree.ts'

export type { Position } from './position.ts'
export type { Path } from './yaml-places.ts'
export { YamlProblem } from './yaml-problem.ts'
export type { Tree } from './yaml-tree.ts'

/** Positions are worked out when asked for; until then this holds the text and its parser events (about 20 KB). */
export type ReadYaml = {
  tree: Tree
  /**
   * Where the value starts: a quoted text at its quote, a block text at its `|`. A value left empty stands at its key,
   * an item left empty at its list; undefined where the path leads nowhere.
   */
  positionOf: (path: Path) => Position | undefined
  /** Where the key of a mapping's value starts; undefined for items and for the top. */
  positionOfKey: (path: Path) => Position | undefined
}

const maxBytes = 1_048_576

/** Control characters, and U+FFFD upwards: what a careless decoder leaves of bytes that were no UTF-8. */
const unreadable = /[^\t\n\r -\uFFFC]/

/** @throws YamlProblem for broken YAML and for what no filing needs: aliases, tags, several documents, excess */
export function readYaml(text: string): ReadYaml {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const positionAt = positionsIn(source)
  const refuse: Refuse = (code, offset, detail) => new YamlProblem(code, positionAt(offset), detail)
  const events = eventsOf(source, refuse)
  const tree = new TreeBuilder(source, events, refuse).build()
  const placeOf = placesIn(source, events)
  const position = (offset: number | undefined) => (offset === undefined ? undefined : positionAt(offset))
  return {
    tree,
    positionOf: path => position(placeOf(path)?.at),
    positionOfKey: path => position(placeOf(path)?.key),
  }
}

function eventsOf(source: string, refuse: Refuse): Event[] {
  if (source.length > maxBytes / 3 && Buffer.byteLength(source) > maxBytes) throw refuse('size', 0, String(maxBytes))
  const found = unreadable.exec(source)
  if (found) throw refuse('binary', found.index, codePointAt(source, found.index))
  try {
    return parseEvents(source, { maxDepth: maxDepth + 1 })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    throw problemOf(error.reason, error.mark?.position ?? 0, source, refuse)
  }
}

function problemOf(reason: string, offset: number, source: string, refuse: Refuse): YamlProblem {
  if (reason.startsWith('nesting')) return refuse('depth', offset, String(maxDepth))
  if (reason.includes('non-printable')) return refuse('binary', offset, codePointAt(source, offset))
  const spotted = spotMistake(source, offset, reason)
  return refuse('syntax', spotted.offset, spotted.mistake)
}

/** U+0000 */
function codePointAt(source: string, offset: number): string {
  return `U+${source.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`
}
