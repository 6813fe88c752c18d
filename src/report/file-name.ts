// A file's name on its way to a terminal or a log: it may hold anything, a person's number as well.
import { maskNumbers } from '../model/mask.ts'

/** Without what moves a cursor or turns a line round; identity numbers and phones masked. */
export const showFile = (path: string) => maskNumbers(path).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
