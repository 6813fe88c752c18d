// What is there only while somebody works: named for its process, so that what a killed program left can be told and removed.
import { randomBytes } from 'node:crypto'
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ownerHere, stateOf } from './owner.ts'

const fileStart = '.icp-prep-'
const folderStart = 'icp-prep-open-'

const nameOf = (start: string) => {
  const { machine, pid = 0, started = 0 } = ownerHere()
  return `${start}${machine}-${pid}-${started}-`
}

/** Beside the target, hidden; nobody else's. What killed programs left there goes. */
export function unfinishedName(target: string): string {
  const folder = dirname(target)
  removeLeft(folder, fileStart)
  return join(folder, `${nameOf(fileStart)}${randomBytes(6).toString('hex')}.tmp`)
}

/** An empty folder among the system's temporary ones, for its owner only. What killed programs left there goes. */
export function folderForNow(): string {
  const folder = mkdtempSync(join(tmpdir(), nameOf(folderStart)))
  removeLeft(tmpdir(), folderStart, folder)
  return folder
}

/** What somebody may still be writing stays, and what is not of the same user as `like`. Never throws. */
function removeLeft(folder: string, start: string, like?: string): void {
  try {
    const here = ownerHere()
    const uid = like === undefined ? undefined : lstatSync(like).uid
    for (const name of readdirSync(folder).filter(each => each.startsWith(start))) {
      const [, machine = '', pid, started = ''] = /^([0-9a-f]{8})-(\d+)-(\d+)-/.exec(name.slice(start.length)) ?? []
      const isGone = pid !== undefined && stateOf({ host: '', machine, pid: Number(pid), started }, here) === 'gone'
      const path = join(folder, name)
      if (isGone && (uid === undefined || lstatSync(path).uid === uid)) removeQuietly(path)
    }
  } catch {
    // Who cannot look into a folder clears nothing away there.
  }
}

/** What cannot be removed is left to the next run: the error that led here counts, not this one. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    return
  }
}
