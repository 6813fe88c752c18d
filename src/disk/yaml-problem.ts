/** Why a YAML text is refused, as data; the sentence is written elsewhere. */
import type { Position } from './position.ts'

export type YamlProblemCode =
  | 'alias'
  | 'binary'
  | 'depth'
  | 'documents'
  | 'duplicate-key'
  | 'edit'
  | 'empty'
  | 'key'
  | 'nodes'
  | 'path'
  | 'size'
  | 'syntax'
  | 'tag'

/**
 * `detail` is the offending word (`duplicate-key` the key, `alias` the name, `tag` the tag, `path` the part that leads
 * nowhere), the limit that was passed (`depth`, `nodes`, `size` in bytes), the character as U+XXXX (`binary`), a
 * `SyntaxMistake` (`syntax`) or empty. The message holds the code only, so that no log carries what a filing says.
 */
export class YamlProblem extends Error {
  override readonly name = 'YamlProblem'
  readonly code: YamlProblemCode
  readonly line: number
  readonly column: number
  readonly detail: string

  constructor(code: YamlProblemCode, at: Position, detail = '') {
    super(code)
    this.code = code
    this.line = at.line
    this.column = at.column
    this.detail = detail
  }
}
