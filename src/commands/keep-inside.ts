// What is written stays where it was asked for: a link that somebody put in the way leads nowhere else.
import { dirname, resolve } from 'node:path'
import { isThere } from '../disk/is-there.ts'
import { isOutside, leadsOutside } from '../disk/leads-outside.ts'
import { isStream } from '../disk/write-file.ts'
import { UserError } from './user-error.ts'

/** @throws UserError where one of them would lie outside the folder */
export function keepInside(files: readonly { readonly path: string }[], folder: string): void {
  if (!isThere(folder)) return
  const outside = files.find(({ path }) => leadsOutside(path, folder))
  if (outside) throw new UserError({ code: 'leads-outside', path: outside.path })
}

/** A path below the folder of the run stays below it, any other in its own folder. @throws UserError */
export function keepWhereNamed(path: string): void {
  const here = resolve('.')
  if (!isStream(path)) keepInside([{ path }], isOutside(resolve(path), here) ? dirname(path) : here)
}
