/* What an archive says it holds, judged before a byte of it is written anywhere. */
import { statSync } from 'node:fs'
import type { Entry, ZipFile } from 'yauzl'
import type { BundleProblem } from '../model/bundle-problem.ts'
import { BundleRefused } from './bundle-refused.ts'
import { entryName, nameProblem } from './entry-name.ts'
import { clashingNames } from './name-clash.ts'

/** `path`: with slashes, safe to use below a folder. */
export type ArchiveFile = { readonly path: string; readonly entry: Entry }

const megabyte = 1_000_000

/** A bundle of phone photos has 50 MB; one of the largest scans that providers take, a few hundred. */
const limits = {
  archiveBytes: 2000 * megabyte,
  unpackedBytes: 2000 * megabyte,
  entries: 10_000,
  /** Text shrinks to a tenth, a blank scan perhaps to a hundredth. */
  ratio: 200,
  /** Up to here no ratio does harm. */
  smallBytes: 20 * megabyte,
} as const

const refuse = (problem: BundleProblem): never => {
  throw new BundleRefused(problem)
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** Whatever the library says of the archive, in our words; the system's own errors stay what they are. */
const refusalFor = (error: unknown): unknown => {
  if (error instanceof BundleRefused || isSystemError(error)) return error
  const message = error instanceof Error ? error.message : ''
  if (/end of central directory/i.test(message)) return new BundleRefused({ code: 'not-an-archive' })
  if (/encrypt/i.test(message)) return new BundleRefused({ code: 'encrypted' })
  return new BundleRefused({ code: 'archive-damaged' })
}

const kinds = { mask: 0o170000, none: 0, file: 0o100000, folder: 0o040000, link: 0o120000 } as const

/** Whoever made the archive: a link is made by whoever believes in it. */
const kindProblem = ({ externalFileAttributes }: Entry, path: string): BundleProblem | undefined => {
  const kind = (externalFileAttributes >>> 16) & kinds.mask
  if (kind === kinds.link) return { code: 'link', path }
  return kind === kinds.none || kind === kinds.file || kind === kinds.folder ? undefined : { code: 'special', path }
}

const strongOrWeak = 0x41
const methods = { stored: 0, deflated: 8, encrypted: 99 } as const

const codingProblem = (entry: Entry, path: string): BundleProblem | undefined => {
  const { compressionMethod: method, generalPurposeBitFlag: flags } = entry
  if ((flags & strongOrWeak) !== 0 || method === methods.encrypted) return { code: 'encrypted', path }
  if (method !== methods.stored && method !== methods.deflated)
    return { code: 'method-unknown', path, detail: String(method) }
  return undefined
}

type Sizes = { packed: number; unpacked: number }

const sizeProblem = ({ packed, unpacked }: Sizes, archive: number): BundleProblem | undefined => {
  if (unpacked > limits.unpackedBytes)
    return { code: 'unpacks-too-large', detail: String(limits.unpackedBytes / megabyte) }
  const ratio = Math.round(unpacked / archive)
  if (unpacked > limits.smallBytes && ratio > limits.ratio) return { code: 'unpacks-too-far', detail: String(ratio) }
  return packed > archive ? { code: 'entries-overlap' } : undefined
}

/** What the Finder adds; it belongs to no bag. */
const isExtra = (path: string): boolean => path.startsWith('__MACOSX/')

/** Every file; folders are made as files need them. Throws BundleRefused. */
const filesOf = async (zip: ZipFile): Promise<ArchiveFile[]> => {
  const files: ArchiveFile[] = []
  const sizes: Sizes = { packed: 0, unpacked: 0 }
  const clashOf = clashingNames()
  for await (const entry of zip.eachEntry()) {
    const path = entryName(entry) ?? refuse({ code: 'name-encoding', path: entry.fileNameRaw.toString('latin1') })
    sizes.packed += entry.compressedSize
    sizes.unpacked += entry.uncompressedSize
    const problem =
      nameProblem(path) ??
      clashOf(path) ??
      kindProblem(entry, path) ??
      codingProblem(entry, path) ??
      sizeProblem(sizes, zip.fileSize)
    if (problem) refuse(problem)
    if (!path.endsWith('/') && !isExtra(path)) files.push({ path, entry })
  }
  return files
}

const endRecord = 22

/** 65,536 entries and no more: an archive of the old kind counts them as none. */
const countProblem = ({ entryCount, fileSize, comment }: ZipFile): BundleProblem | undefined => {
  if (entryCount > limits.entries) return { code: 'too-many-entries', detail: String(entryCount) }
  return entryCount === 0 && fileSize > endRecord + comment.length ? { code: 'archive-damaged' } : undefined
}

/** Throws BundleRefused, or the system's error. */
export async function readArchive<T>(
  path: string,
  use: (files: readonly ArchiveFile[], zip: ZipFile) => Promise<T>,
): Promise<T> {
  const stat = statSync(path)
  // A pipe would be waited for.
  if (!stat.isFile()) refuse({ code: 'not-an-archive' })
  if (stat.size > limits.archiveBytes) refuse({ code: 'too-large', detail: String(limits.archiveBytes / megabyte) })
  const { openZip } = await import('./archive-reader.ts')
  try {
    const zip = await openZip(path, stat.size)
    try {
      const problem = countProblem(zip)
      if (problem) refuse(problem)
      return await use(await filesOf(zip), zip)
    } finally {
      // What is asked for has been read by then; an archive that does not close would end the process.
      zip.on('error', () => undefined)
      zip.close()
    }
  } catch (error) {
    throw refusalFor(error)
  }
}
