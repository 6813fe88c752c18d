// A font file: whether it is one that can be printed with, which characters it has, and which face of a collection to take.

export type Font = {
  readonly bytes: Buffer
  /** PostScript name of the face, where the file holds several */
  readonly face?: string
  readonly has: (character: string) => boolean
}

/** Web fonts print blank pages; anything else is no font at all. */
export type FontFault = 'web-font' | 'not-a-font'

type Tables = ReadonlyMap<string, { readonly offset: number; readonly length: number }>

const names = {
  collection: 'ttcf',
  web: ['wOFF', 'wOF2'],
  /** TrueType (1.0 and Apple's), and OpenType with PostScript outlines */
  plain: ['\u0000\u0001\u0000\u0000', 'true', 'OTTO'],
} as const

const tagAt = (bytes: Buffer, offset: number) => bytes.toString('latin1', offset, offset + 4)

/** Never throws: a file cut short is no font. */
export function readFont(bytes: Buffer): Font | FontFault {
  try {
    const kind = tagAt(bytes, 0)
    if (names.web.some(tag => tag === kind)) return 'web-font'
    if (names.plain.some(tag => tag === kind)) return { bytes, has: coverage(bytes, tablesAt(bytes, 0)) }
    return kind === names.collection ? bestFace(bytes) : 'not-a-font'
  } catch (error) {
    if (error instanceof RangeError) return 'not-a-font'
    throw error
  }
}

function tablesAt(bytes: Buffer, offset: number): Tables {
  const count = bytes.readUInt16BE(offset + 4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = offset + 12 + index * 16
      return [tagAt(bytes, at), { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) }]
    }),
  )
}

/** Of a collection, the face drawn for mainland China: the same characters look otherwise in Japan. */
function bestFace(bytes: Buffer): Font | FontFault {
  const faces = Array.from({ length: Math.min(bytes.readUInt32BE(8), 64) }, (_, index) => {
    const tables = tablesAt(bytes, bytes.readUInt32BE(12 + index * 4))
    return { tables, name: postScriptName(bytes, tables) }
  })
  const best = faces.find(({ name }) => /(sc|cn|gb|hans)\b|(sc|cn|gb|hans)-/i.test(name)) ?? faces[0]
  return best ? { bytes, face: best.name, has: coverage(bytes, best.tables) } : 'not-a-font'
}

/** Name 6 of the table `name`, which every font has for Windows in two-byte characters. */
function postScriptName(bytes: Buffer, tables: Tables): string {
  const table = tables.get('name')
  if (!table) return ''
  const texts = table.offset + bytes.readUInt16BE(table.offset + 4)
  for (let index = 0; index < bytes.readUInt16BE(table.offset + 2); index += 1) {
    const at = table.offset + 6 + index * 12
    if (bytes.readUInt16BE(at + 6) !== 6) continue
    const start = texts + bytes.readUInt16BE(at + 10)
    const text = bytes.toString('latin1', start, start + bytes.readUInt16BE(at + 8))
    return text.replaceAll('\u0000', '')
  }
  return ''
}

/** The table `cmap`: in format 12, which reaches every plane of Unicode, else in format 4, which knows the first. */
function coverage(bytes: Buffer, tables: Tables): Font['has'] {
  const cmap = tables.get('cmap')?.offset
  if (cmap === undefined) throw new RangeError('no table of characters')
  const subtables = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => {
    const offset = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4)
    return { offset, format: bytes.readUInt16BE(offset) }
  })
  const groups = subtables.find(({ format }) => format === 12)
  if (groups) return inGroups(bytes, groups.offset)
  const segments = subtables.find(({ format }) => format === 4)
  if (segments) return inSegments(bytes, segments.offset)
  throw new RangeError('no table of characters that we can read')
}

function inGroups(bytes: Buffer, offset: number): Font['has'] {
  const count = bytes.readUInt32BE(offset + 12)
  const groupAt = (index: number) => {
    const at = offset + 16 + index * 12
    return { first: bytes.readUInt32BE(at), last: bytes.readUInt32BE(at + 4), glyph: bytes.readUInt32BE(at + 8) }
  }
  groupAt(Math.max(count - 1, 0))
  return character => {
    const code = character.codePointAt(0) ?? 0
    let [low, high] = [0, count - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const { first, last, glyph } = groupAt(middle)
      if (code < first) high = middle - 1
      else if (code > last) low = middle + 1
      else return glyph + code - first > 0
    }
    return false
  }
}

function inSegments(bytes: Buffer, offset: number): Font['has'] {
  const twice = bytes.readUInt16BE(offset + 6)
  const [ends, starts] = [offset + 14, offset + 16 + twice]
  const [deltas, ranges] = [starts + twice, starts + 2 * twice]
  return character => {
    const code = character.codePointAt(0) ?? 0
    if (code > 0xff_ff) return false
    for (let at = 0; at < twice; at += 2) {
      if (code > bytes.readUInt16BE(ends + at)) continue
      const start = bytes.readUInt16BE(starts + at)
      if (code < start) return false
      const range = bytes.readUInt16BE(ranges + at)
      if (range === 0) return ((code + bytes.readUInt16BE(deltas + at)) & 0xff_ff) > 0
      const glyph = ranges + at + range + (code - start) * 2
      return glyph + 2 <= bytes.length && bytes.readUInt16BE(glyph) > 0
    }
    return false
  }
}
