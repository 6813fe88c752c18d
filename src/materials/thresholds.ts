// Where a measure turns into advice. Each stands between what the test corpus's good and bad scans were measured at.

export const thresholds = {
  /** Laplacian variance over contrast²: good scans 0.11 and more, out of focus or moved 0.04 and less */
  sharpness: 0.065,
  /** grey of the paper, 0 to 255: good and dim scans 127 and more, taken in the dark 73 and less */
  paper: 95,
  /** grey of the ink, 0 to 255: good scans 70 and less, washed out ones 200 and more */
  ink: 170,
  /** share of the picture with a colour of its own, of papers that have colours: 0.02 and more, of copies 0.002 and less */
  coloured: 0.004,
  /** the same of papers with a seal at most: 0.001 and more, in black and white 0 */
  sealed: 0.0003,
  /** share of one paper white, above which a page without colour may be a clean scan of black print: photos 0.3 and less */
  plain: 0.45,
  /** share of the picture that is glare: good scans 0, under a lamp 0.003 and more */
  glare: 0.002,
  /** share of the picture's squares with one fine wave: good scans 0.14 and less, off a screen 0.68 and more */
  screenGrid: 0.4,
  /** lines across against lines down: upright 1.9 and more, on its side 0.4 and less */
  lineDirection: 0.7,
  /** greatest difference of two pictures: one picture saved twice 0.13 and less, the same form for another person 0.22 and more */
  difference: 0.15,
  /** pixels unpacked from one byte: photos 10 and less, drawn pages 100 and less */
  unpacking: 200,
} as const
