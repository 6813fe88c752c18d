// A path as one word of a command the reader may paste.
import { unseenIn } from '../model/visible.ts'

const plain = /^[\p{L}\p{N}_./~+@%-]+$/u

const spelled = (letter: string) => String.raw`\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`

/** Ready for a POSIX shell; what nobody would see is spelled out, as bash and zsh read it. */
export function shellWord(path: string): string {
  if (plain.test(path)) return path
  if (unseenIn(path) === undefined) return `'${path.replaceAll("'", `'\\''`)}'`
  const escaped = path.replaceAll(/[\\']/g, String.raw`\$&`)
  return `$'${Array.from(escaped, letter => (unseenIn(letter) === undefined ? letter : spelled(letter))).join('')}'`
}
