/* From the bytes of a tag file to its lines, in the encoding the bag declares. */
import { TextDecoder } from 'node:util'
import { bagProblem, type BagProblem } from '../model/bag-problem.ts'
import type { BagVersion } from './bag-name.ts'

export type Declaration = { version: BagVersion; encoding: string }

/** `number` counts from 1. */
export type Line = { number: number; text: string }

/** Lines end in LF, CR or CRLF; the last may do without. */
export function* linesOf(text: string): Generator<Line> {
  let [from, number] = [0, 1]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { number, text: text.slice(from, index) }
    from = index + end.length
    number += 1
  }
  if (from < text.length) yield { number, text: text.slice(from) }
}

const byteOrderMark = '\uFEFF'

// What WHATWG calls utf-16 is little-endian only; RFC 2781 goes by the mark, and is big-endian without one.
const decoderName = (encoding: string, bytes: Uint8Array): string => {
  if (!/^utf-?16$/i.test(encoding)) return encoding
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be'
}

const isKnownEncoding = (encoding: string): boolean => {
  try {
    return new TextDecoder(encoding).encoding !== ''
  } catch {
    return false
  }
}

/** The text, or a problem at `path`. UTF-8 files may not begin with a byte-order mark (RFC 8493 §2.3). */
export const decodeTag = (path: string, bytes: Uint8Array, encoding: string): string | BagProblem => {
  const decoder = new TextDecoder(decoderName(encoding, bytes), { fatal: true, ignoreBOM: true })
  try {
    const text = decoder.decode(bytes)
    if (!text.startsWith(byteOrderMark)) return text
    return decoder.encoding === 'utf-8' ? bagProblem('byte-order-mark', { path }) : text.slice(1)
  } catch {
    return bagProblem('encoding-invalid', { path, detail: encoding })
  }
}

// The RFC's own examples write `BagIt-version`; its grammar is case-insensitive.
const form = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\n|\r)Tag-File-Character-Encoding: (\S+)(?:\r\n|\n|\r)?$/i

/** Reads bagit.txt: exactly two lines, in UTF-8 whatever they declare (RFC 8493 §2.1.1). */
export const readDeclaration = (bytes: Uint8Array): Declaration | BagProblem => {
  const path = 'bagit.txt'
  const text = decodeTag(path, bytes, 'utf-8')
  if (typeof text !== 'string') return text
  const [, version, encoding] = form.exec(text) ?? []
  if (version === undefined || encoding === undefined) return bagProblem('declaration-malformed', { path })
  if (version !== '1.0' && version !== '0.97') return bagProblem('version-unsupported', { path, detail: version })
  if (!isKnownEncoding(encoding)) return bagProblem('encoding-unknown', { path, detail: encoding })
  return { version, encoding }
}
