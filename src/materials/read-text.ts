// Somebody's reader of text asked for the lines of a picture: whatever it does, the look goes on.
import type { Raster } from './raster.ts'
import type { TextLine, TextReader } from './text-reader.ts'

const isLine = (found: unknown): found is TextLine =>
  typeof found === 'object' &&
  found !== null &&
  'text' in found &&
  typeof found.text === 'string' &&
  'confidence' in found &&
  typeof found.confidence === 'number'

/** Nobody's paper says more. */
const mostLines = 2000
const mostLetters = 2000

/** Undefined where the reader fails or gives something else than lines. */
export async function readText(reader: TextReader, image: Raster): Promise<readonly TextLine[] | undefined> {
  try {
    const found: unknown = await reader.read(image)
    if (!Array.isArray(found) || !found.every(isLine)) return undefined
    return found.slice(0, mostLines).map(line => ({ ...line, text: line.text.slice(0, mostLetters) }))
  } catch {
    return undefined
  }
}
