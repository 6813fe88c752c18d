// One writer at a time: what is read of a filing's folder and then written is not changed by another process in between.
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const lockName = '.icp-prep.lock'
const pauseMs = 20
/** A lock is held for milliseconds: one that stands unchanged this long was left by a process that was killed. */
const leftAfterMs = 5_000
const patienceMs = 30_000

/** Other processes kept the folder busy the whole time. */
export class FolderBusy extends Error {}

/**
 * Reads and writes of `work` are not mixed with those of another process that asks the same. A folder that is not there
 * yet has no other writers. @throws FolderBusy after half a minute, the system's own error
 */
export function asOnlyWriter<Done>(folder: string, work: () => Done): Done {
  if (!existsSync(folder)) return work()
  const lock = join(folder, lockName)
  take(lock)
  try {
    return work()
  } finally {
    release(lock)
  }
}

function take(lock: string): void {
  let seen = ''
  let unchangedMs = 0
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pauseMs) {
    if (isTaken(lock)) return
    const now = identityOf(lock)
    unchangedMs = now === seen ? unchangedMs + pauseMs : 0
    seen = now
    if (now !== '' && unchangedMs >= leftAfterMs) clearAway(lock, now)
    else pause()
  }
  throw new FolderBusy()
}

/** Made by this call, and so taken by this process. */
function isTaken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600)
    try {
      closeSync(file)
    } catch (error) {
      release(lock)
      throw error
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Empty where it is gone by now. */
function identityOf(lock: string): string {
  const found = statSync(lock, { throwIfNoEntry: false })
  return found ? `${found.ino} ${found.mtimeMs}` : ''
}

/** Of several who wait for a lock that was left, one moves it out of the way; the others find it gone. */
function clearAway(lock: string, left: string): void {
  if (identityOf(lock) !== left) return
  const aside = `${lock}.${left.replace(/\D/g, '')}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  release(aside)
}

/** A lock that cannot be removed is left to the next writer's patience. */
function release(lock: string): void {
  try {
    rmSync(lock, { force: true })
  } catch {
    return
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
}
