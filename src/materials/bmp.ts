// Windows bitmaps, which sharp does not read: uncompressed, of 1 to 32 bits a pixel, bottom up or top down.

type Bmp =
  | { readonly is: 'picture'; readonly width: number; readonly height: number; readonly rgb: Uint8Array }
  | { readonly is: 'refused'; readonly why: 'truncated' | 'too-many-pixels' | 'no-reader' }

const depths = [1, 4, 8, 24, 32]

/** @param most pixels at most; nothing is allocated for more */
export function readBmp(bytes: Uint8Array, most: number): Bmp {
  if (bytes.length < 54) return { is: 'refused', why: 'truncated' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [start, headSize] = [view.getUint32(10, true), view.getUint32(14, true)]
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)]
  const [depth, compression] = [view.getUint16(28, true), view.getUint32(30, true)]
  const height = Math.abs(signedHeight)
  // 3 says where the colours stand; with 32 bits that is where they always stand.
  const isPlain = compression === 0 || (compression === 3 && depth === 32)
  if (headSize < 40 || !isPlain || !depths.includes(depth) || width <= 0 || height === 0)
    return { is: 'refused', why: 'no-reader' }
  if (width * height > most) return { is: 'refused', why: 'too-many-pixels' }
  const stride = Math.ceil((width * depth) / 32) * 4
  if (start + stride * height > bytes.length) return { is: 'refused', why: 'truncated' }
  const palette = depth <= 8 ? bytes.subarray(14 + headSize, 14 + headSize + 4 * 2 ** depth) : undefined
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const row = start + (signedHeight > 0 ? height - 1 - y : y) * stride
    for (let x = 0; x < width; x += 1) {
      const [from, at] = palette ? [palette, paletteIndex(bytes, row, x, depth) * 4] : [bytes, row + (x * depth) / 8]
      const to = (y * width + x) * 3
      rgb[to] = from[at + 2] ?? 0
      rgb[to + 1] = from[at + 1] ?? 0
      rgb[to + 2] = from[at] ?? 0
    }
  }
  return { is: 'picture', width, height, rgb }
}

function paletteIndex(bytes: Uint8Array, row: number, x: number, depth: number): number {
  const bit = x * depth
  const byte = bytes[row + (bit >> 3)] ?? 0
  return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}
