/* What a bag consists of, file by file: the payload first, then the tag files made from its checksums. */
import { pathFault } from './bag-name.ts'
import { bagTags, type BagInfo, type PayloadEntry, type SealAlgorithm } from './bag.ts'
import type { FileSource, FolderFile, WrittenFile } from './write-folder.ts'
import { WriteRefused } from './write-refused.ts'

/** `path` is relative to `data/`. A record is made from the files before it. */
export type PayloadFile = {
  path: string
  from: FileSource | { record: (earlier: readonly PayloadEntry[]) => string }
}

/** Hands out one file after the other and is told how each was written. */
export type BagContent = Generator<FolderFile, void, WrittenFile>

/** At least one payload file. Throws WriteRefused: `unsafe-path`, `empty-bag`. */
export function* bagContent(payload: Iterable<PayloadFile>, info: BagInfo, algorithm: SealAlgorithm): BagContent {
  const entries: PayloadEntry[] = []
  for (const { path, from } of payload) {
    const fault = pathFault(path)
    if (fault !== undefined) throw new WriteRefused('unsafe-path', path, fault)
    const source = 'record' in from ? { text: from.record(entries) } : from
    const { checksum, bytes } = yield { path: `data/${path}`, from: source }
    entries.push({ path, checksum, bytes })
  }
  if (entries.length === 0) throw new WriteRefused('empty-bag', 'data')
  for (const { path, text } of bagTags(entries, info, algorithm)) yield { path, from: { text } }
}
