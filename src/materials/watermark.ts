// 仅供ICP备案使用 along the upper and lower edge of a picture: says what it is for, and leaves the middle free.
import { watermarkGlyphs } from './watermark-glyphs.ts'

/** A letter's height as a part of the picture's shorter side: legible, and within the outermost twentieth. */
const relativeSize = 0.034

const em = 1000
const advances = watermarkGlyphs.reduce((sum, { advance }) => sum + advance, 0)

/** The words once, in thousandths of an em from the start of the baseline. */
const line = watermarkGlyphs
  .map(({ outline }, index) => {
    const x = watermarkGlyphs.slice(0, index).reduce((sum, { advance }) => sum + advance, 0)
    return `<path transform="translate(${x} 0)" d="${outline}"/>`
  })
  .join('')

/** Narrow pictures get smaller letters, so that the words stand there whole. */
function sizeFor(width: number, height: number): number {
  return Math.min(Math.min(width, height) * relativeSize, (width * 0.9 * em) / advances)
}

/** An SVG of the picture's size in pixels, transparent but for the words: grey, with a light rim for dark pictures. */
export function watermarkSvg(width: number, height: number): string {
  const size = sizeFor(width, height)
  const long = (size * advances) / em
  const count = Math.max(1, Math.floor(width / (long * 1.6)))
  const gap = (width - count * long) / (count + 1)
  const at = (baseline: number) =>
    Array.from({ length: count }, (_, index) => placed(gap + index * (long + gap), baseline, size / em)).join('')
  // Letters stand from 0.09 em below the baseline to 0.85 em above it.
  const lines = at(size * 1.2) + at(height - size * 0.45)
  const paint = 'fill="#555" stroke="#fff" stroke-width="36" stroke-linejoin="round" paint-order="stroke"'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g opacity="0.6" ${paint}>${lines}</g></svg>`
}

const placed = (x: number, y: number, scale: number) =>
  `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})">${line}</g>`
