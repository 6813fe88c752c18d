// A report into its file: whole or not at all.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeFileAtomically } from '../disk/write-file.ts'
import { keepWhereNamed } from './keep-inside.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

/** Folders on the way are made, for their owner only. @throws UserError where the disk does not take it */
export function writeOutput(file: string, text: string): void {
  try {
    keepWhereNamed(file)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileAtomically(file, text)
  } catch (error) {
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
    throw (isFolder ? new UserError({ code: 'directory', path: file }) : refusedBySystem(error, file)) ?? error
  }
}
