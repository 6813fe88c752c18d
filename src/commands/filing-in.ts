// The filing of a folder, or the file itself.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { isThere } from '../disk/is-there.ts'
import { UserError } from './user-error.ts'

/** @throws UserError where there is none */
export function filingIn(path: string): string {
  if (!isThere(path)) throw new UserError({ code: 'missing', path })
  if (!statSync(path).isDirectory()) return path
  const file = join(path, 'icp.yaml')
  if (!isThere(file)) throw new UserError({ code: 'no-filing', path })
  return file
}
