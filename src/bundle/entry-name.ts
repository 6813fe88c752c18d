/* The name of an entry in an archive: in which encoding, and whether it may be used at all. */
import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import type { BundleProblem } from '../model/bundle-problem.ts'
import { pathFault } from './bag-name.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

const unicodePath = 0x7075
const versionAndSum = 5

/** What WinRAR and Info-ZIP write beside a name in another encoding; only if it belongs to that name. */
const unicodeName = ({ extraFields, fileNameRaw }: Entry): string | undefined => {
  const field = extraFields.find(({ id, data }) => id === unicodePath && data.length > versionAndSum)
  if (field?.data[0] !== 1 || field.data.readUInt32LE(1) !== crc32(fileNameRaw)) return undefined
  return decoded(field.data.subarray(versionAndSum))
}

/**
 * Undefined for what is no UTF-8. The flag for UTF-8 is not asked: many tools forget it, and hardly a name in another
 * encoding happens to be valid UTF-8.
 */
export const entryName = (entry: Entry): string | undefined => unicodeName(entry) ?? decoded(entry.fileNameRaw)

const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?$/i

const longestPart = 255
const longestName = 1000

/** `name` with slashes, a folder's with one at its end. Undefined when it may be used on every system. */
export const nameProblem = (name: string): BundleProblem | undefined => {
  const path = name.replace(/\/$/, '')
  const fault = pathFault(path)
  if (fault !== undefined) return { code: 'name-unsafe', path: name, detail: fault }
  const parts = path.split('/')
  if (parts.some(part => devices.test(part.trim()))) return { code: 'name-device', path: name }
  const isTooLong = Buffer.byteLength(path) > longestName || parts.some(part => Buffer.byteLength(part) > longestPart)
  return isTooLong ? { code: 'name-too-long', path: `${name.slice(0, 60)}…` } : undefined
}
