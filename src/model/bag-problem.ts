/* What can be wrong with a bag: a closed list of codes, each with the severity it has in BagIt 1.0. */

const severities = {
  'not-a-folder': 'error',
  'declaration-missing': 'error',
  'declaration-malformed': 'error',
  'version-unsupported': 'error',
  'encoding-unknown': 'error',
  'encoding-invalid': 'error',
  'byte-order-mark': 'error',
  'tag-file-too-large': 'error',
  'payload-folder-missing': 'error',
  'oxum-malformed': 'error',
  'oxum-repeated': 'error',
  'oxum-mismatch': 'error',
  'bag-info-line': 'error',
  'manifest-missing': 'error',
  'manifest-line': 'error',
  'manifest-incomplete': 'error',
  'algorithm-unknown': 'error',
  'mode-marker': 'warning',
  'dot-slash': 'warning',
  'percent-encoding': 'error',
  'path-unsafe': 'error',
  'path-outside-data': 'error',
  'path-duplicate': 'error',
  'payload-missing': 'error',
  'payload-unlisted': 'error',
  'payload-checksum': 'error',
  'tag-manifest-missing': 'warning',
  'tag-manifest-incomplete': 'error',
  'tag-manifest-lists-payload': 'error',
  'tag-manifest-lists-tag-manifest': 'error',
  'tag-file-missing': 'error',
  'tag-file-unlisted': 'warning',
  'tag-file-checksum': 'error',
  'fetch-present': 'warning',
  'fetch-line': 'error',
  'fetch-unlisted': 'error',
  fetch: 'error',
  'name-form': 'warning',
  'normalization-collision': 'error',
  'case-collision': 'warning',
  symlink: 'error',
  'special-file': 'error',
  unreadable: 'error',
} as const

export type BagProblemCode = keyof typeof severities

/** Why a path may not be followed. */
export type PathFault = 'empty' | 'nul' | 'absolute' | 'home' | 'drive' | 'parent' | 'empty-part' | 'backslash'

type Where = { path?: string; line?: number; detail?: string }

/**
 * `path` is relative to the bag, with slashes. `line` counts from 1 inside `path`. `detail` is a name, an algorithm,
 * an expected value or an errno code, never a sentence.
 */
export type BagProblem = Where & { code: BagProblemCode; severity: 'error' | 'warning' }

export const bagProblem = (
  code: BagProblemCode,
  where: Where = {},
  severity: BagProblem['severity'] = severities[code],
): BagProblem => ({ code, severity, ...where })
