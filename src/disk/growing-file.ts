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
    if (this.#temporary === undefined) return closeSync(this.#file)
    try {
      fsyncSync(this.#file)
      closeSync(this.#file)
      renameSync(this.#temporary, this.#target)
    } catch (error) {
      rmSync(this.#temporary, { force: true })
      throw error
    }
  }

  /** Leaves what was there before. */
  abandon(): void {
    closeSync(this.#file)
    if (this.#temporary !== undefined) rmSync(this.#temporary, { force: true })
  }
}
