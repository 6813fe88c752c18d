// Files and pictures met twice: front and back mixed up, or one person's card used for another.
import { createHash } from 'node:crypto'
import { differenceOf, type Fingerprint } from './looks/fingerprint.ts'
import { doubtful, type Seen } from './problem.ts'

/** Another picture and how much this one differs from it, where it differs most. */
export type Twin = { readonly name: string; readonly difference: number }

export type SeenFiles = {
  /** remembers the file; a problem where its very bytes were met before */
  readonly file: (name: string, bytes: Uint8Array) => Seen[]
  /** remembers the picture; the one before it that it is most like */
  readonly picture: (name: string, fingerprint: Fingerprint) => Twin | undefined
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
      const twins = pictures.map(each => ({ name: each.name, difference: differenceOf(each.fingerprint, fingerprint) }))
      pictures.push({ name, fingerprint })
      return twins.sort((one, other) => one.difference - other.difference)[0]
    },
  }
}
