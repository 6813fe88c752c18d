// Whether something is there, told from a disk that cannot say.
import { statSync } from 'node:fs'

/**
 * False only where there is nothing; a link that leads nowhere is nothing. `existsSync` says so of a failing disk and a
 * closed folder too, and then what is there would be taken for missing and written anew.
 * @throws the system's own error
 */
export const isThere = (path: string): boolean =>
  !path.includes('\0') && statSync(path, { throwIfNoEntry: false }) !== undefined

/** A folder that was removed with this process in it still answers to `.`, with no link left. @throws the system's own error */
export const isFolderGone = (path: string): boolean => (statSync(path, { throwIfNoEntry: false })?.nlink ?? 0) === 0
