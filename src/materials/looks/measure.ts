// Everything that is measured in one picture, at once.
import type { Grey, Raster } from '../raster.ts'
import { blocksOf } from './blocks.ts'
import { colourOf, type Colour } from './colour.ts'
import { exposureOf, type Exposure } from './exposure.ts'
import { fingerprintOf, type Fingerprint } from './fingerprint.ts'
import { cutSides, type Side } from './frame.ts'
import { glareOf } from './glare.ts'
import { lineDirectionOf } from './lines.ts'
import { screenGridOf } from './screen-grid.ts'
import { sharpnessOf } from './sharpness.ts'
import { shrink } from './shrink.ts'

/** Undefined is what the picture is too small or too empty for. */
export type Measures = {
  readonly sharpness: number | undefined
  readonly exposure: Exposure
  readonly colour: Colour
  /** share of the picture */
  readonly glare: number
  /** share of the picture's squares */
  readonly screenGrid: number | undefined
  /** above 1 upright, below 1 on its side */
  readonly lineDirection: number | undefined
  readonly cut: readonly Side[]
  readonly fingerprint: Fingerprint | undefined
}

/** @param strip a part of the picture before it was made smaller, where it was: it still shows what is fine */
export function measure(raster: Raster, strip?: Grey): Measures {
  const blocks = blocksOf(raster)
  const small = shrink(raster, 400)
  return {
    sharpness: sharpnessOf(blocks),
    exposure: exposureOf(raster, blocks),
    colour: colourOf(raster),
    glare: glareOf(small),
    screenGrid: (strip && screenGridOf(strip, 1)) ?? screenGridOf(raster, scaleOf(raster)),
    lineDirection: lineDirectionOf(small),
    cut: cutSides(small),
    fingerprint: fingerprintOf(raster),
  }
}

const scaleOf = ({ width, height, fullWidth, fullHeight }: Raster) =>
  Math.max(fullWidth, fullHeight) / Math.max(width, height)
