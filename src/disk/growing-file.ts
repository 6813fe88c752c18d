// A file that is written piece by piece and takes its name when it is whole.
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isStream, targetOf } from './write-file.ts'

/** As writeFileAtomically does it, without all of the text in memory. Every call throws the system's own error. */
export class GrowingFile {
  readonly #target: string
  readonly #temporary: string | undefined
  readonly #file: number
  #isOpen = true

  constructor(path: string) {
    this.#target = isStream(path) ? path : targetOf(path)
    this.#temporary = isStream(path)
      ? undefined
      : join(dirname(this.#target), `.icp-prep-${randomBytes(6).toString('hex')}.tmp`)
    this.#file = openSync(this.#temporary ?? path, this.#temporary === undefined ? 'w' : 'wx', 0o600)
  }

  write(text: string): void {
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done)
  }

  finish(): void {
    try {
      if (this.#temporary !== undefined) fsyncSync(this.#file)
      this.#close()
      if (this.#temporary !== undefined) renameSync(this.#temporary, this.#target)
    } catch (error) {
      this.abandon()
      throw error
    }
  }

  /** Leaves what was there before; nothing to do for a file that is finished. */
  abandon(): void {
    this.#close()
    if (this.#temporary !== undefined) rmSync(this.#temporary, { force: true })
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#file)
    this.#isOpen = false
  }
}
