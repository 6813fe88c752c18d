// One writer at a time: what is read of a filing's folder and then written is not changed by another process in between.
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FolderBusy } from './folder-busy.ts'
import { isThere } from './is-there.ts'
import { ownerHere, stateOf, type Owner, type OwnerState } from './owner.ts'
import { removeQuietly } from './unfinished.ts'

const lockName = '.icp-prep.lock'
const pauseMs = 20
/** A lock is held for milliseconds: one of an unknown owner that stands unchanged this long was left by a killed process. */
const leftAfterMs = 5_000
const usualPatienceMs = 30_000

/**
 * Reads and writes of `work` are not mixed with those of another process that asks the same. A folder that is not there
 * yet has no other writers.
 * @throws FolderBusy when patience is at its end, the system's own error
 */
export function asOnlyWriter<Done>(folder: string, work: () => Done, patienceMs = usualPatienceMs): Done {
  if (!isThere(folder)) return work()
  const lock = join(folder, lockName)
  take(lock, patienceMs)
  try {
    return work()
  } finally {
    removeQuietly(lock)
  }
}

function take(path: string, patienceMs: number): void {
  const lock = new Watched(path)
  const turn = new Watched(`${path}.turn`)
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pauseMs) {
    if (isTaken(path)) return
    lock.look()
    if (lock.isLeft) clearAway(lock, turn)
    pause()
  }
  throw new FolderBusy(lock.holder)
}

/** A lock of somebody else, looked at again and again while it is waited for. */
class Watched {
  readonly path: string
  identity = ''
  holder: string | undefined
  #state: OwnerState = 'unknown'
  #unchangedMs = 0

  constructor(path: string) {
    this.path = path
  }

  /** After every pause. */
  look(): void {
    const { identity, owner, since } = lookAt(this.path)
    this.#unchangedMs = identity === this.identity ? this.#unchangedMs + pauseMs : 0
    this.identity = identity
    this.holder = owner && [owner.host, ...(owner.pid === undefined ? [] : [owner.pid]), since].join(', ')
    this.#state = owner ? stateOf(owner, ownerHere()) : 'unknown'
  }

  get isLeft(): boolean {
    if (this.identity === '') return false
    // This process holds one lock at a time: another of its own is one that it could not remove.
    return ['own', 'gone'].includes(this.#state) || (this.#state === 'unknown' && this.#unchangedMs >= leftAfterMs)
  }
}

/** Made by this call, with its owner in it, and so taken by this process. */
function isTaken(lock: string): boolean {
  const file = opened(lock)
  if (file === undefined) return false
  try {
    try {
      writeFileSync(file, `${JSON.stringify(ownerHere())}\n`)
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    removeQuietly(lock)
    throw error
  }
}

/** Undefined where it is there already. */
function opened(lock: string): number | undefined {
  try {
    return openSync(lock, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  }
}

/** `identity`: another lock of the same name has another one; empty where there is none by now. */
function lookAt(lock: string): { identity: string; owner: Owner | undefined; since: string } {
  const found = statSync(lock, { throwIfNoEntry: false })
  if (!found) return { identity: '', owner: undefined, since: '' }
  const owner = ownerIn(lock)
  return {
    identity: `${found.ino} ${found.mtimeMs} ${owner?.pid} ${owner?.started}`,
    owner,
    since: `${found.mtime.toISOString().slice(0, 19)}Z`,
  }
}

/** Undefined for a lock that is being written, or of an earlier version. */
function ownerIn(lock: string): Owner | undefined {
  try {
    const { host, machine, pid, started }: Record<string, unknown> = JSON.parse(readFileSync(lock, 'utf8'))
    if (typeof host !== 'string' || typeof machine !== 'string') return undefined
    return typeof pid === 'number' && typeof started === 'string' ? { host, machine, pid, started } : { host, machine }
  } catch {
    return undefined
  }
}

/**
 * Several may find the same lock left. They take turns in clearing it away, and each looks once more whether it is
 * still the one it found: none removes the lock that another has taken meanwhile.
 */
function clearAway(lock: Watched, turn: Watched): void {
  if (!isTaken(turn.path)) {
    turn.look()
    if (turn.isLeft) removeQuietly(turn.path)
    return
  }
  if (lookAt(lock.path).identity === lock.identity) removeQuietly(lock.path)
  removeQuietly(turn.path)
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
}
