/* Writing an archive whole or not at all: into a hidden sibling first, synced, then brought to its place. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { firstBytes } from './first-bytes.ts'
import { confirm, isOvertaken, removeQuietly } from './swap-folder.ts'
import { WriteRefused } from './write-refused.ts'

/**
 * `whenStopped` is told how to clear up should the process be stopped; what it returns is called when there is nothing
 * left to clear up.
 */
export type ArchiveOptions = { replace: boolean; whenStopped: (undo: () => void) => () => void }

const tokenLength = 8
const freshStart = (place: string): string => `.${basename(place)}.new-`

/** What killed writers of this place left; a writer still at it is told that another came (`another-writer`). */
const settle = (place: string): void => {
  const folder = dirname(place)
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return
  const start = freshStart(place)
  const left = readdirSync(folder).filter(name => name.startsWith(start) && name.length === start.length + tokenLength)
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true })
}

const beginnings = [Buffer.from('PK'), Buffer.from('age-encryption.org/'), Buffer.from('-----BEGIN AGE')]

// Replacing removes what was there: a slip in a path must not cost somebody a file that is no archive.
const isArchive = (path: string): boolean => {
  const read = firstBytes(path, 32)
  return read.length === 0 || beginnings.some(start => read.subarray(0, start.length).equals(start))
}

const refuseExisting = (place: string, replace: boolean): void => {
  const there = lstatSync(place, { throwIfNoEntry: false })
  if (there === undefined) return
  if (!there.isFile()) throw new WriteRefused('target-not-a-file', place)
  if (!replace) throw new WriteRefused('target-exists', place)
  if (!isArchive(place)) throw new WriteRefused('not-a-bag', place)
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** A link refuses a taken name in one step, which a rename does not; some disks have no links. */
const moveInto = (fresh: string, place: string, replace: boolean): void => {
  if (replace) return renameSync(fresh, place)
  try {
    linkSync(fresh, place)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new WriteRefused('target-exists', place)
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(String(codeOf(error)))) throw error
    refuseExisting(place, replace)
    renameSync(fresh, place)
  }
}

const writeChunks = async (file: string, chunks: AsyncIterable<Uint8Array>): Promise<number> => {
  const to = openSync(file, 'wx', 0o600)
  let total = 0
  try {
    for await (const chunk of chunks) {
      writeFileSync(to, chunk)
      total += chunk.length
    }
    fsyncSync(to)
    return total
  } finally {
    closeSync(to)
  }
}

/**
 * Mode 0600. Returns the number of bytes. Throws WriteRefused, whatever `chunks` throws, or the system's error; then
 * what was there is there still, and nothing else.
 */
export async function writeArchive(
  target: string,
  chunks: AsyncIterable<Uint8Array>,
  { replace, whenStopped }: ArchiveOptions,
): Promise<number> {
  const place = resolve(target)
  settle(place)
  refuseExisting(place, replace)
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const fresh = join(dirname(place), freshStart(place) + randomBytes(tokenLength / 2).toString('hex'))
  const done = whenStopped(() => rmSync(fresh, { force: true }))
  try {
    const bytes = await writeChunks(fresh, chunks)
    moveInto(fresh, place, replace)
    confirm(place)
    return bytes
  } catch (error) {
    throw isOvertaken(error, fresh) ? new WriteRefused('another-writer', place) : error
  } finally {
    removeQuietly(() => rmSync(fresh, { force: true }))
    done()
  }
}
