// What a look measured in one picture, as the rules about scans read it.
import type { Material } from '../model/material.ts'
import { looksFor, type LookName } from '../model/looks.ts'
import type { ScanMeasures } from '../rules/scans.ts'
import type { Head } from './decode.ts'
import type { Measures } from './looks/measure.ts'
import type { Twin } from './same.ts'
import { screenshotSign } from './screenshot.ts'

export type Picture = {
  readonly measures: Measures
  readonly head: Head
  /** format, as `kindOf` names it */
  readonly kind: string
  /** a seal or fingerprint that was answered to be on it has a colour */
  readonly isSealed: boolean
  /** the picture of another material that it is most like */
  readonly twin: Twin | undefined
}

/** Of what is looked at in a picture of this paper. What could not be measured is left out. */
export function measuresOf(picture: Picture, material: Material | undefined): ScanMeasures {
  const { measures, head, isSealed, twin } = picture
  const { exposure, colour } = measures
  const found: Readonly<Record<Exclude<LookName, 'code'>, () => ScanMeasures>> = {
    sharpness: () => measured('scan.sharpness', measures.sharpness),
    exposure: () => ({
      ...measured('scan.paper-light', exposure.paper),
      ...measured('scan.ink-light', exposure.ink),
    }),
    glare: () => measured('scan.glare', measures.glare),
    colour: () => ({
      'scan.coloured': { value: rounded(colour.coloured, 1e5) },
      'scan.one-grey': { value: rounded(colour.plain) },
      'scan.stored-in-grey': { value: head.channels < 3 },
    }),
    screen: () => ({ ...measured('scan.screen-grid', measures.screenGrid), ...screenshotOf(picture) }),
    frame: () => ({ 'scan.cut-sides': { value: measures.cut.length, because: measures.cut } }),
    upright: () => ({
      ...measured('scan.line-direction', measures.lineDirection),
      'scan.orientation-note': { value: head.orientation },
    }),
  }
  const looks = looksFor(material).flatMap(look => (look === 'code' ? [] : [found[look]()]))
  return Object.assign(
    {
      ...(material ? { 'scan.is': { value: material.material } } : {}),
      'scan.of-coloured-paper': { value: material?.coloured === true },
      'scan.of-sealed-paper': { value: isSealed },
      ...(twin ? { 'scan.difference': { value: rounded(twin.difference), because: [twin.name] } } : {}),
    },
    ...looks,
  )
}

const rounded = (value: number, steps = 1000) => Math.round(value * steps) / steps

const measured = (name: keyof ScanMeasures, value: number | undefined): ScanMeasures =>
  value === undefined ? {} : { [name]: { value: rounded(value) } }

function screenshotOf({ head, kind }: Picture): ScanMeasures {
  const sign = screenshotSign(head, kind)
  return sign === undefined ? {} : { 'scan.is-screenshot': { value: true, because: [sign] } }
}
