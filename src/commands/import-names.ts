// The folder of each row of a table: two rows of one name never share one, also where capitals are all the same.
import { folderName } from '../disk/new-filing.ts'

export type FolderFor = {
  readonly name: string
  /** the first line of that name, where it is another one */
  readonly sameAs?: number
}

/** The same table gives the same names, whichever of its rows are filings. */
export class FolderNames {
  readonly #lines = new Map<string, number>()
  readonly #counts = new Map<string, number>()

  /** `written`: what the table says; where that is no name, the line is. */
  next(written: string, line: number): FolderFor {
    const name = folderName(written) || String(line)
    const first = this.#lines.get(keyOf(name))
    if (first === undefined) {
      this.#lines.set(keyOf(name), line)
      return { name }
    }
    let count = this.#counts.get(keyOf(name)) ?? 1
    let other: string
    do {
      count += 1
      other = `${name}-${count}`
    } while (this.#lines.has(keyOf(other)))
    this.#counts.set(keyOf(name), count)
    this.#lines.set(keyOf(other), line)
    return { name: other, sameAs: first }
  }
}

const keyOf = (name: string) => name.toLowerCase()
