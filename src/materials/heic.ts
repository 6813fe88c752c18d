// HEIC, as phones take it, read by a package of its own that is installed only where somebody needs it.
import { mostPixels } from './decode.ts'
import { isNotInstalled } from '../model/not-installed.ts'
import type { Unopened } from './open-picture.ts'

/** Four bytes a pixel, upright: the format turns its pictures itself, whatever EXIF says. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array }

type Found = {
  readonly width: number
  readonly height: number
  readonly decode: () => Promise<{ readonly data: Uint8ClampedArray }>
}
type Images = readonly Found[] & { readonly dispose: () => void }
type Reader = { readonly all: (file: { buffer: Uint8Array }) => Promise<Images> }

const isReader = (found: unknown): found is Reader =>
  typeof found === 'function' && 'all' in found && typeof found.all === 'function'

/** Undefined where the package is not there. */
async function reader(): Promise<Reader | undefined> {
  try {
    // @ts-expect-error The package brings no types.
    const { default: found }: { default: unknown } = await import('heic-decode')
    return isReader(found) ? found : undefined
  } catch (error) {
    if (isNotInstalled(error)) return undefined
    throw error
  }
}

/** The first picture of the file. @returns why there is none, otherwise */
export async function readHeic(bytes: Uint8Array): Promise<Pixels | Unopened> {
  const heic = await reader()
  if (!heic) return 'no-heic-reader'
  let images: Images | undefined
  try {
    images = await quietly(() => heic.all({ buffer: bytes }))
    const [first] = images
    if (!first) return 'unreadable'
    const { width, height } = first
    if (width * height > mostPixels) return 'too-many-pixels'
    const { data } = await first.decode()
    return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
  } catch {
    return 'unreadable'
  } finally {
    images?.dispose()
  }
}

/** The package prints what it cannot parse where results belong. */
async function quietly<Made>(work: () => Promise<Made>): Promise<Made> {
  const { log } = console
  console.log = () => undefined
  try {
    return await work()
  } finally {
    console.log = log
  }
}
