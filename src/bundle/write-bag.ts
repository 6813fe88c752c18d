/* Writing a bag as a folder. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bagContent, type PayloadFile } from './bag-content.ts'
import type { BagInfo } from './bag.ts'
import { buildFolder, type WriteOptions, type WrittenFile } from './write-folder.ts'
import { WriteRefused } from './write-refused.ts'

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

// Replacing removes what was there: a slip in a path must not cost somebody a folder that is no bag.
const refuseOtherFolders = (target: string): void => {
  if (!isThere(target) || isThere(join(target, 'bagit.txt'))) return
  if (readdirSync(target).length > 0) throw new WriteRefused('not-a-bag', target)
}

/**
 * Returns every file of the bag, paths relative to the bag, in the order written. Errors as bagContent and buildFolder;
 * `not-a-bag` when a folder to be replaced is neither a bag nor empty.
 */
export const writeBag = (
  target: string,
  payload: Iterable<PayloadFile>,
  info: BagInfo,
  options: WriteOptions,
): WrittenFile[] =>
  buildFolder(target, options, put => {
    refuseOtherFolders(target)
    const content = bagContent(payload, info, options.algorithm ?? 'sha256')
    const written: WrittenFile[] = []
    for (let step = content.next(); step.done !== true;) {
      const file = put(step.value)
      written.push(file)
      step = content.next(file)
    }
    return written
  })
