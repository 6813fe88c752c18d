// Whether a file holds its picture and nothing else: no camera data, no comment, no second picture, nothing behind the end.

/** True only for JPEG and PNG that need no cleaning. */
export function isBare(bytes: Uint8Array, kind: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'jpeg') return isBareJpeg(file)
  return kind === 'png' && isBarePng(file)
}

/** The head says JFIF without a thumbnail, or Adobe; the rest are tables, frames and scans. */
function isBareJpeg(file: Buffer): boolean {
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    const length = file.readUInt16BE(at + 2)
    const isPlainHead = marker === 0xe0 && length === 16 && file.toString('latin1', at + 4, at + 8) === 'JFIF'
    const isAdobe = marker === 0xee && length === 14
    const isTable = (marker >= 0xc0 && marker <= 0xcf) || marker === 0xdb || marker === 0xdd
    if (marker === 0xda) return isLastScan(file, at + 2 + length)
    if (!isPlainHead && !isAdobe && !isTable) return false
    at += 2 + length
  }
  return false
}

/** Within a scan, FF is followed by 00 or a restart mark; then comes the end, or a further scan with its tables. */
function isLastScan(file: Buffer, from: number): boolean {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at)) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xd9) return at + 2 === file.length
    const isData = marker === 0x00 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    if (!isData && marker !== 0xc4 && marker !== 0xda && marker !== 0xdb && marker !== 0xdd) return false
    at += isData ? (marker === 0xff ? 1 : 2) : 2 + (at + 4 <= file.length ? file.readUInt16BE(at + 2) : 2)
  }
  return false
}

const plainChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs'])

function isBarePng(file: Buffer): boolean {
  let at = 8
  while (at + 12 <= file.length) {
    const name = file.toString('latin1', at + 4, at + 8)
    if (!plainChunks.has(name)) return false
    at += 12 + file.readUInt32BE(at)
    if (name === 'IEND') return at === file.length
  }
  return false
}
