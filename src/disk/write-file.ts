/** Files written whole or not at all. */
import {
  closeSync,
  fsyncSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { removeQuietly, unfinishedName } from './unfinished.ts'

/**
 * Through a temporary file beside the target, so that a full disk or a power cut leaves the old file whole. A symbolic
 * link stays one: the file it points to is replaced. What is no file (a pipe, /dev/stdout) is written directly.
 * @throws the system's own error: ENOSPC, EACCES, EISDIR …
 */
export function writeFileAtomically(path: string, data: string | Uint8Array, mode = 0o600): void {
  if (isStream(path)) return writeFileSync(path, data)
  const target = targetOf(path)
  const temporary = unfinishedName(target)
  try {
    writeSynced(temporary, data, mode)
    renameSync(temporary, target)
  } catch (error) {
    removeQuietly(temporary)
    throw error
  }
}

export function isStream(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat !== undefined && !stat.isFile() && !stat.isDirectory()
}

/** The file behind a link, also one that is not there yet. */
export function targetOf(path: string): string {
  const link = isMissing(path) ? linkAt(path) : undefined
  if (link !== undefined) return targetOf(resolve(realpathSync(dirname(path)), link))
  return isMissing(path) ? path : realpathSync(path)
}

function isMissing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) === undefined
}

/** Undefined for what is no link. */
function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

export function writeSynced(path: string, data: string | Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    writeFileSync(file, data)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
