/* The tag files of a BagIt 1.0 bag (RFC 8493), as texts: no disk, no clock. */
import { createHash } from 'node:crypto'
import { encodeName } from './bag-name.ts'

/** `path` is relative to `data/`; `sha256` is lower-case hex. */
export type PayloadEntry = { path: string; sha256: string; bytes: number }

/** `baggingDate` is YYYY-MM-DD. Line breaks in a value become blanks: they would begin another field. */
export type BagInfo = { baggingDate: string; softwareAgent: string; externalIdentifier: string; bagSize?: string }

type TagFile = { path: string; text: string }

const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** UTF-8 sorts like code points, UTF-16 does not: 𠮷 would come before ﬁ. */
const byCodePoint = (a: { path: string }, b: { path: string }): number =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))

// Two blanks, so that `sha256sum -c` reads it too.
const manifest = (entries: { path: string; sha256: string }[]): string =>
  entries
    .toSorted(byCodePoint)
    .map(({ path, sha256 }) => `${sha256}  ${encodeName(path)}\n`)
    .join('')

const bagInfo = (payload: readonly PayloadEntry[], info: BagInfo): string => {
  const bytes = payload.reduce((sum, entry) => sum + entry.bytes, 0)
  const fields = [
    ['Bagging-Date', info.baggingDate],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Size', info.bagSize],
    ['External-Identifier', info.externalIdentifier],
    ['Bag-Software-Agent', info.softwareAgent],
  ] as const
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label}: ${value?.replaceAll(/[\r\n]+/g, ' ')}\n`)
    .join('')
}

/** All tag files in the order to write them; the last seals the others. Same entries and info → same bytes. */
export const bagTags = (payload: readonly PayloadEntry[], info: BagInfo): TagFile[] => {
  const inData = payload.map(({ path, sha256 }) => ({ path: `data/${path}`, sha256 }))
  const tags = [
    { path: 'bagit.txt', text: declaration },
    { path: 'bag-info.txt', text: bagInfo(payload, info) },
    { path: 'manifest-sha256.txt', text: manifest(inData) },
  ]
  const sealed = tags.map(({ path, text }) => ({ path, sha256: createHash('sha256').update(text).digest('hex') }))
  return [...tags, { path: 'tagmanifest-sha256.txt', text: manifest(sealed) }]
}
