// Colours that mean something else than sRGB, as most telephones take them: the pixels with the profile that tells.
import type { Pixels } from './heic.ts'

/** The ICC profile of a HEIC, where it has one and that is not sRGB itself. */
export function profileIn(heic: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(heic.buffer, heic.byteOffset, heic.byteLength)
  for (const kind of ['colrprof', 'colrrICC']) {
    const at = file.indexOf(kind, 0, 'latin1')
    if (at < 4) continue
    const profile = file.subarray(at + 8, at - 4 + file.readUInt32BE(at - 4))
    const isWhole = profile.length > 128 && profile.toString('latin1', 36, 40) === 'acsp'
    const isForRgb = profile.toString('latin1', 16, 20) === 'RGB '
    if (isWhole && isForRgb && !isPlain(profile)) return profile
  }
  return undefined
}

/** Profiles name themselves in ASCII or in UTF-16. */
const isPlain = (profile: Buffer) =>
  profile.includes('sRGB', 0, 'latin1') || profile.includes(Buffer.from('sRGB', 'utf16le').swap16())

/** Tags of a TIFF, in their order; those of several shorts or longs point behind the directory. */
const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  meaning: 262,
  pixels: 273,
  samples: 277,
  rows: 278,
  bytes: 279,
  profile: 34675,
} as const

/** An uncompressed TIFF of the pixels without their transparency, with the profile in it. */
export function withProfile({ width, height, rgba }: Pixels, profile: Uint8Array): Buffer {
  const length = width * height * 3
  const directory = 8
  const bits = directory + 2 + Object.keys(tag).length * 12 + 4
  const start = bits + 6
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [tag.width, 4, 1, width],
    [tag.height, 4, 1, height],
    [tag.bits, 3, 3, bits],
    [tag.compression, 3, 1, 1],
    [tag.meaning, 3, 1, 2],
    [tag.pixels, 4, 1, start],
    [tag.samples, 3, 1, 3],
    [tag.rows, 4, 1, height],
    [tag.bytes, 4, 1, length],
    [tag.profile, 7, profile.length, start + length],
  ]
  const tiff = Buffer.alloc(start + length + profile.length)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(directory, 4)
  tiff.writeUInt16LE(entries.length, directory)
  entries.forEach(([id, type, count, value], index) => {
    const at = directory + 2 + index * 12
    tiff.writeUInt16LE(id, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  })
  for (const sample of [0, 2, 4]) tiff.writeUInt16LE(8, bits + sample)
  for (let from = 0, to = start; to < start + length; from += 4, to += 3) {
    tiff[to] = rgba[from] ?? 0
    tiff[to + 1] = rgba[from + 1] ?? 0
    tiff[to + 2] = rgba[from + 2] ?? 0
  }
  tiff.set(profile, start + length)
  return tiff
}
