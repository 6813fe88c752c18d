// From the schema of a filing to its shape.
import { z } from 'zod'
import type { ScalarKind, Shape } from './shape.ts'

/** Values of these keys may be written by any of their names, wherever the key stands. */
const namedBy: Readonly<Record<string, string>> = {
  province: 'provinces',
  'mobile-province': 'provinces',
  'emergency-province': 'provinces',
  'template-of': 'provinces',
  provider: 'providers',
}

const kinds: readonly string[] = ['text', 'code', 'yes-no', 'count', 'day', 'day-or-long-term'] satisfies ScalarKind[]
const isKind = (kind: unknown): kind is ScalarKind => typeof kind === 'string' && kinds.includes(kind)

/**
 * `key`: the key the value stands under.
 * @throws Error where the schema uses what no shape can say
 */
export function shapeOf(schema: z.core.$ZodType, key = ''): Shape {
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap(), key)
  if (schema instanceof z.ZodUnion) return { is: 'any', of: schema.options.map(option => shapeOf(option, key)) }
  if (schema instanceof z.ZodArray) return { is: 'list', of: shapeOf(schema.element, key) }
  if (schema instanceof z.ZodEnum) return { is: 'choice', of: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) return { is: 'choice', of: [...schema.values].map(String) }
  if (schema instanceof z.ZodObject) {
    const entries: [string, z.core.$ZodType][] = Object.entries(schema.shape)
    return {
      is: 'mapping',
      keys: Object.fromEntries(entries.map(([name, value]) => [name, shapeOf(value, name)])),
      needed: entries.flatMap(([name, value]) => (value instanceof z.ZodOptional ? [] : [name])),
    }
  }
  const { kind, table } = z.globalRegistry.get(schema) ?? {}
  if (!isKind(kind)) throw new Error(`a filing cannot hold what stands under ${key}`)
  const named = Object.hasOwn(namedBy, key) ? namedBy[key] : undefined
  return { is: kind, ...(typeof table === 'string' ? { table } : {}), ...(named ? { named } : {}) }
}
