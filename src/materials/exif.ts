// What the EXIF data of a picture say: which way is up, and what they give away about whoever took it.

export type Tells = 'place' | 'device' | 'time'

/** `orientation`: 1 upright, 3 upside down, 6 and 8 lying on a side. */
export type Exif = { readonly orientation: number; readonly tells: readonly Tells[] }

/** Tags of the first directory; the camera's own data stand behind `details`. */
const tags = { maker: 0x010f, model: 0x0110, orientation: 0x0112, changed: 0x0132, details: 0x8769, place: 0x8825 }

/** Takes what sharp hands out, with or without the six bytes `Exif\0\0`. What cannot be read says nothing. */
export function readExif(exif: Uint8Array | undefined): Exif {
  const found = exif ? entriesOf(exif) : new Map<number, number>()
  const has = (...wanted: readonly number[]) => wanted.some(tag => found.has(tag))
  return {
    orientation: found.get(tags.orientation) ?? 1,
    tells: [
      ...(has(tags.place) ? (['place'] as const) : []),
      ...(has(tags.maker, tags.model) ? (['device'] as const) : []),
      ...(has(tags.changed, tags.details) ? (['time'] as const) : []),
    ],
  }
}

/** Each tag with the first two bytes of its value, which is all of an orientation. */
function entriesOf(exif: Uint8Array): ReadonlyMap<number, number> {
  const start = Buffer.from(exif.subarray(0, 4)).toString('latin1') === 'Exif' ? 6 : 0
  if (exif.byteLength < start + 8) return new Map()
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start)
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return new Map()
  const count = view.getUint16(directory, little)
  const entries = Array.from({ length: count }, (_, index) => directory + 2 + index * 12)
  const whole = entries.filter(at => at + 12 <= view.byteLength)
  return new Map(whole.map(at => [view.getUint16(at, little), view.getUint16(at + 8, little)]))
}
