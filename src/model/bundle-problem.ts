/* Why a bundle can be neither sealed nor opened: a closed list of codes. */

/** About the keys of people: whom a bundle is sealed for, and with what it is opened. */
export type KeyProblemCode =
  | 'recipient-malformed'
  | 'recipient-secret'
  | 'recipient-ssh'
  | 'recipients-empty'
  | 'recipients-missing'
  | 'identity-malformed'
  | 'identity-public'
  | 'identity-ssh'
  | 'identity-locked'
  | 'identities-empty'

export type SealProblemCode = 'not-sealed' | 'seal-damaged' | 'identity-needed' | 'identity-wrong' | 'passphrase'

export type ArchiveProblemCode =
  | 'not-an-archive'
  | 'archive-damaged'
  | 'too-large'
  | 'too-many-entries'
  | 'unpacks-too-large'
  | 'unpacks-too-far'
  | 'entries-overlap'
  | 'encrypted'
  | 'method-unknown'
  | 'name-encoding'
  | 'name-unsafe'
  | 'name-device'
  | 'name-too-long'
  | 'name-twice'
  | 'name-case'
  | 'name-form'
  | 'name-is-folder'
  | 'link'
  | 'special'
  | 'entry-damaged'
  | 'no-bag'
  | 'several-bags'
  | 'beside-bag'

export type BundleProblemCode = KeyProblemCode | SealProblemCode | ArchiveProblemCode | 'format-newer' | 'no-filing'

/**
 * `path` is a file as the caller named it, or a name inside the archive. `line` counts from 1. `detail` is a name, a
 * number or a code, never a secret and never a sentence.
 */
export type BundleProblem = {
  readonly code: BundleProblemCode
  readonly path?: string
  readonly line?: number
  readonly detail?: string
}
