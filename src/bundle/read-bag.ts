/* Is a folder a complete and valid bag? (RFC 8493 §3; BagIt 1.0 and 0.97) */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listBag, type BagFiles } from './bag-files.ts'
import { bagProblem, type BagProblem } from '../model/bag-problem.ts'
import { errorCode } from './hash-file.ts'
import { checkBagInfo } from './read-bag-info.ts'
import { readFetch, unlistedFetches, type Fetch } from './read-fetch.ts'
import { inPayload, inTags, locator, readManifest, type Manifest, type Place } from './read-manifest.ts'
import { decodeTag, readDeclaration, type Declaration } from './tag-text.ts'
import { checkNames, checkPayload, checkSums, checkTags } from './verify-files.ts'

// A manifest of a million files is about 150 MB; a longer one is not read into memory.
const largestTagFile = 256 * 1024 * 1024

/** `unread` grows by a problem for every tag file that cannot be read as text. */
type Bag = { dir: string; files: BagFiles; declared: Declaration; unread: BagProblem[] }

const readTagBytes = (dir: string, files: BagFiles, path: string): Uint8Array | BagProblem => {
  if ((files.tags.get(path) ?? 0) > largestTagFile) return bagProblem('tag-file-too-large', { path })
  try {
    return readFileSync(join(dir, path))
  } catch (error) {
    return bagProblem('unreadable', { path, detail: errorCode(error) })
  }
}

/** Undefined when there is no such file, or when it cannot be read as text; then `unread` grows. */
const readTag = (bag: Bag, path: string): string | undefined => {
  if (!bag.files.tags.has(path)) return undefined
  const bytes = readTagBytes(bag.dir, bag.files, path)
  const text = 'code' in bytes ? bytes : decodeTag(path, bytes, bag.declared.encoding)
  if (typeof text === 'string') return text
  bag.unread.push(text)
  return undefined
}

const declarationOf = (dir: string, files: BagFiles): Declaration | BagProblem => {
  if (!files.tags.has('bagit.txt')) return bagProblem('declaration-missing', { path: 'bagit.txt' })
  const bytes = readTagBytes(dir, files, 'bagit.txt')
  return 'code' in bytes ? bytes : readDeclaration(bytes)
}

const readManifests = (bag: Bag, named: RegExp, place: Place): Manifest[] => {
  const names = place === inPayload ? bag.files.payload : bag.files.tags
  const version = bag.declared.version
  const reading = { version, place, locate: locator(names.keys(), version) }
  return [...bag.files.tags.keys()]
    .filter(path => named.test(path))
    .flatMap(path => {
      const text = readTag(bag, path)
      return text === undefined ? [] : [readManifest(path, text, reading)]
    })
}

const payloadManifest = /^manifest-[^/]+\.txt$/
const tagManifest = /^tagmanifest-[^/]+\.txt$/

const noFetch: Fetch = { names: new Map(), problems: [] }

// Arrays are joined, never pushed as arguments: a bag can have more problems than a call can take.
const checkBag = (bag: Bag): BagProblem[] => {
  const { dir, files } = bag
  const { version } = bag.declared
  const info = readTag(bag, 'bag-info.txt')
  const manifests = readManifests(bag, payloadManifest, inPayload)
  const seals = readManifests(bag, tagManifest, inTags)
  const fetchText = readTag(bag, 'fetch.txt')
  const fetch = fetchText === undefined ? noFetch : readFetch(fetchText, version)
  const manifestNames = [...files.tags.keys()].filter(path => payloadManifest.test(path))
  return [
    info === undefined ? [] : checkBagInfo(info, version, files),
    files.hasData ? [] : [bagProblem('payload-folder-missing', { path: 'data' })],
    manifestNames.length > 0 ? [] : [bagProblem('manifest-missing')],
    bag.unread,
    manifests.flatMap(({ problems }) => problems),
    seals.flatMap(({ problems }) => problems),
    fetch.problems,
    unlistedFetches(fetch, manifests, version),
    manifests.length > 0 ? checkPayload(files, manifests, version, fetch.names) : [],
    checkTags(files, seals, manifestNames),
    checkNames(files.payload.keys(), version),
    checkSums(dir, files.tags.keys(), seals, 'tag-file-checksum'),
    checkSums(dir, files.payload.keys(), manifests, 'payload-checksum'),
  ].flat()
}

/** Undefined for a folder. */
const noFolder = (path: string): BagProblem | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? undefined : bagProblem('not-a-folder')
  } catch (error) {
    return bagProblem('unreadable', { path: '.', detail: errorCode(error) })
  }
}

/**
 * Everything wrong with a bag, cheap checks first; without an `error` it is complete and valid. Nothing outside `dir`
 * is opened, no link in it followed, nothing fetched, nothing written. A bag whose declaration cannot be read is not
 * looked at further: its rules and its encoding are unknown. Never throws for what lies on the disk.
 */
export const verifyBag = async (dir: string): Promise<BagProblem[]> => {
  const problem = noFolder(dir)
  if (problem) return [problem]
  const files = listBag(dir)
  const declared = declarationOf(dir, files)
  if ('code' in declared) return [...files.problems, declared]
  return [...files.problems, ...checkBag({ dir, files, declared, unread: [] })]
}
