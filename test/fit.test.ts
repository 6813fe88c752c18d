// Any picture is made to what a slot takes: upright, without metadata, in format, bytes and pixels within the limits.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Pdf from 'pdfkit'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readExif } from '../src/materials/exif.ts'
import { fit, type SlotLimits } from '../src/materials/fit.ts'
import { isBare } from '../src/materials/bare.ts'
import { profileIn } from '../src/materials/colour-profile.ts'
import { kindOf } from '../src/materials/kind.ts'
import { openPicture, type OpenPicture } from '../src/materials/open-picture.ts'
import { corners, drawPhoto } from './draw-photo.ts'

const aliyun = { formats: ['jpeg', 'png'], 'max-bytes': 2_097_152, 'min-width': 720, 'min-height': 1280 }

async function opened(bytes: Uint8Array): Promise<OpenPicture> {
  const found = await openPicture(bytes)
  if (found.is === 'refused') throw new Error(`refused: ${found.why}`)
  return found
}

const refusal = async (bytes: Uint8Array) => {
  const found = await openPicture(bytes)
  return found.is === 'refused' ? found.why : 'opened'
}

const fitted = async (bytes: Uint8Array, limits: SlotLimits = aliyun, watermark = false) =>
  fit(await opened(bytes), limits, watermark)

const jpegOf = async (photo: Parameters<typeof drawPhoto>[0]) =>
  (await drawPhoto(photo)).jpeg({ quality: 95 }).toBuffer()

describe('a photo of 12 million pixels', async () => {
  const photo = await jpegOf({ orientation: 6, width: 3000, height: 4000, grain: 25 })
  const result = await fitted(photo)

  it('comes within the limit of bytes without losing a pixel', () => {
    expect(photo.length).toBeGreaterThan(aliyun['max-bytes'])
    expect(result.bytes.length).toBeLessThanOrEqual(aliyun['max-bytes'])
    expect(result.bytes.length).toBeGreaterThan(aliyun['max-bytes'] / 2)
    expect([result.width, result.height, result.kind]).toEqual([3000, 4000, 'jpeg'])
  })

  it('says where and with what it was taken, until it is fitted', async () => {
    expect((await opened(photo)).tells).toEqual(['place', 'device', 'time'])
    const { exif, xmp, iptc, icc, orientation } = await sharp(result.bytes).metadata()
    expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(Buffer.from(result.bytes).includes('Haifeng')).toBe(false)
    expect(isBare(result.bytes, 'jpeg')).toBe(true)
  })
})

describe('turning', () => {
  it.each([1, 3, 6, 8])('is done where EXIF says %i', async orientation => {
    const photo = await jpegOf({ orientation, width: 1600, height: 1000 })
    expect(await corners((await fitted(photo)).bytes)).toEqual([true, false])
  })
})

describe('limits', () => {
  const cases: readonly (readonly [string, SlotLimits, number, number])[] = [
    ['little room: smaller, but no smaller than the provider takes', { ...aliyun, 'max-bytes': 300_000 }, 1600, 2400],
    ['lying on its side, the limits are turned', { ...aliyun, 'max-bytes': 300_000 }, 2400, 1600],
  ]
  it.each(cases)('%s', async (_name, limits, width, height) => {
    const result = await fitted(await jpegOf({ width, height, grain: 30 }), limits)
    expect(result.bytes.length).toBeLessThanOrEqual(300_000)
    expect(Math.min(result.width, result.height)).toBeGreaterThanOrEqual(720)
    expect(Math.max(result.width, result.height)).toBeGreaterThanOrEqual(1280)
    expect(result.width / result.height).toBeCloseTo(width / height, 2)
  })

  it('that cannot both be met are told, with the smallest picture that may be', async () => {
    const result = await fitted(await jpegOf({ width: 1600, height: 2400, grain: 40 }), {
      ...aliyun,
      'max-bytes': 20_000,
    })
    expect(result).toMatchObject({ isTooLarge: true, width: 854, height: 1280 })
  })

  it('never enlarge: a small picture stays small', async () => {
    expect(await fitted(await jpegOf({ width: 600, height: 400 }))).toMatchObject({ width: 600, height: 400 })
  })

  it('that nobody publishes leave a picture its size', async () => {
    const result = await fitted(await jpegOf({ width: 4000, height: 3000 }), {})
    expect([result.width, result.height, result.kind]).toEqual([4000, 3000, 'jpeg'])
  })

  it('of an icon take any size', async () => {
    const icon = await sharp({
      create: {
        width: 1024,
        height: 1024,
        channels: 4,
        background: '#0000',
        noise: { type: 'gaussian', mean: 99, sigma: 60 },
      },
    })
      .png()
      .toBuffer()
    const result = await fitted(icon, { ...aliyun, hardBytes: 102_400, anySize: true })
    expect(result.bytes.length).toBeLessThanOrEqual(102_400)
    expect(result.isTooLarge).toBe(false)
  })
})

describe('what is right already', () => {
  it('is taken byte for byte', async () => {
    const once = await fitted(await jpegOf({ width: 1600, height: 1200 }))
    const twice = await fitted(once.bytes)
    expect(twice.isUntouched).toBe(true)
    expect(Buffer.from(twice.bytes).equals(Buffer.from(once.bytes))).toBe(true)
  })

  const dirty: readonly (readonly [string, (clean: Buffer) => Buffer])[] = [
    [
      'a comment',
      clean =>
        Buffer.concat([clean.subarray(0, 2), Buffer.from('\xff\xfe\x00\x08hello!', 'latin1'), clean.subarray(2)]),
    ],
    ['something behind its end', clean => Buffer.concat([clean, Buffer.from('ftypmp42 a film of a few seconds')])],
    [
      'XMP',
      clean =>
        Buffer.concat([clean.subarray(0, 2), Buffer.from('\xff\xe1\x00\x0ahttp://x', 'latin1'), clean.subarray(2)]),
    ],
  ]
  it.each(dirty)('is written anew where it holds %s', async (_what, add) => {
    const clean = await (await drawPhoto({ width: 1600, height: 1200 })).keepMetadata().jpeg().toBuffer()
    const bare = Buffer.from((await fitted(clean)).bytes)
    expect(isBare(add(bare), 'jpeg')).toBe(false)
    const result = await fitted(add(bare))
    expect(isBare(result.bytes, 'jpeg')).toBe(true)
  })

  it('is known among PNGs too', async () => {
    const drawn = sharp({ create: { width: 800, height: 1300, channels: 3, background: '#ddd' } })
    const clean = await drawn.clone().png().toBuffer()
    const dirtyPng = await drawn
      .withExif({ IFD0: { Make: 'Yinhe' } })
      .png()
      .toBuffer()
    expect([isBare(clean, 'png'), isBare(dirtyPng, 'png')]).toEqual([true, false])
    expect((await fitted(clean)).isUntouched).toBe(true)
    expect(await fitted(dirtyPng)).toMatchObject({ isUntouched: false, kind: 'png' })
  })
})

describe('formats', () => {
  const photo = onlyOnce(() => drawPhoto({ width: 800, height: 600, grain: 4 }))
  it.each(['webp', 'tiff', 'avif', 'gif'] as const)('%s becomes what the provider takes', async format => {
    const file = await (await photo()).toFormat(format).toBuffer()
    const { bytes, kind } = await fitted(file)
    expect(['jpeg', 'png']).toContain(kind)
    expect(await kindOf(bytes)).toBe(kind)
    expect(await corners(bytes)).toEqual([true, false])
  })

  it('BMP too', async () => {
    const { bytes } = await fitted(bmp(1400, 800))
    expect(await corners(bytes)).toEqual([true, false])
  })

  it('transparent parts turn white where the format knows none', async () => {
    const clear = await sharp({ create: { width: 1300, height: 800, channels: 4, background: '#0000' } })
      .webp()
      .toBuffer()
    const { bytes } = await fitted(clear, { formats: ['jpeg'] })
    const { channels } = await sharp(bytes).stats()
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255])
  })

  it('the format is the one the provider takes', async () => {
    const jpeg = await jpegOf({ width: 1400, height: 1000, grain: 0 })
    expect((await fitted(jpeg, { formats: ['png'] })).kind).toBe('png')
    expect((await fitted(jpeg, { formats: ['webp'], 'max-bytes': 50_000 })).kind).toBe('webp')
  })
})

describe('PDF', () => {
  it('is drawn, its pages below each other, and says how many were left out', async () => {
    const { width, height, pages, kind } = await opened(await pdf({ pages: 6 }))
    expect(kind).toBe('pdf')
    expect(pages).toEqual({ shown: 4, all: 6 })
    expect(height / width).toBeCloseTo((4 * 841.89) / 595.28, 1)
    expect(width * height).toBeLessThan(16_100_000)
  })

  it('of one page is as upright as its page', async () => {
    const { bytes } = await fitted(await pdf({ pages: 1 }))
    expect(await corners(bytes)).toEqual([true, false])
  })

  it('that is locked, empty of ink or broken says so', async () => {
    expect(await refusal(await pdf({ pages: 1, userPassword: 'x' }))).toBe('locked')
    expect(await refusal(await pdf({ pages: 1, isBlank: true }))).toBe('blank')
    expect(await refusal(Buffer.from('%PDF-1.7 and nothing else of it'))).toBe('unreadable')
  })
})

const canHeic = spawnSync('heif-enc', ['--help']).error === undefined

describe.skipIf(!canHeic)('HEIC (made by heif-enc)', () => {
  it('is read, turned as the file says, and loses its EXIF data', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-heic-'))
    writeFileSync(join(folder, 'a.jpg'), await jpegOf({ width: 1600, height: 1200, orientation: 6 }))
    execFileSync('heif-enc', [join(folder, 'a.jpg'), '-o', join(folder, 'a.heic')], { stdio: 'ignore' })
    const file = readFileSync(join(folder, 'a.heic'))
    const picture = await opened(file)
    expect([picture.kind, picture.tells]).toEqual(['heic', ['place', 'device', 'time']])
    expect([picture.width, picture.height, picture.isTurned]).toEqual([1600, 1200, true])
    const result = await fit(picture, aliyun)
    expect(await corners(result.bytes)).toEqual([true, false])
    expect(isBare(result.bytes, 'jpeg')).toBe(true)
    expect(await refusal(file.subarray(0, file.length / 2))).toBe('unreadable')
  })

  it('of a telephone with wider colours comes out in those that every screen shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-heic-'))
    const background = { r: 220, g: 30, b: 40 }
    const plane = sharp({ create: { width: 1280, height: 960, channels: 3, background } })
    await plane.withIccProfile('p3').jpeg({ quality: 95 }).toFile(join(folder, 'wide.jpg'))
    execFileSync('heif-enc', ['-q', '90', join(folder, 'wide.jpg'), '-o', join(folder, 'wide.heic')], {
      stdio: 'ignore',
    })
    const file = readFileSync(join(folder, 'wide.heic'))
    expect(profileIn(file)?.length).toBeGreaterThan(300)
    const { bytes } = await fit(await opened(file), aliyun)
    const [red = 0, green = 0, blue = 0] = await sharp(bytes).raw().toBuffer()
    expect([Math.abs(red - 220), Math.abs(green - 30), Math.abs(blue - 40)].every(away => away <= 4)).toBe(true)
  })
})

describe('what is no picture', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['text', Buffer.from('hello'), 'not-a-picture'],
    ['an archive', Buffer.from('PK\x03\x04 and so on, and so on, and so on', 'latin1'), 'not-a-picture'],
  ])('is refused: %s', async (_name, bytes, why) => {
    expect(await refusal(bytes)).toBe(why)
  })

  it('has more pixels than anybody needs', async () => {
    const huge = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await refusal(huge)).toBe('too-many-pixels')
  })

  it('breaks off half-way', async () => {
    const whole = await jpegOf({ width: 1600, height: 1200 })
    await expect(fitted(whole.subarray(0, whole.length / 2))).rejects.toThrow(/end|premature|truncat/i)
  })

  it('tells nothing by broken EXIF data', () => {
    const nothing = { orientation: 1, tells: [] }
    expect(readExif(Buffer.from('Exif\0\0MM'))).toEqual(nothing)
    expect(readExif(Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'))).toEqual(nothing)
    expect(readExif(undefined)).toEqual(nothing)
  })
})

describe('the watermark', () => {
  it('leaves the middle as it was, and changes the edges', async () => {
    const plain = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#ccc' } })
      .jpeg()
      .toBuffer()
    const marked = await fitted(plain, aliyun, true)
    const deviation = async (left: number, top: number, width: number, height: number) =>
      (await sharp(await sharp(marked.bytes).extract({ left, top, width, height }).toBuffer()).stats()).channels[0]
        ?.stdev ?? 0
    expect(await deviation(0, 0, 1600, 60)).toBeGreaterThan(5)
    expect(await deviation(0, 1140, 1600, 60)).toBeGreaterThan(5)
    expect(await deviation(0, 120, 1600, 960)).toBeLessThan(1)
  })
})

/** Made once, when it is first asked for. */
function onlyOnce<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => (made ??= make())
}

function pdf({ pages, userPassword, isBlank = false }: { pages: number; userPassword?: string; isBlank?: boolean }) {
  const document = new Pdf({ size: 'A4', ...(userPassword === undefined ? {} : { userPassword }) })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  for (let page = 0; page < pages; page += 1) {
    if (page > 0) document.addPage()
    if (!isBlank) document.rect(0, 0, 80, 110).fill('#d01010')
  }
  document.end()
  return new Promise<Buffer>(resolve => document.on('end', () => resolve(Buffer.concat(parts))))
}

/** 24 bits, bottom up: white, red at the upper left. */
function bmp(width: number, height: number): Buffer {
  const stride = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + stride * height, 0xff)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(0, 6)
  for (const [at, value] of [
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
    [30, 0],
    [34, 0],
    [38, 2835],
    [42, 2835],
    [46, 0],
    [50, 0],
  ])
    file.writeUInt32LE(value ?? 0, at ?? 0)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = height - 1; y > height * 0.8; y -= 1)
    for (let x = 0; x < width * 0.2; x += 1) file.set([16, 16, 208], 54 + y * stride + x * 3)
  return file
}
