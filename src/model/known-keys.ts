// Which keys a place of the filing may have, read off its schema.
import { z } from 'zod'
import type { Path } from './filing.ts'

/** The schema below one key or index; unions are looked through. */
function step(schema: z.core.$ZodType, key: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return step(schema.unwrap(), key)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => step(option, key))
  if (schema instanceof z.ZodArray) return typeof key === 'number' ? [schema.element] : []
  if (schema instanceof z.ZodObject) return schema.shape[key] === undefined ? [] : [schema.shape[key]]
  return []
}

function keysOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodOptional) return keysOf(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf)
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** The schemas that describe a path of the filing. */
export function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  return path.reduce<z.core.$ZodType[]>((schemas, key) => schemas.flatMap(each => step(each, key)), [schema])
}

export function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(keysOf))]
}
