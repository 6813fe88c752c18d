// The shape of a filing as plain data: what may stand where, for reading filings without their schema.
import type { Path } from './filing.ts'

export type ScalarKind = 'text' | 'code' | 'yes-no' | 'count' | 'day' | 'day-or-long-term'

export type Shape =
  | { readonly is: 'mapping'; readonly keys: Readonly<Record<string, Shape>>; readonly needed: readonly string[] }
  | { readonly is: 'list'; readonly of: Shape }
  /** one of several that look different: a text, a list, a mapping */
  | { readonly is: 'any'; readonly of: readonly Shape[] }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | Scalar

/** `table` names its values in `rules/codes/`; of `named`, any name that an entry of that table has is read as its id. */
export type Scalar = { readonly is: ScalarKind; readonly table?: string; readonly named?: string }

export type Mapping = Extract<Shape, { readonly is: 'mapping' }>

/** The shape below a key, also one that every object has; undefined where there is none. */
export function keyOf({ keys }: Mapping, key: string): Shape | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined
}

function below(shape: Shape, key: string | number): readonly Shape[] {
  if (shape.is === 'any') return shape.of.flatMap(each => below(each, key))
  if (shape.is === 'list') return typeof key === 'number' ? [shape.of] : []
  const found = shape.is === 'mapping' ? keyOf(shape, String(key)) : undefined
  return found ? [found] : []
}

function keysIn(shape: Shape): readonly string[] {
  if (shape.is === 'any') return shape.of.flatMap(keysIn)
  return shape.is === 'mapping' ? Object.keys(shape.keys) : []
}

/** What may stand at a path; nothing where the path leads nowhere. */
export function shapesAt(shape: Shape, path: Path): readonly Shape[] {
  return path.reduce<readonly Shape[]>((shapes, key) => shapes.flatMap(each => below(each, key)), [shape])
}

/** The keys that the mapping at a path may have. */
export function keysAt(shape: Shape, path: Path): readonly string[] {
  return [...new Set(shapesAt(shape, path).flatMap(keysIn))]
}
