// Filings read once and used twice: looked over with the others of a run, then judged.
import type { ReadFiling } from '../disk/filing.ts'

/** Letters of the texts; with its tree and places a filing takes some ten times as much. */
const room = 1_000_000

/** Keeps as many as there is room for; the others are read again. */
export class Readings {
  readonly #kept = new Map<string, { readonly read: ReadFiling; readonly length: number }>()
  #free = room

  keep(file: string, read: ReadFiling, { length }: string): void {
    if (length > this.#free || this.#kept.has(file)) return
    this.#kept.set(file, { read, length })
    this.#free -= length
  }

  /** It is kept no longer. */
  take(file: string): ReadFiling | undefined {
    const known = this.#kept.get(file)
    if (known === undefined) return undefined
    this.#kept.delete(file)
    this.#free += known.length
    return known.read
  }
}
