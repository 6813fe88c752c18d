// The rows that are no filing, in a table of their own with the reasons: to correct and import again.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { GrowingFile } from '../disk/growing-file.ts'
import type { Row } from '../disk/table.ts'
import { byteOrderMark, rowText } from '../disk/table-text.ts'
import { refusedBySystem } from './refused-by-system.ts'

/** Begun with the first row it is given; every call throws a UserError where the disk does not take it. */
export class RejectedRows {
  readonly #path: string
  readonly #headings: readonly string[]
  readonly #delimiter: string
  #file: GrowingFile | undefined
  count = 0

  /** `headings`: of the table, and of the reasons */
  constructor(path: string, headings: readonly string[], delimiter: string) {
    this.#path = path
    this.#headings = headings
    this.#delimiter = delimiter
  }

  add({ cells }: Row, reasons: readonly string[]): void {
    const width = this.#headings.length - 1
    const filled = Array.from({ length: width }, (_, index) => cells[index] ?? '')
    const more = cells.slice(width).filter(cell => cell.trim() !== '')
    this.#try(() => {
      this.#file ??= this.#begin()
      this.#file.write(rowText([...filled, [...reasons, ...more].join('; ')], this.#delimiter))
    })
    this.count += 1
  }

  finish(): void {
    const file = this.#file
    this.#file = undefined
    if (file) this.#try(() => file.finish())
  }

  #begin(): GrowingFile {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 })
    const file = new GrowingFile(this.#path)
    file.write(byteOrderMark + rowText(this.#headings, this.#delimiter))
    return file
  }

  #try(work: () => void): void {
    try {
      work()
    } catch (error) {
      throw refusedBySystem(error, this.#path) ?? error
    }
  }
}
