// What was measured in one picture against the thresholds: hints for a better one, never more than warnings.
import type { Material } from '../model/material.ts'
import { looksFor, type LookName } from '../model/looks.ts'
import type { Head } from './decode.ts'
import type { Measures } from './looks/measure.ts'
import { doubtful, type Seen } from './problem.ts'
import { screenshotSign } from './screenshot.ts'
import { thresholds } from './thresholds.ts'

export type Picture = {
  readonly measures: Measures
  readonly head: Head
  /** format, as `kindOf` names it */
  readonly kind: string
  /** a seal or fingerprint that was answered to be on it has a colour */
  readonly isSealed: boolean
}

const rounded = (value: number) => String(Math.round(value * 1000) / 1000)

/** Problems a person sees at a glance, in the order they would be mended. */
export function pictureProblems(picture: Picture, material: Material | undefined): Seen[] {
  const looks = looksFor(material)
  const found = new Map<LookName, () => Seen[]>([
    ['sharpness', () => sharpnessProblems(picture)],
    ['exposure', () => exposureProblems(picture)],
    ['glare', () => glareProblems(picture)],
    ['colour', () => colourProblems(picture, material?.coloured === true)],
    ['screen', () => screenProblems(picture)],
    ['frame', () => frameProblems(picture)],
    ['upright', () => uprightProblems(picture)],
  ])
  return [...found].flatMap(([look, problems]) => (looks.includes(look) ? problems() : []))
}

const isBlurred = ({ measures: { sharpness } }: Picture) => sharpness !== undefined && sharpness < thresholds.sharpness
const isOffScreen = ({ measures: { screenGrid = 0 } }: Picture) => screenGrid >= thresholds.screenGrid

/** Strokes that ran into the paper, or between the lines of a screen, are pale without too much light. */
const isPale = (picture: Picture) =>
  (picture.measures.exposure.ink ?? 0) > thresholds.ink && !isBlurred(picture) && !isOffScreen(picture)

const isDark = ({ measures: { exposure } }: Picture) => exposure.paper < thresholds.paper

function sharpnessProblems(picture: Picture): Seen[] {
  return isBlurred(picture)
    ? [doubtful('blurred', rounded(picture.measures.sharpness ?? 0), String(thresholds.sharpness))]
    : []
}

function exposureProblems(picture: Picture): Seen[] {
  const { paper, ink = 0 } = picture.measures.exposure
  if (isDark(picture)) return [doubtful('dark', rounded(paper), String(thresholds.paper))]
  return isPale(picture) ? [doubtful('bright', rounded(ink), String(thresholds.ink))] : []
}

function glareProblems(picture: Picture): Seen[] {
  const { glare } = picture.measures
  return glare > thresholds.glare && !isPale(picture)
    ? [doubtful('glare', rounded(glare), String(thresholds.glare))]
    : []
}

/** Too much or too little light takes the colours away. Black print on white paper is grey in colour too: there the picture must be stored in grey, or be a grey photo. */
function colourProblems(picture: Picture, isColoured: boolean): Seen[] {
  const { measures, head, isSealed } = picture
  const { coloured, plain } = measures.colour
  const wanted = isColoured ? thresholds.coloured : thresholds.sealed
  if (coloured >= wanted || isPale(picture) || isDark(picture)) return []
  const isGrey = isColoured || isSealed || head.channels < 3 || plain < thresholds.plain
  return isGrey ? [doubtful('grey', String(Math.round(coloured * 1e5) / 1e5), String(wanted))] : []
}

function screenProblems(picture: Picture): Seen[] {
  const sign = screenshotSign(picture.head, picture.kind)
  if (sign !== undefined) return [doubtful('screenshot', sign)]
  const grid = rounded(picture.measures.screenGrid ?? 0)
  return isOffScreen(picture) ? [doubtful('screen-photo', grid, String(thresholds.screenGrid))] : []
}

function frameProblems({ measures: { cut } }: Picture): Seen[] {
  return cut.length > 0 ? [doubtful('cut', cut.join(', '))] : []
}

function uprightProblems({ measures: { lineDirection }, head }: Picture): Seen[] {
  if (lineDirection !== undefined && lineDirection < thresholds.lineDirection)
    return [doubtful('sideways', rounded(lineDirection), String(thresholds.lineDirection))]
  return head.orientation > 1 ? [doubtful('turned-by-note', String(head.orientation), '1')] : []
}
