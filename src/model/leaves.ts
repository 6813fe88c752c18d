// Every value a filing may hold, by its path with 0 for each index; read off its shape.
import { filingShape } from './filing-shape.ts'
import type { Shape } from './shape.ts'

export type Leaf = { readonly isList: boolean; readonly kind: string; readonly table: string | undefined }

/** The path of a leaf for a path of any indices: `services.3.name` → `services.0.name`. */
export const leafPath = (path: string) => path.replace(/(?<=\.)\d{1,2}(?=\.|$)/g, '0')

function walk(shape: Shape, path: readonly string[], isList: boolean): [string, Leaf][] {
  if (shape.is === 'any') return shape.of.flatMap(each => walk(each, path, isList))
  if (shape.is === 'list') {
    const below = walk(shape.of, [...path, '0'], false)
    const item = below.find(([at]) => at === [...path, '0'].join('.'))
    return item ? [[path.join('.'), { ...item[1], isList: true }], ...below] : below
  }
  if (shape.is === 'mapping')
    return Object.entries(shape.keys).flatMap(([key, value]) => walk(value, [...path, key], false))
  const leaf = shape.is === 'choice' ? { kind: 'text', table: undefined } : { kind: shape.is, table: shape.table }
  return [[path.join('.'), { ...leaf, isList }]]
}

/** A value that may be one or a list counts as a list; the version of the format is no value. */
export const leaves: ReadonlyMap<string, Leaf> = new Map(walk(filingShape, [], false).filter(([at]) => at !== 'icp'))
