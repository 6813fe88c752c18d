/* Bringing a finished folder to its place, moving the old one aside, and clearing up after a killed writer. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs'
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
  if (!existsSync(dirname(place))) return []
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

// Renamed before it is removed: a killed removal must never leave half a folder under a name that is restored.
const remove = (place: string, token: string): void => {
  const gone = beside(place, 'gone', token)
  renameSync(beside(place, 'old', token), gone)
  rmSync(gone, { recursive: true, force: true })
}

const renameNew = (fresh: string, place: string): void => {
  try {
    renameSync(fresh, place)
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(String(codeOf(error))))
      throw new WriteRefused('target-exists', place)
    throw error
  }
}

/** Whether a call failed because the folder being written is no longer there: another writer settled this place. */
export const isOvertaken = (error: unknown, fresh: string): boolean =>
  codeOf(error) === 'ENOENT' && error instanceof Error && 'path' in error && String(error.path).startsWith(fresh)

/** Moves `fresh` (a `.new-` sibling, complete and synced) to its place. Puts the old folder back if that fails. */
export const moveInto = (fresh: string, place: string, replace: boolean): void => {
  const token = tokenOf(fresh)
  const old = beside(place, 'old', token)
  const aside = replace && entry(place) !== undefined
  if (aside) renameSync(place, old)
  try {
    renameNew(fresh, place)
  } catch (error) {
    if (aside && entry(place) === undefined) renameSync(old, place)
    throw error
  }
  syncFolder(dirname(place), false)
  if (aside) remove(place, token)
}

/**
 * Finishes what a killed writer of this place began, and removes what it left. No system call exchanges two folders,
 * so between two renames neither has the name: the old one is aside and the new one, complete by then, is brought in.
 */
export const settleFolder = (place: string): void => {
  for (const token of tokensBeside(place, 'old')) {
    const fresh = beside(place, 'new', token)
    if (entry(place) === undefined) renameSync(existsSync(fresh) ? fresh : beside(place, 'old', token), place)
    if (existsSync(beside(place, 'old', token))) remove(place, token)
  }
  for (const stage of ['new', 'gone'] as const) {
    for (const token of tokensBeside(place, stage))
      rmSync(beside(place, stage, token), { recursive: true, force: true })
  }
}
