/* Bringing a finished folder to its place, moving the old one aside, and clearing up after a killed writer. */
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { WriteRefused } from './write-refused.ts'

// Beside `bag` stand, for a token of six characters, `.bag.new-…` (being written), `.bag.old-…` (whole, moved aside)
// and `.bag.gone-…` (being removed).
type Stage = 'new' | 'old' | 'gone'
const beside = (place: string, stage: Stage, token: string): string =>
  join(dirname(place), `.${basename(place)}.${stage}-${token}`)

const tokenOf = (path: string): string => path.slice(-6)

const entry = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false })

const tokensBeside = (place: string, stage: Stage): string[] => {
  const start = basename(beside(place, stage, ''))
  if (entry(dirname(place)) === undefined) return []
  return readdirSync(dirname(place))
    .filter(name => name.length === start.length + 6 && name.startsWith(start))
    .map(tokenOf)
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Makes a folder's entries durable, and those of the folders in it. */
export const syncFolder = (path: string, deep = true): void => {
  if (deep) {
    for (const child of readdirSync(path, { withFileTypes: true })) {
      if (child.isDirectory()) syncFolder(join(path, child.name))
    }
  }
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch (error) {
    // Windows and some network file systems open or sync no folders; there is nothing else to do there.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(String(codeOf(error)))) throw error
  }
}

/** Throws WriteRefused unless the place is free, or holds a folder (not a link to one) that may be replaced. */
export const refuseExisting = (place: string, replace: boolean): void => {
  const there = entry(place)
  if (there === undefined) return
  if (!there.isDirectory() || place === dirname(place)) throw new WriteRefused('target-not-a-folder', place)
  if (!replace) throw new WriteRefused('target-exists', place)
}

const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(String(codeOf(error)))

/** Whether it was still there and its new place free: another writer may have been quicker. */
const renamed = (from: string, to: string): boolean => {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || isTaken(error)) return false
    throw error
  }
}

const removeGone = (place: string, token: string): void =>
  rmSync(beside(place, 'gone', token), { recursive: true, force: true, maxRetries: 3 })

// Renamed before it is removed: a killed removal must never leave half a folder under a name that is restored, and a
// writer whose folder is cleared away must notice at once and not bring half of it to its place.
const remove = (place: string, stage: 'new' | 'old', token: string): void => {
  if (renamed(beside(place, stage, token), beside(place, 'gone', token))) removeGone(place, token)
}

/** Whether a call failed because the folder being written is no longer there: another writer settled this place. */
export const isOvertaken = (error: unknown, fresh: string): boolean =>
  codeOf(error) === 'ENOENT' && error instanceof Error && 'path' in error && String(error.path).startsWith(fresh)

/** False when the place was taken. The old folder, moved aside, is put back if that fails for another reason. */
const bringIn = (fresh: string, place: string, isAside: boolean): boolean => {
  try {
    renameSync(fresh, place)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    if (isAside && entry(place) === undefined) renamed(beside(place, 'old', tokenOf(fresh)), place)
    throw error
  }
}

/** What is left over is cleared away by the next writer: the work itself has succeeded. */
export const removeQuietly = (work: () => void): void => {
  try {
    work()
  } catch {
    return
  }
}

/** Makes the new name durable. Throws WriteRefused `unconfirmed`: what was written is at its place all the same. */
export const confirm = (place: string): void => {
  try {
    syncFolder(dirname(place), false)
  } catch {
    throw new WriteRefused('unconfirmed', place)
  }
}

/** Each time another writer may have brought in its own meanwhile; it does not do so for ever. */
const attempts = 20

/**
 * Moves `fresh` (a `.new-` sibling, complete and synced) to its place. Puts the old folder back if that fails. Throws
 * WriteRefused `target-exists` where nothing may be replaced.
 */
export const moveInto = (fresh: string, place: string, replace: boolean): void => {
  const token = tokenOf(fresh)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const isAside = replace && entry(place) !== undefined && renamed(place, beside(place, 'old', token))
    const isIn = bringIn(fresh, place, isAside)
    if (isAside && isIn) removeQuietly(() => remove(place, 'old', token))
    if (isIn) return confirm(place)
    if (isAside) remove(place, 'old', token)
    if (!replace) throw new WriteRefused('target-exists', place)
  }
  throw new WriteRefused('another-writer', place)
}

/**
 * Finishes what a killed writer of this place began, and removes what it left. No system call exchanges two folders,
 * so between two renames neither has the name: the old one is aside and the new one, complete by then, is brought in.
 */
export const settleFolder = (place: string): void => {
  for (const token of tokensBeside(place, 'old')) {
    const waiting = [beside(place, 'new', token), beside(place, 'old', token)]
    if (entry(place) === undefined) waiting.some(each => renamed(each, place))
    remove(place, 'old', token)
  }
  for (const token of tokensBeside(place, 'new')) remove(place, 'new', token)
  for (const token of tokensBeside(place, 'gone')) removeGone(place, token)
}
