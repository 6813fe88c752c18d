// The pages of a PDF as one picture, drawn by a package of its own that is installed only where somebody needs it.
import type { Pixels } from './heic.ts'
import { isNotInstalled } from '../model/not-installed.ts'
import type { Unopened } from './open-picture.ts'

/** A letter has one or two pages; nobody uploads a book as a picture. */
const mostPages = 4

/** Of all pages together. */
const enoughPixels = 16_000_000

/** As a good scanner sees it; small pages, such as a card, are drawn larger. */
const usualScale = 200 / 72
const leastShortSide = 1600

export type Pages = Pixels & { readonly shown: number; readonly all: number }

type Size = { readonly width: number; readonly height: number }

async function library() {
  try {
    const { PDFiumLibrary } = await import('@hyzyla/pdfium')
    return await PDFiumLibrary.init()
  } catch (error) {
    if (isNotInstalled(error)) return undefined
    throw error
  }
}

/** The first four pages below each other, all as wide as the first. @returns why there is no picture, otherwise */
export async function drawPages(bytes: Uint8Array): Promise<Pages | Unopened> {
  const pdfium = await library()
  if (!pdfium) return 'no-pdf-reader'
  try {
    const document = await pdfium.loadDocument(bytes)
    const all = document.getPageCount()
    const shown = Math.min(all, mostPages)
    const sizes = Array.from({ length: shown }, (_, index) => {
      const { originalWidth, originalHeight } = document.getPage(index).getOriginalSize()
      return { width: originalWidth, height: originalHeight }
    })
    const drawn = sizesFor(sizes)
    if (drawn.length === 0) return 'unreadable'
    const parts: Uint8Array[] = []
    for (const [index, size] of drawn.entries()) {
      const { data } = await document.getPage(index).render({ ...size, render: 'bitmap' })
      parts.push(Uint8Array.from(data))
    }
    const height = drawn.reduce((sum, page) => sum + page.height, 0)
    const rgba = Buffer.concat(parts)
    return isBlank(rgba) ? 'blank' : { width: drawn[0]?.width ?? 0, height, rgba, shown, all }
  } catch (error) {
    return error instanceof Error && /password/i.test(error.message) ? 'locked' : 'unreadable'
  } finally {
    pdfium.destroy()
  }
}

/** From points to pixels. Empty for pages without a size, or so long that nothing could be read on them. */
function sizesFor(pages: readonly Size[]): Size[] {
  const [first] = pages
  if (!first || pages.some(({ width, height }) => !(width > 0 && height > 0))) return []
  const heights = pages.map(({ width, height }) => (height * first.width) / width)
  const area = first.width * heights.reduce((sum, height) => sum + height, 0)
  const wanted = Math.max(usualScale, leastShortSide / Math.min(first.width, first.height))
  const scale = Math.min(wanted, Math.sqrt(enoughPixels / area))
  const width = Math.round(first.width * scale)
  return width < 1 ? [] : heights.map(height => ({ width, height: Math.max(1, Math.round(height * scale)) }))
}

/** Text in a font that the file does not carry may not be drawn at all. */
function isBlank(rgba: Uint8Array): boolean {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2)
  const [first] = words
  return words.every(word => word === first)
}
