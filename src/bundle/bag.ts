/* The tag files of a BagIt 1.0 bag (RFC 8493), as texts: no disk, no clock. */
import { createHash } from 'node:crypto'
import { encodeName } from './bag-name.ts'

/** What new bags are sealed with; every tool must be able to read these. */
export const sealAlgorithms = ['sha256', 'sha512'] as const
export type SealAlgorithm = (typeof sealAlgorithms)[number]

/** `path` is relative to `data/`; `checksum` is lower-case hex. */
export type PayloadEntry = { path: string; checksum: string; bytes: number }

/** `baggingDate` is YYYY-MM-DD. Line breaks in a value become blanks: they would begin another field. */
export type BagInfo = { baggingDate: string; softwareAgent: string; externalIdentifier: string; bagSize?: string }

type TagFile = { path: string; text: string }

const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** UTF-8 sorts like code points, UTF-16 does not: 𠮷 would come before ﬁ. */
const byCodePoint = (a: { path: string }, b: { path: string }): number =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))

// Two blanks, so that `sha256sum -c` reads it too.
const manifest = (entries: { path: string; checksum: string }[]): string =>
  entries
    .toSorted(byCodePoint)
    .map(({ path, checksum }) => `${checksum}  ${encodeName(path)}\n`)
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
export const bagTags = (
  payload: readonly PayloadEntry[],
  info: BagInfo,
  algorithm: SealAlgorithm = 'sha256',
): TagFile[] => {
  const inData = payload.map(({ path, checksum }) => ({ path: `data/${path}`, checksum }))
  const tags = [
    { path: 'bagit.txt', text: declaration },
    { path: 'bag-info.txt', text: bagInfo(payload, info) },
    { path: `manifest-${algorithm}.txt`, text: manifest(inData) },
  ]
  const sealed = tags.map(({ path, text }) => ({ path, checksum: createHash(algorithm).update(text).digest('hex') }))
  return [...tags, { path: `tagmanifest-${algorithm}.txt`, text: manifest(sealed) }]
}
