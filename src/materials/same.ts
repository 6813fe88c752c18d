// Files and pictures met twice: front and back mixed up, or one person's card used for another.
import { createHash } from 'node:crypto'
import { differenceOf, type Fingerprint } from './looks/fingerprint.ts'
import { doubtful, type Seen } from './problem.ts'
import { thresholds } from './thresholds.ts'

export type SeenFiles = {
  /** remembers the file; a problem where its very bytes were met before */
  readonly file: (name: string, bytes: Uint8Array) => Seen[]
  /** remembers the picture; a problem where it was met before, saved in another way */
  readonly picture: (name: string, fingerprint: Fingerprint) => Seen[]
}

export function seenFiles(): SeenFiles {
  const files = new Map<string, string>()
  const pictures: { readonly name: string; readonly fingerprint: Fingerprint }[] = []
  return {
    file: (name, bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const other = files.get(hash)
      files.set(hash, name)
      return other === undefined ? [] : [doubtful('same-file', other)]
    },
    picture: (name, fingerprint) => {
      const other = pictures.find(each => differenceOf(each.fingerprint, fingerprint) < thresholds.difference)
      pictures.push({ name, fingerprint })
      return other ? [doubtful('same-picture', other.name)] : []
    },
  }
}
