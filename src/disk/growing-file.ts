// A file that is written piece by piece and takes its name when it is whole.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { removeQuietly, unfinishedName } from './unfinished.ts'
import { isStream, targetOf } from './write-file.ts'

/**
 * As writeFileAtomically does it, without all of the text in memory. Every call throws the system's own error; after
 * the first, what was written is gone, and finish() leaves what was there before.
 */
export class GrowingFile {
  readonly #target: string
  readonly #temporary: string | undefined
  readonly #file: number
  #isOpen = true

  constructor(path: string) {
    this.#target = isStream(path) ? path : targetOf(path)
    this.#temporary = isStream(path) ? undefined : unfinishedName(this.#target)
    this.#file = openSync(this.#temporary ?? path, this.#temporary === undefined ? 'w' : 'wx', 0o600)
  }

  write(text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    this.#orAbandon(() => {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done)
    })
  }

  finish(): void {
    if (!this.#isOpen) return
    if (this.#temporary === undefined) return this.#close()
    const temporary = this.#temporary
    this.#orAbandon(() => {
      fsyncSync(this.#file)
      this.#close()
      renameSync(temporary, this.#target)
    })
  }

  /** Leaves what was there before; nothing to do for a file that is finished. */
  abandon(): void {
    try {
      this.#close()
    } finally {
      if (this.#temporary !== undefined) removeQuietly(this.#temporary)
    }
  }

  #close(): void {
    if (this.#isOpen) {
      this.#isOpen = false
      closeSync(this.#file)
    }
  }

  #orAbandon(work: () => void): void {
    try {
      work()
    } catch (error) {
      try {
        this.abandon()
      } catch {
        // The first error is the one that counts.
      }
      throw error
    }
  }
}
