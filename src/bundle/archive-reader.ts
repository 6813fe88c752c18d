/* An archive's file as its reader reads it: a place behind the file's end, however far, is an error like any other. */
import { closeSync, createReadStream, openSync, read } from 'node:fs'
import type { Readable } from 'node:stream'
import { RandomAccessReader, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'

class BoundedReader extends RandomAccessReader {
  readonly #path: string
  readonly #file: number
  readonly #size: number

  constructor(path: string, size: number) {
    super()
    this.#path = path
    this.#file = openSync(path, 'r')
    this.#size = size
  }

  /** Node throws at a place that is no number it can count to, and where the library asks nobody catches it. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    from: number,
    done: (error: Error | null) => void,
  ): void {
    if (!(from >= 0 && from + length <= this.#size)) return void setImmediate(done, new Error('behind the end'))
    read(this.#file, buffer, offset, length, from, error => done(error))
  }

  /** With a file of its own: a stream that ends closes what it reads. */
  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 })
  }

  override close(done: (error: Error | null) => void): void {
    closeSync(this.#file)
    setImmediate(done, null)
  }
}

/** Throws the library's errors, or the system's. */
export async function openZip(path: string, size: number): Promise<ZipFile> {
  const reader = new BoundedReader(path, size)
  try {
    return await fromRandomAccessReaderPromise(reader, size, { autoClose: false, decodeStrings: false })
  } catch (error) {
    reader.close(() => undefined)
    throw error
  }
}
