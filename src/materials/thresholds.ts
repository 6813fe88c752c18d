// Where a measure turns into advice. Each stands between what the test corpus's good and bad scans were measured at.

export const thresholds = {
  /** Laplacian variance over contrast²: good scans 0.2 and more, out of focus or moved 0.03 and less */
  sharpness: 0.08,
  /** grey of the paper, 0 to 255: good and dim scans 127 and more, taken in the dark 68 and less */
  paper: 95,
  /** grey of the ink, 0 to 255: good scans 32 and less, washed out ones 200 and more */
  ink: 170,
  /** share of the picture with a colour of its own: good scans 0.003 and more, black and white ones 0 */
  coloured: 0.0003,
  /** share of one paper white, above which a page without colour may be a clean scan of black print: photos 0.2 and less */
  plain: 0.45,
  /** share of the picture that is glare: good scans 0, a lamp 0.02 and more */
  glare: 0.004,
  /** share of the picture's squares with one fine wave: good scans 0.5 and less, off a screen 0.85 and more */
  screenGrid: 0.7,
  /** lines across against lines down: upright 1.9 and more, on its side 0.4 and less */
  lineDirection: 0.7,
  /** greatest difference of two pictures: one picture saved twice 0.1 and less, the same form for another person 0.35 and more */
  difference: 0.2,
  /** pixels unpacked from one byte: photos 10 and less, drawn pages 100 and less */
  unpacking: 200,
} as const
