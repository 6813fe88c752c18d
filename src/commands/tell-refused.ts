// Why a bundle was neither sealed nor opened, in the reader's words.
import { bagWords } from '../locales/bag-words.ts'
import type { Words } from '../locales/index.ts'
import type { BundleProblem } from '../model/bundle-problem.ts'
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'

/** `bundle`: the archive as the reader named it, where the problem lies in one. */
export function tellRefused(problem: BundleProblem, { language, quote }: Words, bundle?: string): string {
  const { code, path, line, detail = '' } = problem
  const words = bagWords[language]
  const sentence = words.refused[code](visible(maskNumbers(detail)), quote)
  const place = [bundle, path && maskNumbers(path)]
    .filter(part => part !== undefined)
    .map(visible)
    .join('/')
  const at = line === undefined ? place : `${place}:${line}`
  return at === '' ? sentence : `${at}: ${sentence}`
}
