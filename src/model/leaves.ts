// Every value a filing may hold, by its path with 0 for each index; read off the schema.
import { z } from 'zod'
import { filingSchema } from './filing.ts'

export type Leaf = { readonly isList: boolean; readonly kind: string; readonly table: string | undefined }

/** The path of a leaf for a path of any indices: `services.3.name` → `services.0.name`. */
export const leafPath = (path: string) => path.replace(/(?<=\.)\d{1,2}(?=\.|$)/g, '0')

function kindOf(schema: z.core.$ZodType): Omit<Leaf, 'isList'> {
  const { kind, table } = z.globalRegistry.get(schema) ?? {}
  return { kind: typeof kind === 'string' ? kind : 'text', table: typeof table === 'string' ? table : undefined }
}

function walk(schema: z.core.$ZodType, path: readonly string[], isList: boolean): [string, Leaf][] {
  if (schema instanceof z.ZodOptional) return walk(schema.unwrap(), path, isList)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => walk(option, path, isList))
  if (schema instanceof z.ZodArray) {
    const below = walk(schema.element, [...path, '0'], false)
    const item = below.find(([at]) => at === [...path, '0'].join('.'))
    return item ? [[path.join('.'), { ...item[1], isList: true }], ...below] : below
  }
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, value]) => walk(value, [...path, key], false))
  return [[path.join('.'), { ...kindOf(schema), isList }]]
}

/** A value that may be one or a list counts as a list; the version of the format is no value. */
export const leaves: ReadonlyMap<string, Leaf> = new Map(walk(filingSchema, [], false).filter(([at]) => at !== 'icp'))
