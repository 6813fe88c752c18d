// The parts of a workbook: XML files in a zip archive, each read within bounds, whatever the archive says of itself.
import { statSync } from 'node:fs'
import type { Entry, ZipFile } from 'yauzl'
import { FileProblem, problemOf, systemCode } from './read-file.ts'
import { TableRefused } from './table.ts'
import { xmlReader, type XmlEvents, type XmlFeed } from './xml-reader.ts'

const megabyte = 1_000_000
const limits = {
  archiveBytes: 200 * megabyte,
  entries: 10_000,
  /** A sheet with all the rows Excel has and twenty short cells in each. */
  partBytes: 1000 * megabyte,
  /** Rows that are much alike shrink to a fiftieth. */
  ratio: 200,
  /** Up to here no ratio does harm. */
  smallBytes: 20 * megabyte,
} as const

/** Reads where an archive says, as far as it goes: a place behind its end is an error. */
export type OpenZip = (path: string, size: number) => Promise<ZipFile>

export class WorkbookParts {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #parser: (events: XmlEvents) => XmlFeed

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, parser: (events: XmlEvents) => XmlFeed) {
    this.#zip = zip
    this.#entries = entries
    this.#parser = parser
  }

  /** @throws FileProblem, TableRefused */
  static async open(path: string, openZip: OpenZip): Promise<WorkbookParts> {
    const size = sizeOf(path)
    if (size > limits.archiveBytes) throw new TableRefused({ code: 'workbook-far' })
    const parser = await xmlReader()
    if (!parser) throw new TableRefused({ code: 'no-workbook-reader' })
    let zip: ZipFile | undefined
    try {
      zip = await openZip(path, size)
      if (zip.entryCount > limits.entries) throw new TableRefused({ code: 'workbook-far' })
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) entries.set(nameOf(entry).toLowerCase(), entry)
      return new WorkbookParts(zip, entries, parser)
    } catch (error) {
      zip?.close()
      throw refusalFor(error, path)
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  /** Yields after every piece of the part, so that what its events made can be taken. @throws TableRefused */
  async *read(name: string, events: XmlEvents, most: number = limits.partBytes): AsyncGenerator<void> {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) throw new TableRefused({ code: 'workbook-damaged' })
    const { compressedSize: packed, uncompressedSize: unpacked } = entry
    if (unpacked > most || (unpacked > limits.smallBytes && unpacked > packed * limits.ratio))
      throw new TableRefused({ code: 'workbook-far' })
    const feed = this.#parser(events)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      const stream: AsyncIterable<Buffer> = await this.#zip.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        feed.write(decoder.decode(chunk, { stream: true }))
        yield
      }
      feed.end()
      yield
    } catch (error) {
      throw refusalFor(error, name)
    }
  }

  async readAll(name: string, events: XmlEvents, most: number): Promise<void> {
    for await (const _ of this.read(name, events, most));
  }

  close(): void {
    this.#zip.close()
  }
}

/** Names of parts are ASCII. */
const nameOf = ({ fileNameRaw }: Entry) => fileNameRaw.toString('latin1').replaceAll('\\', '/')

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    throw new FileProblem(problemOf(systemCode(error)), path, error)
  }
}

/** Whatever the packages say of the archive or its XML: the system's own errors stay what they are. */
function refusalFor(error: unknown, path: string): Error {
  if (error instanceof TableRefused || error instanceof FileProblem) return error
  if (error instanceof Error && 'syscall' in error) return new FileProblem(problemOf(systemCode(error)), path, error)
  return new TableRefused({ code: 'workbook-damaged' })
}
