// A file's name on its way to a terminal or a log: it may hold anything, a person's number as well.
import { maskNumbers } from '../model/mask.ts'

/** What may have to be replaced; most names hold none of it. */
const unusual = /[^ -~\u4E00-\u9FFF]/

/** Without what moves a cursor or turns a line round; identity numbers and phones masked. */
export function showFile(path: string): string {
  const masked = maskNumbers(path)
  return unusual.test(masked) ? masked.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD') : masked
}
