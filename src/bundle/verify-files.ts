/* Whether a bag's files are all there, all listed, and what their checksums say. */
import { join } from 'node:path'
import type { BagFiles } from './bag-files.ts'
import { foldedName, type BagVersion } from './bag-name.ts'
import { bagProblem, type BagProblem } from '../model/bag-problem.ts'
import { errorCode, hashFile } from './hash-file.ts'
import { collisionSeverity, type Manifest } from './read-manifest.ts'

const allNames = (there: Iterable<string>, manifests: readonly Manifest[]): string[] =>
  [...new Set([...there, ...manifests.flatMap(manifest => [...manifest.listed.keys()])])].toSorted()

const isThere = (files: BagFiles, name: string): boolean =>
  files.payload.has(name) || files.tags.has(name) || files.refused.has(name)

/** 1.0: every payload file stands in every payload manifest; 0.97: in one of them (RFC 8493 §3). */
export const checkPayload = (
  files: BagFiles,
  manifests: readonly Manifest[],
  version: BagVersion,
  fetched: { has: (name: string) => boolean },
): BagProblem[] =>
  allNames(files.payload.keys(), manifests).flatMap(path => {
    const without = manifests.filter(manifest => !manifest.listed.has(path))
    if (without.length === manifests.length) return [bagProblem('payload-unlisted', { path })]
    const missing = isThere(files, path) ? [] : [bagProblem(fetched.has(path) ? 'fetch' : 'payload-missing', { path })]
    const incomplete = version === '1.0' ? without : []
    return [
      ...missing,
      ...incomplete.map(manifest => bagProblem('manifest-incomplete', { path: manifest.file, detail: path })),
    ]
  })

/** Every tag manifest lists every payload manifest and should list the other tag files (RFC 8493 §2.2.1). */
export const checkTags = (
  files: BagFiles,
  tagManifests: readonly Manifest[],
  manifestNames: string[],
): BagProblem[] => {
  if (tagManifests.length === 0) return [bagProblem('tag-manifest-missing')]
  const seals = tagManifests.map(({ file }) => file)
  const expected = [...files.tags.keys()].filter(name => !seals.includes(name))
  return tagManifests.flatMap(({ file, listed }) => [
    ...[...listed.keys()]
      .filter(name => !isThere(files, name))
      .map(path => bagProblem('tag-file-missing', { path, detail: file })),
    ...expected
      .filter(name => !listed.has(name))
      .map(name =>
        manifestNames.includes(name)
          ? bagProblem('tag-manifest-incomplete', { path: file, detail: name })
          : bagProblem('tag-file-unlisted', { path: name, detail: file }),
      ),
  ])
}

const checkFile = (
  bag: string,
  path: string,
  manifests: readonly Manifest[],
  code: 'payload-checksum' | 'tag-file-checksum',
): BagProblem[] => {
  const wanted = manifests.flatMap(({ file, algorithm, listed }) => {
    const checksum = listed.get(path)
    return algorithm === undefined || checksum === undefined ? [] : [{ file, algorithm, checksum }]
  })
  if (wanted.length === 0) return []
  try {
    const found = hashFile(
      join(bag, path),
      wanted.map(({ algorithm }) => algorithm),
    ) // one read for all of them
    return wanted
      .filter(({ checksum }, index) => checksum !== found[index])
      .map(({ file }) => bagProblem(code, { path, detail: file }))
  } catch (error) {
    return [bagProblem('unreadable', { path, detail: errorCode(error) })]
  }
}

/** Hashes each file that is there and listed; `detail` is the manifest it disagrees with. */
export const checkSums = (
  bag: string,
  there: Iterable<string>,
  manifests: readonly Manifest[],
  code: 'payload-checksum' | 'tag-file-checksum',
): BagProblem[] => [...there].flatMap(path => checkFile(bag, path, manifests, code))

/** Files that some file systems cannot keep apart; `detail` is the name met first. */
export const checkNames = (names: Iterable<string>, version: BagVersion): BagProblem[] => {
  const met = new Map<string, string>()
  return [...names].flatMap(path => {
    const folded = foldedName(path)
    const detail = met.get(folded)
    if (detail === undefined) {
      met.set(folded, path)
      return []
    }
    return detail.normalize('NFC') === path.normalize('NFC')
      ? [bagProblem('normalization-collision', { path, detail }, collisionSeverity(version))]
      : [bagProblem('case-collision', { path, detail })]
  })
}
