// Width and height of a picture, read from its head.
import { imageSize } from 'image-size'

/** In pixels; undefined where the head cannot be read. */
export function pixelsOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}
