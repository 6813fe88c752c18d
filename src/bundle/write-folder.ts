/* Writing a folder whole or not at all: into a hidden sibling first, synced, then renamed. */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { foldedName, pathFault } from './bag-name.ts'
import { eachChunk } from './hash-file.ts'
import { isOvertaken, moveInto, refuseExisting, settleFolder, syncFolder } from './swap-folder.ts'
import { WriteRefused } from './write-refused.ts'

type FileSource = { copy: string } | { text: string } | { bytes: Uint8Array }

/** `path` is relative to the folder, with slashes. */
export type FolderFile = { path: string; from: FileSource }

/** `sha256` is lower-case hex, taken from the bytes as they were written. */
export type WrittenFile = { path: string; sha256: string; bytes: number }

/** `replace` allows an existing folder to be exchanged as a whole; nothing of it survives in the new one. */
export type WriteOptions = { replace: boolean }

/** Writes one file, synced, mode 0600. Throws WriteRefused, or the system's error. */
export type Put = (file: FolderFile) => WrittenFile

const writeChunks = (to: number, from: FileSource): Omit<WrittenFile, 'path'> => {
  const hash = createHash('sha256')
  const take = (bytes: Uint8Array): void => {
    hash.update(bytes)
    writeFileSync(to, bytes)
  }
  const bytes =
    'copy' in from ? copyChunks(from.copy, take) : writeAll('text' in from ? Buffer.from(from.text) : from.bytes, take)
  fsyncSync(to)
  return { sha256: hash.digest('hex'), bytes }
}

const writeAll = (bytes: Uint8Array, take: (bytes: Uint8Array) => void): number => {
  take(bytes)
  return bytes.length
}

// Opening a pipe or a device could wait for ever, so what is copied must be a file.
const copyChunks = (source: string, take: (bytes: Uint8Array) => void): number => {
  if (statSync(source, { throwIfNoEntry: false })?.isFile() !== true)
    throw new WriteRefused('source-not-a-file', source)
  const file = openSync(source, 'r')
  try {
    return eachChunk(file, take)
  } finally {
    closeSync(file)
  }
}

/** Remembers what was written, so that no two paths meet on a disk that ignores case or Unicode form. */
const refuseCollisions = (): ((path: string) => void) => {
  const taken = new Map<string, 'file' | 'folder'>()
  return path => {
    const parts = foldedName(path).split('/')
    const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
    const file = parts.join('/')
    if (taken.has(file) || folders.some(folder => taken.get(folder) === 'file')) {
      throw new WriteRefused('colliding-paths', path)
    }
    for (const folder of folders) taken.set(folder, 'folder')
    taken.set(file, 'file')
  }
}

const putInto = (folder: string): Put => {
  const claim = refuseCollisions()
  return ({ path, from }) => {
    const fault = pathFault(path)
    if (fault !== undefined) throw new WriteRefused('unsafe-path', path, fault)
    claim(path)
    const full = join(folder, path)
    mkdirSync(dirname(full), { recursive: true, mode: 0o700 })
    const file = openSync(full, 'wx', 0o600)
    try {
      return { path, ...writeChunks(file, from) }
    } finally {
      closeSync(file)
    }
  }
}

/**
 * `fill` puts files one by one and may make later ones from the checksums of earlier ones. Killed at any moment, the
 * old or the new folder is there whole (see settleFolder for the one moment in which neither has its name).
 * Throws WriteRefused, whatever `fill` throws, or the system's error; then nothing of the new folder is left.
 */
export const buildFolder = <T>(target: string, options: WriteOptions, fill: (put: Put) => T): T => {
  const place = resolve(target)
  settleFolder(place)
  refuseExisting(place, options.replace)
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const fresh = mkdtempSync(join(dirname(place), `.${basename(place)}.new-`))
  try {
    const result = fill(putInto(fresh))
    syncFolder(fresh)
    moveInto(fresh, place, options.replace)
    return result
  } catch (error) {
    throw isOvertaken(error, fresh) ? new WriteRefused('another-writer', place) : error
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Writes the files in the order given, as one folder. Errors as buildFolder. */
export const writeFolder = (target: string, files: Iterable<FolderFile>, options: WriteOptions): WrittenFile[] =>
  buildFolder(target, options, put => Array.from(files, put))
