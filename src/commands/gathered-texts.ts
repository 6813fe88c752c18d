// The texts of a report that must wait until all filings are told, packed by their places, no more than it has room for.
import type { Gathered } from '../report/gathered.ts'
import type { ToldPart } from './judge-batch.ts'
import { unpacked } from './packed-texts.ts'

type Kept = { readonly packs: Uint8Array[]; length: number; count: number }

export class GatheredTexts implements Gathered {
  readonly #room: (order: number) => number
  readonly #kept = new Map<number, Kept>()

  constructor(room: (order: number) => number) {
    this.#room = room
  }

  add({ order, count, length, text }: ToldPart): void {
    const kept = this.#kept.get(order) ?? { packs: [], length: 0, count: 0 }
    this.#kept.set(order, kept)
    kept.count += count
    if (kept.length >= this.#room(order) || typeof text === 'string') return
    kept.packs.push(text)
    kept.length += length
  }

  get orders(): readonly number[] {
    return [...this.#kept.keys()].sort((one, other) => one - other)
  }

  readonly count = (order: number): number => this.#kept.get(order)?.count ?? 0

  readonly texts = (order: number): Iterable<string> => textsIn(this.#kept.get(order)?.packs ?? [])
}

/** A pack is opened when its turn comes. */
function* textsIn(packs: readonly Uint8Array[]): Generator<string> {
  for (const pack of packs) yield* unpacked(pack)
}
