// What a look at a scan measured. A filing alone cannot tell: src/materials/ measures, rules/scans.ts judges.
import type { Fact, Kind } from './fact.ts'

const measured = (kind: Kind) =>
  ({ scope: 'scan', kind, of: () => undefined, fields: () => [] }) as const satisfies Fact

/** `unlessSaid`: what is taken where the picture shows nothing that could be measured, or nobody looked. */
const sound = (kind: Kind, unlessSaid: number | boolean) => ({ ...measured(kind), unlessSaid }) as const

export const scanFacts = {
  /** which paper it is a scan of */
  'scan.is': { ...measured('code'), codes: 'materials' },
  /** the paper has colours of its own, whatever seal is on it */
  'scan.of-coloured-paper': sound('yes-no', false),
  /** the filer says that a seal or fingerprint is on it */
  'scan.of-sealed-paper': sound('yes-no', false),
  /** how abruptly strokes begin and end: about 1 where they are sharp, near 0 where they have run into each other */
  'scan.sharpness': sound('number', 1),
  /** grey of the paper, 0 black to 255 white */
  'scan.paper-light': sound('number', 255),
  /** grey of the writing, 0 black to 255 white */
  'scan.ink-light': sound('number', 0),
  /** share of the picture that is glare */
  'scan.glare': sound('share', 0),
  /** share of the picture with a colour of its own */
  'scan.coloured': measured('share'),
  /** share of the picture that is one and the same grey: of drawn and cleaned pages large, of photos small */
  'scan.one-grey': measured('share'),
  /** the file holds shades of grey and no colours */
  'scan.stored-in-grey': sound('yes-no', false),
  /** share of the picture that shows one fine, regular wave */
  'scan.screen-grid': sound('share', 0),
  /** the size of a screen, or the mark of a program that takes screenshots */
  'scan.is-screenshot': sound('yes-no', false),
  /** how many sides of the picture the paper runs off; which they are is told with it */
  'scan.cut-sides': { ...sound('number', 0), codes: 'picture-sides' },
  /** lines of writing across against lines down: above 1 upright, below 1 on its side */
  'scan.line-direction': sound('number', 1),
  /** what EXIF notes of which way is up: 1 is upright */
  'scan.orientation-note': sound('number', 1),
  /** how much it differs, where it differs most, from the most similar other picture of the filing */
  'scan.difference': measured('number'),
} as const satisfies Record<string, Fact>

export type ScanFactName = keyof typeof scanFacts
