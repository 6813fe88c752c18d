/** What a tree reads after an edit: the proof for edits made in the text. */
import type { Draft } from './answer-text.ts'
import type { Path } from './yaml-places.ts'
import type { Tree } from './yaml-tree.ts'

type Mapping = { [key: string]: Tree }

/** Nothing and empty mappings and lists give way to what the path needs; a list is filled up with null. */
export function planted(tree: Tree, path: Path, draft: Draft): Tree {
  const [step, ...deeper] = path
  if (step === undefined) return treeFrom(draft)
  if (typeof step === 'number' && (Array.isArray(tree) || isVacant(tree))) {
    const list: Tree[] = Array.isArray(tree) ? [...tree] : []
    while (list.length < step) list.push(null)
    list[step] = planted(list[step] ?? null, deeper, draft)
    return list
  }
  const mapping = mappingFrom(isMapping(tree) ? Object.entries(tree) : [])
  mapping[step] = planted(mapping[step] ?? null, deeper, draft)
  return mapping
}

export function uprooted(tree: Tree, path: Path): Tree {
  const [step, ...deeper] = path
  if (step === undefined) return tree
  const last = deeper.length === 0
  if (Array.isArray(tree)) {
    return tree.flatMap((item, at) => (at !== step ? [item] : last ? [] : [uprooted(item, deeper)]))
  }
  if (!isMapping(tree)) return tree
  const entries = Object.entries(tree).filter(([key]) => !last || key !== String(step))
  return mappingFrom(entries.map(([key, value]) => [key, key === String(step) ? uprooted(value, deeper) : value]))
}

function treeFrom(draft: Draft): Tree {
  if (draft === null) return null
  if (typeof draft !== 'object') return String(draft)
  if (Array.isArray(draft)) return draft.map(treeFrom)
  return mappingFrom(Object.entries(draft).map(([key, value]) => [key, treeFrom(value)]))
}

function mappingFrom(entries: [string, Tree][]): Mapping {
  const mapping: Mapping = Object.create(null)
  for (const [key, value] of entries) mapping[key] = value
  return mapping
}

function isMapping(tree: Tree): tree is Mapping {
  return tree !== null && typeof tree === 'object' && !Array.isArray(tree)
}

function isVacant(tree: Tree): boolean {
  return tree === null || (typeof tree === 'object' && Object.keys(tree).length === 0)
}
