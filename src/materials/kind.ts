// What a file really is, by its first bytes and never by its name.
import { fileTypeFromBuffer } from 'file-type'

/** Ids of picture formats as sheets name them; anything else by its common extension. */
const formats: Readonly<Record<string, string>> = { jpg: 'jpeg', tif: 'tiff' }

/** `jpeg`, `png`, `pdf`, `heic`, `zip` …; `text` for readable text, `unknown` for the rest. */
export async function kindOf(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) return 'empty'
  const found = await fileTypeFromBuffer(bytes)
  if (found) return formats[found.ext] ?? found.ext
  return isText(bytes.subarray(0, 4096)) ? 'text' : 'unknown'
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && !new TextDecoder().decode(bytes).slice(0, -1).includes('\uFFFD')
}

/** The format a file name promises: `photo.JPG` → `jpeg`. */
export function kindByName(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  return extension === undefined ? undefined : extension === 'jpeg' ? 'jpeg' : (formats[extension] ?? extension)
}
