// The bytes of a file that somebody wants to attach, within bounds; why there are none, otherwise.
import { readFileSync, statSync } from 'node:fs'
import type { Unopened } from '../materials/open-picture.ts'

/** Larger files are not pictures anybody uploads. */
const pictureLimit = 64 * 1024 * 1024
/** A video of a minute from a phone. */
const videoLimit = 512 * 1024 * 1024

export type Unread = 'missing' | 'directory' | 'forbidden' | 'unreadable-file' | 'no-file' | 'too-large'
export type WhyNot = Unread | Unopened | 'broken' | 'not-a-video' | 'taken'

const codes: Readonly<Record<string, Unread>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
}

export function readScan(path: string, isVideo: boolean): Buffer | Unread {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return 'directory'
    if (!stat.isFile()) return 'no-file'
    return stat.size > (isVideo ? videoLimit : pictureLimit) ? 'too-large' : readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return codes[code] ?? 'unreadable-file'
  }
}
