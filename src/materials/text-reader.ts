// A reader of text, brought along by whoever has one: none is part of this program.
import type { Raster } from './raster.ts'

export type TextLine = {
  readonly text: string
  /** in pixels of the raster, from its top left */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** 0 to 1 */
  readonly confidence: number
}

/** What it reads is only compared with what was typed, never taken for an answer. */
export type TextReader = { readonly read: (image: Raster) => Promise<readonly TextLine[]> }
