// A paper as a scanner or a phone sees it: on a table, a little askew, unevenly lit, with some noise.
import sharp, { type Sharp } from 'sharp'
import { drawPaper, type Paper } from './papers.ts'
import { bell, chance } from './seeded.ts'

export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

/** `flat`: from a scanner, the page is the picture. `table`: by phone, with a margin around it. */
export type Manner = 'flat' | 'table'

export type Shot = {
  readonly paper: Paper
  readonly seed: number
  readonly manner: Manner
  readonly code?: Buffer
  /** the paper's place in the picture, in shares of the picture; cut off where it leaves it */
  readonly shift?: readonly [number, number]
  /** enlarges the paper by this before it is laid down */
  readonly grow?: number
}

const tables = ['#b9b2a6', '#8d7f70', '#c9ccd0', '#6f777d', '#a58f77']

export async function shoot({ paper, seed, manner, code, shift = [0, 0], grow = 1 }: Shot): Promise<Pixels> {
  const random = chance(seed * 97 + 13)
  bell(random)
  const drawing = drawPaper(paper, seed, code)
  const wide = (manner === 'flat' ? 1280 : 1050) * grow
  const scale = wide / Math.max(drawing.width, drawing.height)
  const [width, height] = [Math.round(drawing.width * scale), Math.round(drawing.height * scale)]
  const drawn = await sharp(Buffer.from(drawing.svg), { density: 72 * scale })
    .resize(width, height)
    .png()
    .toBuffer()
  if (manner === 'flat') return grain(await pixelsOf(sharp(drawn)), 1.5, 0.02, random)
  const [canvasWidth, canvasHeight] = [Math.round((width / grow) * 1.28), Math.round((height / grow) * 1.28)]
  const table = tables[seed % tables.length] ?? '#999999'
  const turned = await sharp(drawn)
    .rotate(bell(random) * 1.2, { background: '#00000000' })
    .png()
    .toBuffer({ resolveWithObject: true })
  const left = Math.round((canvasWidth - turned.info.width) / 2 + shift[0] * canvasWidth)
  const top = Math.round((canvasHeight - turned.info.height) / 2 + shift[1] * canvasHeight)
  const cut = await visible(turned.data, left, top, canvasWidth, canvasHeight)
  const laid = sharp({
    create: { width: canvasWidth, height: canvasHeight, channels: 3, background: table },
  }).composite([cut])
  return grain(await pixelsOf(sharp(await laid.png().toBuffer())), 2.5, 0.1, random)
}

/** The part of a picture that lies on the canvas. */
async function visible(input: Buffer, left: number, top: number, width: number, height: number) {
  const { width: own, height: tall } = await sharp(input).metadata()
  const [x, y] = [Math.max(0, -left), Math.max(0, -top)]
  const part = {
    left: x,
    top: y,
    width: Math.min(own - x, width - Math.max(0, left)),
    height: Math.min(tall - y, height - Math.max(0, top)),
  }
  return { input: await sharp(input).extract(part).toBuffer(), left: Math.max(0, left), top: Math.max(0, top) }
}

export async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const rgb =
    info.channels === 3 ? data : Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)] ?? 0)
  return { width: info.width, height: info.height, rgb }
}

/** Noise of this deviation, and light that falls off by this share from one corner to the other. */
export function grain({ width, height, rgb }: Pixels, noise: number, falloff: number, random: () => number): Pixels {
  const out = new Uint8Array(rgb.length)
  const grains = Float32Array.from({ length: 65_536 }, () => bell(random) * noise)
  const [x0, y0] = [random(), random()]
  for (let y = 0, at = 0; y < height; y += 1) {
    let next = Math.floor(random() * 65_536)
    for (let x = 0; x < width; x += 1) {
      const light = 0.97 - 0.97 * falloff * (Math.abs(x / width - x0) + Math.abs(y / height - y0))
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        next = (next + 1) & 65_535
        out[at] = clamp((rgb[at] ?? 0) * light + (grains[next] ?? 0))
      }
    }
  }
  return { width, height, rgb: out }
}

export const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value)

export const asSharp = ({ width, height, rgb }: Pixels) => sharp(rgb, { raw: { width, height, channels: 3 } })
