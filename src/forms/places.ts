// Where somebody signs, seals, leaves a fingerprint, writes the day: together on one page, on its right half.
import { formPage } from '../locales/form-page.ts'
import type { Block } from './block.ts'
import { margin, measureOfText, type Paper, type Style } from './paper.ts'

type Place = Extract<Block, { is: 'sign' | 'seal' | 'fingerprint' | 'date' }>

export const isPlace = (block: Block): block is Place =>
  block.is === 'sign' || block.is === 'seal' || block.is === 'fingerprint' || block.is === 'date'

const text: Style = { size: 11, leading: 20 }
const faint: Style = { size: 8, leading: 12, ink: 'quiet' }
const heights: Record<Place['is'], number> = { sign: 34, date: 30, seal: 80, fingerprint: 62 }
const left = margin.left + measureOfText * 0.36
const right = margin.left + measureOfText

/** In points, with the room above. */
export function heightOfPlaces(places: readonly Place[]): number {
  return places.reduce((sum, { is }) => sum + heights[is], 10)
}

export function drawPlaces(places: readonly Place[], paper: Paper): void {
  paper.need(heightOfPlaces(places))
  paper.y += 10
  for (const place of places) drawPlace(place, paper)
}

function drawPlace({ is, label }: Place, paper: Paper): void {
  const height = heights[is]
  const top = paper.y + (is === 'sign' || is === 'date' ? height - text.leading - 2 : 8)
  const named = `${label}：`
  const at = left + paper.measure(named, text.size) + 4
  paper.write([{ is: 'text', text: named, x: 0, width: 0 }], left, top, text)
  if (is === 'sign') paper.rule(at, top + text.leading - 2, right)
  if (is === 'date') paper.write([{ is: 'text', text: formPage.day, x: 0, width: 0 }], at, top, text)
  if (is === 'seal') square(at, paper.y + 4, heights.seal - 10, formPage.sealHere, paper)
  if (is === 'fingerprint') square(at, paper.y + 4, heights.fingerprint - 10, formPage.fingerprintHere, paper)
  paper.y += height
}

/** Room with a faint word in it, beside the label while it fits there. */
function square(at: number, y: number, side: number, word: string, paper: Paper): void {
  const x = Math.min(at, right - side)
  paper.box(x, y, side, side, 'dashed')
  const width = paper.measure(word, faint.size)
  paper.write([{ is: 'text', text: word, x: 0, width }], x + (side - width) / 2, y + (side - faint.leading) / 2, faint)
}
