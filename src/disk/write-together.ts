/** Several files written together: all of them, or none. */
import { copyFileSync, linkSync, mkdirSync, renameSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { isThere } from './is-there.ts'
import { removeQuietly, unfinishedName } from './unfinished.ts'
import { targetOf, writeSynced } from './write-file.ts'

export type NewFile = { readonly path: string; readonly data: string | Uint8Array }

type Staged = { readonly target: string; readonly temporary: string; readonly earlier: string | undefined }

/**
 * Everything lies ready beside its target before the first file takes its place; the last file is the one that makes
 * the others count. What fails on the way leaves every file as it was. Files are 0600, folders that had to be made 0700.
 * @throws the system's own error: ENOSPC, EACCES …
 */
export function writeTogether(files: readonly NewFile[]): void {
  const made: string[] = []
  const staged: Staged[] = []
  const placed: Staged[] = []
  try {
    for (const file of files) staged.push(stage(file, made))
    for (const each of staged) {
      renameSync(each.temporary, each.target)
      placed.push(each)
    }
  } catch (error) {
    for (const each of placed.toReversed()) takeBack(each)
    for (const { temporary } of staged) removeQuietly(temporary)
    for (const folder of made.toReversed()) removeIfEmpty(folder)
    throw error
  } finally {
    for (const { earlier } of staged) if (earlier !== undefined) removeQuietly(earlier)
  }
}

function stage({ path, data }: NewFile, made: string[]): Staged {
  const target = targetOf(path)
  makeFolder(dirname(target), made)
  const temporary = unfinishedName(target)
  const second = temporary.replace(/tmp$/, 'old.tmp')
  try {
    writeSynced(temporary, data, 0o600)
    return { target, temporary, earlier: kept(target, second) }
  } catch (error) {
    removeQuietly(temporary)
    removeQuietly(second)
    throw error
  }
}

/** A second name for what is there now; undefined where nothing is. */
function kept(target: string, name: string): string | undefined {
  if (!isThere(target)) return undefined
  try {
    linkSync(target, name)
  } catch {
    // Some file systems know one name per file.
    copyFileSync(target, name)
  }
  return name
}

function takeBack({ target, earlier }: Staged): void {
  if (earlier === undefined) removeQuietly(target)
  else renameSync(earlier, target)
}

function makeFolder(folder: string, made: string[]): void {
  if (isThere(folder)) return
  makeFolder(dirname(folder), made)
  mkdirSync(folder, { mode: 0o700 })
  made.push(folder)
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else has put something there meanwhile.
  }
}
