/* Writing a folder whole or not at all: into a hidden sibling first, synced, then renamed. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { SealAlgorithm } from './bag.ts'
import { claimingPaths } from './claim-path.ts'
import { eachChunk } from './hash-file.ts'
import { isOvertaken, moveInto, refuseExisting, removeQuietly, settleFolder, syncFolder } from './swap-folder.ts'
import { WriteRefused } from './write-refused.ts'

export type FileSource = { copy: string } | { text: string } | { bytes: Uint8Array }

/** `path` is relative to the folder, with slashes. */
export type FolderFile = { path: string; from: FileSource }

/** `checksum` is lower-case hex, taken from the bytes as they were written. */
export type WrittenFile = { path: string; checksum: string; bytes: number }

/**
 * `replace` allows what is there to be exchanged as a whole; nothing of it survives in the new one. `algorithm` of the
 * checksums: sha256 if not given.
 */
export type WriteOptions = { replace: boolean; algorithm?: SealAlgorithm }

/** Writes one file, synced, mode 0600. Throws WriteRefused, or the system's error. */
export type Put = (file: FolderFile) => WrittenFile

const writeChunks = (to: number, from: FileSource, algorithm: SealAlgorithm): Omit<WrittenFile, 'path'> => {
  const hash = createHash(algorithm)
  const take = (bytes: Uint8Array): void => {
    hash.update(bytes)
    writeFileSync(to, bytes)
  }
  const bytes =
    'copy' in from ? copyChunks(from.copy, take) : writeAll('text' in from ? Buffer.from(from.text) : from.bytes, take)
  fsyncSync(to)
  return { checksum: hash.digest('hex'), bytes }
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
    return eachChunk(file, source, take)
  } finally {
    closeSync(file)
  }
}

// One by one and never the first: a folder that another writer cleared away must not come back half filled.
const makeFolders = (folder: string, path: string): void => {
  const parts = path.split('/').slice(0, -1)
  for (let length = 1; length <= parts.length; length += 1) {
    const below = join(folder, ...parts.slice(0, length))
    if (!existsSync(below)) mkdirSync(below, { mode: 0o700 })
  }
}

const putInto = (folder: string, algorithm: SealAlgorithm): Put => {
  const claim = claimingPaths()
  return ({ path, from }) => {
    claim(path)
    const full = join(folder, path)
    makeFolders(folder, path)
    const file = openSync(full, 'wx', 0o600)
    try {
      return { path, ...writeChunks(file, from, algorithm) }
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
    const result = fill(putInto(fresh, options.algorithm ?? 'sha256'))
    syncFolder(fresh)
    moveInto(fresh, place, options.replace)
    return result
  } catch (error) {
    throw isOvertaken(error, fresh) ? new WriteRefused('another-writer', place) : error
  } finally {
    removeQuietly(() => rmSync(fresh, { recursive: true, force: true }))
  }
}

/** Writes the files in the order given, as one folder. Errors as buildFolder. */
export const writeFolder = (target: string, files: Iterable<FolderFile>, options: WriteOptions): WrittenFile[] =>
  buildFolder(target, options, put => Array.from(files, put))
