// A disk that is full, a folder nobody may write to, a file where a folder should be: told with the path the filer knows.
import { resolve, sep } from 'node:path'
import { FolderBusy } from '../disk/folder-busy.ts'
import { UserError } from './user-error.ts'

const codes: Readonly<Record<string, 'disk-full' | 'forbidden' | 'not-a-folder' | 'missing' | 'disk-failed'>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ENOENT: 'missing',
  EEXIST: 'not-a-folder',
  ENOTDIR: 'not-a-folder',
  EIO: 'disk-failed',
  ESTALE: 'disk-failed',
  ETIMEDOUT: 'disk-failed',
  EBUSY: 'disk-failed',
  EMFILE: 'disk-failed',
  ENFILE: 'disk-failed',
  ENAMETOOLONG: 'disk-failed',
  ELOOP: 'disk-failed',
}

/** `target`: what was to be read or written, told where the system names no other file. Undefined for what the system did not refuse. */
export function refusedBySystem(error: unknown, target: string): UserError | undefined {
  if (error instanceof FolderBusy) {
    const { holder } = error
    return new UserError({ code: 'being-written', path: target, ...(holder === undefined ? {} : { holder }) })
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd')
    return new UserError({ code: 'no-current-folder' })
  const code = error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined
  return code && new UserError({ code, path: fileOf(error, target) })
}

const unfinished = /^\.(?:icp-prep-|.+\.(?:new|old|gone)-)/

/** The file that the system itself names, unless that is a way to the target or an unfinished one, which nobody knows. */
function fileOf(error: unknown, target: string): string {
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  if (typeof path !== 'string') return target
  const [whole, goal] = [resolve(path), resolve(target)]
  const isOnTheWay = goal === whole || goal.startsWith(whole.endsWith(sep) ? whole : whole + sep)
  return isOnTheWay || whole.split(sep).some(part => unfinished.test(part)) ? target : path
}
