// A disk that is full, a folder nobody may write to, a file where a folder should be: told with the path the filer knows.
import { FolderBusy } from '../disk/one-writer.ts'
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

/** Undefined for what the system did not refuse. */
export function refusedBySystem(error: unknown, path: string): UserError | undefined {
  if (error instanceof FolderBusy) return new UserError({ code: 'being-written', path })
  const code = error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined
  return code && new UserError({ code, path })
}
