// The pieces of a report, packed: one pack for each place in the order of the document, so that each is opened once.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AlertRule } from '../report/alert.ts'
import type { Placed } from './judge-batch.ts'

/** In the order of the document; `rules`: those the pieces name, in the order they do. */
export type Packed = readonly {
  readonly order: number
  readonly count: number
  readonly bytes: Uint8Array
  readonly rules: readonly AlertRule[]
}[]

/** Which filing of the batch, what is told of it, and the id of its rule. */
type Line = readonly [at: number, text: string, rule?: string]

export function packPieces(pieces: readonly Placed[]): Packed {
  const orders = [...new Set(pieces.map(({ piece }) => piece.order))].sort((one, other) => one - other)
  return orders.map(order => {
    const own = pieces.filter(({ piece }) => piece.order === order)
    const rules = new Map<string, AlertRule>()
    for (const { rule } of own.map(({ piece }) => piece)) if (rule && !rules.has(rule.id)) rules.set(rule.id, rule)
    const lines = own.map(({ at, piece: { text, rule } }): Line => (rule ? [at, text, rule.id] : [at, text]))
    const bytes = deflateRawSync(JSON.stringify(lines), { level: 1 })
    return { order, count: own.length, bytes, rules: [...rules.values()] }
  })
}

export function linesIn(bytes: Uint8Array): readonly Line[] {
  const lines: readonly Line[] = JSON.parse(inflateRawSync(bytes).toString())
  return lines
}

/** The pack with other pieces in place of those of some filings. */
export function repacked(packed: Packed, instead: ReadonlyMap<number, readonly Placed[]>): Packed {
  const kept = packed.flatMap(({ order, bytes, rules }) => {
    const byId = new Map(rules.map(rule => [rule.id, rule]))
    return linesIn(bytes)
      .filter(([at]) => !instead.has(at))
      .map(([at, text, id]): Placed => {
        const rule = id === undefined ? undefined : byId.get(id)
        return { at, piece: { order, text, ...(rule ? { rule } : {}) } }
      })
  })
  return packPieces([...kept, ...[...instead.values()].flat()].sort((one, other) => one.at - other.at))
}
