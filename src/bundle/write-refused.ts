/* Why a folder was not written, when the reason is not the system's. */
import type { PathFault } from '../model/bag-problem.ts'

export type WriteRefusal =
  | 'target-exists'
  | 'target-not-a-folder'
  | 'target-not-a-file'
  | 'not-a-bag'
  | 'empty-bag'
  | 'unsafe-path'
  | 'colliding-paths'
  | 'source-not-a-file'
  | 'another-writer'
  | 'unconfirmed'

/** The message is the code alone: a path can hold a person's name, and messages end up in logs. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused'
  readonly code: WriteRefusal
  readonly path: string
  readonly fault: PathFault | undefined

  constructor(code: WriteRefusal, path: string, fault?: PathFault) {
    super(code)
    this.code = code
    this.path = path
    this.fault = fault
  }
}
