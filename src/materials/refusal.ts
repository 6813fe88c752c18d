// Why a picture could not be read: from what its reader said and from whether the file has its end.

/**
 * `truncated`: the file ends too early · `unreadable`: its content is broken · `too-many-pixels`: more than
 * `mostPixels` · `no-reader`: a format that is not read here (HEIC, rare kinds of BMP)
 */
export type Refusal = 'truncated' | 'unreadable' | 'too-many-pixels' | 'no-reader'

/** A reader that stops early says so in its own words, or the file lacks the mark of its end. */
export function refusalOf(error: unknown, bytes: Uint8Array): Refusal {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit|too (large|big)/i.test(message)) return 'too-many-pixels'
  if (isContainer(bytes)) return 'no-reader'
  const endsEarly = /premature|truncat|end of (gif|stream|file|data|image)|unexpected eof/i.test(message)
  return endsEarly || !isWhole(bytes) ? 'truncated' : 'unreadable'
}

/** HEIC and its relatives: of these only AVIF is read. */
const isContainer = (bytes: Uint8Array) => latin(bytes, 4, 8) === 'ftyp' && latin(bytes, 8, 12) !== 'avif'

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Whether a picture has the mark of its end. */
function isWhole(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-64))
  const head = latin(bytes, 0, 4)
  if (head.startsWith('\xff\xd8')) return tail.includes('\xff\xd9', 0, 'latin1')
  if (head === '\x89PNG') return tail.includes('IEND')
  if (head.startsWith('GIF')) return tail.at(-1) === 0x3b
  if (head.startsWith('II') || head.startsWith('MM')) return hasDirectory(bytes)
  return head !== 'RIFF' || (bytes.length >= 8 && bytes.length >= viewOf(bytes).getUint32(4, true))
}

/** Of a TIFF: its directory stands within the file. */
const hasDirectory = (bytes: Uint8Array) =>
  bytes.length >= 8 && viewOf(bytes).getUint32(4, bytes[0] === 0x49) < bytes.length - 2

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
