/* An archive's files into a folder, each held to the size and the checksum the archive gives. */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { ZipFile } from 'yauzl'
import { BundleRefused } from './bundle-refused.ts'
import type { ArchiveFile } from './read-archive.ts'

const damaged = (path: string, detail: string): BundleRefused =>
  new BundleRefused({ code: 'entry-damaged', path, detail })

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** Throws BundleRefused `entry-damaged`, or the system's error. */
const unpackFile = async ({ path, entry }: ArchiveFile, zip: ZipFile, to: number): Promise<void> => {
  let sum = 0
  try {
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      sum = crc32(chunk, sum)
      writeFileSync(to, chunk)
    }
  } catch (error) {
    // Of the library or of zlib: too many bytes, too few, or none that can be inflated.
    throw isSystemError(error) ? error : damaged(path, 'data')
  }
  if (sum !== entry.crc32) throw damaged(path, 'CRC')
}

/** Files 0600, folders 0700. `folder` must be there and empty. */
export async function unpack(files: readonly ArchiveFile[], zip: ZipFile, folder: string): Promise<void> {
  for (const file of files) {
    const full = join(folder, file.path)
    mkdirSync(dirname(full), { recursive: true, mode: 0o700 })
    const to = openSync(full, 'wx', 0o600)
    try {
      await unpackFile(file, zip, to)
    } finally {
      closeSync(to)
    }
  }
}
