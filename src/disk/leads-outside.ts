// Whether a path leads out of a folder once its links are followed.
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { targetOf } from './write-file.ts'

/** Also of what is not there yet. Throws the system's own errors, as for a link to itself. */
export const leadsOutside = (path: string, folder: string): boolean =>
  isOutside(realOf(targetOf(path)), realpathSync(folder))

export function isOutside(path: string, folder: string): boolean {
  const [first = ''] = relative(folder, path).split(sep)
  return first === '..' || isAbsolute(relative(folder, path))
}

function realOf(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync(whole)
  } catch (error) {
    if (dirname(whole) === whole) throw error
    return join(realOf(dirname(whole)), basename(whole))
  }
}
