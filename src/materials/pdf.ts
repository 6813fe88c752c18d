// What a PDF says of itself: its pages, and whether it is locked. Read from its objects, without drawing it.
import { inflateSync } from 'node:zlib'

export type Pdf = {
  /** undefined where the file does not tell */
  readonly pages: number | undefined
  readonly isEncrypted: boolean
  /** its end is missing */
  readonly isTruncated: boolean
}

/** Bytes unpacked in all: more than the lists of objects of a long document, less than a bomb. */
const mostUnpacked = 32 * 1024 * 1024

export function readPdf(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const isEncrypted = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)
  const isTruncated = !text.slice(-2048).includes('%%EOF')
  // Strings of a locked document are locked, its lists of objects with them.
  return { pages: countPages(isEncrypted ? text : `${text}\n${objectStreams(text, bytes)}`), isEncrypted, isTruncated }
}

/** The greatest count of a page tree; else the pages that stand in the file. */
function countPages(text: string): number | undefined {
  const trees = [
    ...text.matchAll(
      /\/Type\s*\/Pages\b[^>]{0,4000}?\/Count\s+(\d{1,7})|\/Count\s+(\d{1,7})[^>]{0,4000}?\/Type\s*\/Pages\b/g,
    ),
  ]
  const counts = trees.map(([, one, other]) => Number(one ?? other))
  if (counts.length > 0) return Math.max(...counts)
  const pages = text.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length
  return pages === undefined ? undefined : pages
}

/** Objects packed together, as most programs since PDF 1.5 write them. */
function objectStreams(text: string, bytes: Uint8Array): string {
  const found: string[] = []
  let left = mostUnpacked
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b[^]{0,400}?stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0 || left <= 0) break
    try {
      const unpacked = inflateSync(bytes.subarray(start, end), { maxOutputLength: left, finishFlush: 2 })
      left -= unpacked.length
      found.push(unpacked.toString('latin1'))
    } catch {
      // Packed another way, or broken: then its pages are not counted.
    }
  }
  return found.join('\n')
}
