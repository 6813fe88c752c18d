// One row of a table as the tree of a filing: every cell at its path, read as its field is meant.
import { leafPath, leaves, type Leaf } from '../model/leaves.ts'

export type Draft = string | Draft[] | { [key: string]: Draft }
type Ids = (table: string, written: string) => string | undefined
export type Cell = { readonly path: string; readonly text: string }

/** 2027/1/5, 2027.1.5, 2027年1月5日 and 20270105 are one day, at whatever time; 长期 is the end of a document without one. */
function readDay(text: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^长期(有效)?$|^long[ -]term$/i.test(text) ? 'long-term' : text
}

function readOne(written: string, { kind, table }: Leaf, idOf: Ids): string {
  const text = written.trim()
  if (kind === 'yes-no') return text.toLowerCase()
  if (kind === 'day' || kind === 'day-or-long-term') return readDay(text)
  return kind === 'code' && table !== undefined ? (idOf(table, text.toLowerCase()) ?? text) : text
}

function readCell({ path, text }: Cell, idOf: Ids): Draft {
  const leaf = leaves.get(leafPath(path))
  if (!leaf) return text.trim()
  if (!leaf.isList) return readOne(text, leaf, idOf)
  const items = text.split(/[；;、\n]/).filter(item => item.trim() !== '')
  return items.map(item => readOne(item, leaf, idOf))
}

/** False where another value stands in the way, as `none` for a record does before its number. */
function plant(tree: { [key: string]: Draft }, path: string, value: Draft): boolean {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = tree
  for (const key of keys) {
    const below = (at[key] ??= {})
    if (typeof below === 'string' || Array.isArray(below)) return false
    at = below
  }
  if (at[last] !== undefined) return false
  at[last] = value
  return true
}

/** Mappings whose keys are numbers become lists; what the row leaves out between them is closed up. */
function listed(tree: Draft): Draft {
  if (typeof tree === 'string' || Array.isArray(tree)) return tree
  const entries = Object.entries(tree).map(([key, value]): [string, Draft] => [key, listed(value)])
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}

/** `clash`: paths that cannot stand beside what another cell says. Empty cells are no answers. */
export function rowToTree(
  cells: readonly Cell[],
  idOf: Ids,
): { readonly tree: { readonly [key: string]: Draft }; readonly clash: readonly string[] } {
  const tree: { [key: string]: Draft } = {}
  const filled = cells.filter(({ text }) => text.trim() !== '')
  const clash = filled.filter(cell => !plant(tree, cell.path, readCell(cell, idOf))).map(({ path }) => path)
  return { tree: Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, listed(value)])), clash }
}
