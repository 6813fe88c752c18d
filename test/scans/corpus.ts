// Made-up scans, each with what a look at it should say.
import { type Paper, papers } from './papers.ts'
import { asSharp, grain, shoot, type Manner, type Pixels } from './scene.ts'
import { chance } from './seeded.ts'
import { blackPrint, bleach, blur, copy, darken, flash, grey, offScreen, shake, turn, warm } from './spoil.ts'

export type Scan = {
  readonly name: string
  readonly is: Paper
  readonly extension: 'jpg' | 'png'
  readonly bytes: Buffer
  /** codes of the problems a person would see */
  readonly expected: readonly string[]
}

type Spoil = {
  readonly expected: readonly string[]
  readonly spoil: (pixels: Pixels, seed: number) => Pixels | Promise<Pixels>
  readonly on?: (paper: Paper) => boolean
}

const isLetter = (paper: Paper) => paper === 'commitment-letter'

/** What happens to a good scan, and what should be said of it then; nothing where it stays a good scan. */
const spoils: Readonly<Record<string, Spoil>> = {
  clean: { expected: [], spoil: pixels => pixels },
  dim: { expected: [], spoil: (pixels, seed) => darken(pixels, 0.6, seed) },
  noisy: { expected: [], spoil: (pixels, seed) => grain(pixels, 7, 0, chance(seed)) },
  'in warm light': { expected: [], spoil: pixels => warm(pixels) },
  'a little soft': { expected: [], spoil: pixels => blur(pixels, 0.6) },
  'on its head': { expected: [], spoil: pixels => turn(pixels, 180) },
  'in black print': { expected: [], spoil: pixels => blackPrint(pixels), on: isLetter },
  'out of focus': { expected: ['blurred'], spoil: pixels => blur(pixels, 2) },
  'far out of focus': { expected: ['blurred'], spoil: pixels => blur(pixels, 3.5) },
  shaken: { expected: ['blurred'], spoil: pixels => shake(pixels, 14) },
  dark: { expected: ['dark'], spoil: (pixels, seed) => darken(pixels, 0.28, seed) },
  'dark and out of focus': {
    expected: ['blurred', 'dark'],
    spoil: async (pixels, seed) => darken(await blur(pixels, 2.5), 0.3, seed),
  },
  'washed out': { expected: ['bright'], spoil: pixels => bleach(pixels, 0.35) },
  // On matte white paper a lamp is as white as the paper.
  'under a lamp': {
    expected: ['glare'],
    spoil: (pixels, seed) => flash(pixels, 0.35 + (seed % 4) * 0.1, 0.45, 0.07),
    on: paper => !isLetter(paper),
  },
  'in grey': { expected: ['grey'], spoil: pixels => grey(pixels) },
  'a copy in warm light': {
    expected: ['grey'],
    spoil: async pixels => warm(await grey(pixels)),
    on: paper => !isLetter(paper),
  },
  'lying left': { expected: ['sideways'], spoil: pixels => turn(pixels, 270) },
  'lying right': { expected: ['sideways'], spoil: pixels => turn(pixels, 90) },
  'off a screen': { expected: ['screen-photo'], spoil: (pixels, seed) => offScreen(pixels, seed, 1) },
  'off a screen, twelve megapixels': {
    expected: ['screen-photo'],
    spoil: (pixels, seed) => offScreen(pixels, seed, 3),
  },
  // Saved, sent and saved again: strong compression is no fault of the picture.
  compressed: { expected: [], spoil: copy },
}

const shifts = {
  right: [0.22, 0],
  left: [-0.22, 0],
  below: [0, 0.22],
  above: [0, -0.22],
} as const

/**
 * One after the other, because each is some megabytes large.
 * @param every only each so-many-eth of them
 */
export async function* corpus(seed: number, every = 1): AsyncGenerator<Scan> {
  let place = 0
  const isLeftOut = () => (place += 1) % every !== 0
  for (const [index, is] of papers.entries()) {
    for (const [at, [how, { expected, spoil, on }]] of Object.entries(spoils).entries()) {
      if ((on && !on(is)) || isLeftOut()) continue
      // Flat and on a table in turn, so that each happens to each over the seeds.
      const manner: Manner = (index + at + seed) % 2 === 0 ? 'flat' : 'table'
      // Nothing is seen of black and white against a coloured table.
      const isFlat = expected.includes('grey') && isLetter(is)
      const base = await shoot({ paper: is, seed, manner: isFlat ? 'table' : manner })
      yield await saved(`${is}, ${how}`, is, await spoil(base, seed), expected, 70 + ((seed * 7 + at) % 25))
    }
    for (const [how, shift] of Object.entries(shifts)) {
      if (isLeftOut()) continue
      // A table as light as the paper hides where the paper ends.
      const tableSeed = seed % 5 === 2 ? seed + 1 : seed
      const base = await shoot({ paper: is, seed: tableSeed, manner: 'table', shift })
      yield await saved(`${is}, cut ${how}`, is, base, ['cut'], 85)
    }
    if (isLeftOut()) continue
    const close = await shoot({ paper: is, seed, manner: 'flat' })
    yield await saved(`${is}, too close`, is, await closer(close, 0.16), ['cut'], 85)
  }
}

/** The middle of a picture, with this share of it missing on each side. */
async function closer(pixels: Pixels, share: number): Promise<Pixels> {
  const { width, height } = pixels
  const [left, top] = [Math.round(width * share), Math.round(height * share)]
  const box = { left, top, width: width - 2 * left, height: height - 2 * top }
  const { data } = await asSharp(pixels).extract(box).raw().toBuffer({ resolveWithObject: true })
  return { width: box.width, height: box.height, rgb: data }
}

async function saved(
  name: string,
  is: Paper,
  pixels: Pixels,
  expected: readonly string[],
  quality: number,
): Promise<Scan> {
  return { name, is, extension: 'jpg', bytes: await asSharp(pixels).jpeg({ quality }).toBuffer(), expected }
}
