// Zip archives written by hand, byte by byte: as odd as nobody should write them.
import { crc32, deflateRawSync } from 'node:zlib'

export type HandMadeEntry = {
  readonly name: string | Uint8Array
  readonly data?: string | Uint8Array
  readonly deflate?: boolean
  readonly method?: number
  readonly flags?: number
  /** as Unix has it, kind of file included */
  readonly mode?: number
  readonly crc?: number
  /** what the directory says the sizes are */
  readonly packed?: number
  readonly unpacked?: number
  readonly extra?: Uint8Array
}

const utf8Flag = 0x800
const unix = 0x0314
const dosDay = ((2026 - 1980) << 9) | (12 << 5) | 1

type Placed = { readonly local: Buffer; readonly central: (offset: number) => Buffer }

function placed(entry: HandMadeEntry): Placed {
  const name = Buffer.from(entry.name)
  const data = Buffer.from(entry.data ?? '')
  const body = entry.deflate === true ? deflateRawSync(data) : data
  const extra = Buffer.from(entry.extra ?? [])
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(entry.flags ?? utf8Flag, 2)
  shared.writeUInt16LE(entry.method ?? (entry.deflate === true ? 8 : 0), 4)
  shared.writeUInt16LE(dosDay, 8)
  shared.writeUInt32LE(entry.crc ?? crc32(data), 10)
  shared.writeUInt32LE(entry.packed ?? body.length, 14)
  shared.writeUInt32LE(entry.unpacked ?? data.length, 18)
  shared.writeUInt16LE(name.length, 22)
  shared.writeUInt16LE(extra.length, 24)
  const attributes = (entry.mode ?? 0o100600) * 0x10000
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, extra, body]),
    central: offset => {
      const rest = Buffer.alloc(14)
      rest.writeUInt32LE(attributes, 6)
      rest.writeUInt32LE(offset, 10)
      const made = Buffer.alloc(2)
      made.writeUInt16LE(unix, 0)
      return Buffer.concat([Buffer.from('PK\u0001\u0002'), made, shared, rest, name, extra])
    },
  }
}

/** `count`: how many entries the end of the archive claims. */
export function handMadeZip(entries: readonly HandMadeEntry[], count = entries.length): Buffer {
  const all = entries.map(placed)
  let offset = 0
  const central = all.map(({ local, central: at }) => {
    const record = at(offset)
    offset += local.length
    return record
  })
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count & 0xffff, 4)
  end.writeUInt16LE(count & 0xffff, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...all.map(({ local }) => local), directory, Buffer.from('PK\u0005\u0006'), end])
}
