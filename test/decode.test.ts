// A picture's bytes become pixels, or a reason why not; its codes become text.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decode, mostPixels } from '../src/materials/decode.ts'
import { readCodes } from '../src/materials/qr.ts'
import { drawCode } from './draw-code.ts'

/** Left half red, right half blue. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c00000' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#0000c0' } }, left: width / 2, top: 0 },
  ])

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })

async function colourAt(bytes: Uint8Array, x: number, y: number) {
  const decoded = await decode(bytes)
  if (decoded.is !== 'picture') throw new Error(decoded.why)
  const { width, height, rgb } = decoded.raster
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3
  const [red = 0, , blue = 0] = rgb.subarray(at, at + 3)
  return red > blue ? 'red' : 'blue'
}

describe('decode', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const)('reads %s', async format => {
    const bytes = await halves(64, 40).toFormat(format).toBuffer()
    expect(await colourAt(bytes, 0.1, 0.5)).toBe('red')
    expect(await colourAt(bytes, 0.9, 0.5)).toBe('blue')
  })

  it.each([1, 8, 24, 32])('reads a plain bitmap of %i bits a pixel', async depth => {
    expect(await colourAt(bitmap(depth), 0.1, 0.5)).toBe('red')
    expect(await colourAt(bitmap(depth), 0.9, 0.5)).toBe('blue')
  })

  it('turns a picture upright as EXIF says', async () => {
    const bytes = await halves(64, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const decoded = await decode(bytes)
    expect(decoded).toMatchObject({ raster: { width: 40, height: 64, fullWidth: 40, fullHeight: 64 } })
    expect(await colourAt(bytes, 0.5, 0.1)).toBe('red')
  })

  it('makes a large picture smaller and leaves a small one as it is', async () => {
    const large = await decode(await halves(4000, 2000).jpeg().toBuffer())
    expect(large).toMatchObject({ raster: { width: 1600, height: 800, fullWidth: 4000 } })
    const small = await decode(await halves(64, 40).jpeg().toBuffer())
    expect(small).toMatchObject({ raster: { width: 64, height: 40, fullWidth: 64 } })
  })

  it('puts transparency on white and reads one grey channel as three', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const grey = await halves(8, 8).greyscale().png().toBuffer()
    for (const bytes of [clear, grey]) {
      const decoded = await decode(bytes)
      if (decoded.is !== 'picture') throw new Error(decoded.why)
      expect(decoded.raster.rgb).toHaveLength(8 * 8 * 3)
      expect(decoded.raster.grey).toHaveLength(8 * 8)
    }
    expect(await decode(clear)).toMatchObject({ raster: { grey: new Uint8Array(64).fill(255) } })
  })

  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff'] as const)('tells a %s cut off in the middle', async format => {
    const bytes = await noise(300, 300).toFormat(format).toBuffer()
    expect(await decode(bytes.subarray(0, bytes.length / 2))).toMatchObject({ is: 'refused', why: 'truncated' })
  })

  it('does not unpack a hundred million pixels', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    expect(bytes.length).toBeLessThan(mostPixels / 100)
    expect(await decode(bytes)).toMatchObject({ why: 'too-many-pixels', head: { width: 10_000, height: 10_000 } })
  })

  it('says that nothing is readable in what is no picture', async () => {
    expect(await decode(Buffer.from('not a picture at all'))).toMatchObject({ is: 'refused' })
    expect(await decode(Buffer.alloc(0))).toMatchObject({ is: 'refused' })
    expect(await decode(Buffer.from('BM'))).toEqual({ is: 'refused', why: 'truncated' })
  })
})

describe('readCodes', () => {
  const withCode = async (text: string) => {
    const code = await drawCode(text, 5)
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#f4f0e4' } })
      .composite([{ input: code, left: 500, top: 300 }])
      .jpeg()
      .toBuffer()
    const decoded = await decode(bytes)
    if (decoded.is !== 'picture') throw new Error(decoded.why)
    return readCodes(decoded.raster)
  }

  it('reads the text of a code wherever it stands, Chinese too', async () => {
    expect(await withCode('https://example.cn/?uniscid=91440300MA5FKT2C9R')).toEqual([
      'https://example.cn/?uniscid=91440300MA5FKT2C9R',
    ])
    expect(await withCode('名称：深圳市海风软件有限公司')).toEqual(['名称：深圳市海风软件有限公司'])
  })

  it('finds nothing where there is no code', async () => {
    expect(await readCodes({ width: 40, height: 40, grey: new Uint8Array(1600).fill(200) })).toEqual([])
  })
})

/** 64 × 40, left half red, right half blue, stored bottom up; below 24 bits with a palette of red and blue. */
function bitmap(depth: number): Uint8Array {
  const [width, height, colours] = [64, 40, depth <= 8 ? 2 ** depth : 0]
  const stride = Math.ceil((width * depth) / 32) * 4
  const start = 54 + colours * 4
  const bytes = Buffer.alloc(start + stride * height)
  bytes.write('BM')
  bytes.writeUInt32LE(start, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(depth, 28)
  const [red, blue] = [
    [0, 0, 0xc0],
    [0xc0, 0, 0],
  ]
  if (colours > 0) [red, blue].forEach((colour, index) => bytes.set(colour ?? [], 54 + index * 4))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isBlue = x >= width / 2
      const at = start + y * stride + Math.floor((x * depth) / 8)
      if (depth >= 24) bytes.set((isBlue ? blue : red) ?? [], at)
      else if (isBlue) bytes[at] = depth === 8 ? 1 : 0xff
    }
  return bytes
}
