// The pixels of a picture as every look measures them.

/** Shades of grey, row by row from the top left, 0 to 255. */
export type Grey = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** The same with its colours: `rgb` has three bytes a pixel. */
export type Raster = Grey & {
  readonly rgb: Uint8Array
  /** the picture's own size, upright, before it was made smaller */
  readonly fullWidth: number
  readonly fullHeight: number
}

/** Brightness as the eye weighs it (ITU-R BT.601), 0 to 255. */
export function greyOf(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 3) {
    grey[pixel] = ((rgb[at] ?? 0) * 77 + (rgb[at + 1] ?? 0) * 150 + (rgb[at + 2] ?? 0) * 29) >> 8
  }
  return grey
}
