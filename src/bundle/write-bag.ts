/* Writing a bag: the payload first, then the tag files made from its checksums. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathFault } from './bag-name.ts'
import { bagTags, type BagInfo } from './bag.ts'
import { buildFolder, type FolderFile, type WriteOptions, type WrittenFile } from './write-folder.ts'
import { WriteRefused } from './write-refused.ts'

// Replacing removes what was there: a slip in a path must not cost somebody a folder that is no bag.
const refuseOtherFolders = (target: string): void => {
  if (!existsSync(target) || existsSync(join(target, 'bagit.txt'))) return
  if (readdirSync(target).length > 0) throw new WriteRefused('not-a-bag', target)
}

/**
 * Payload paths are relative to `data/`; at least one file. Returns every file of the bag, paths relative to the bag,
 * in the order written. Errors as buildFolder; `not-a-bag` when a folder to be replaced is neither a bag nor empty.
 */
export const writeBag = (
  target: string,
  payload: Iterable<FolderFile>,
  info: BagInfo,
  options: WriteOptions,
): WrittenFile[] =>
  buildFolder(target, options, put => {
    refuseOtherFolders(target)
    const entries = Array.from(payload, ({ path, from }) => {
      const fault = pathFault(path)
      if (fault !== undefined) throw new WriteRefused('unsafe-path', path, fault)
      return { ...put({ path: `data/${path}`, from }), path }
    })
    if (entries.length === 0) throw new WriteRefused('empty-bag', target)
    const tags = bagTags(entries, info).map(({ path, text }) => put({ path, from: { text } }))
    return [...entries.map(entry => ({ ...entry, path: `data/${entry.path}` })), ...tags]
  })
