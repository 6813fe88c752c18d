// What is wrong with a bag, line by line in the reader's words.
import { bagWords } from '../locales/bag-words.ts'
import type { Words } from '../locales/index.ts'
import type { BagProblem } from '../model/bag-problem.ts'
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'

/** A bag of a million missing files needs no million lines. */
const most = 20

const faults = bagWords.en.fault
const isFault = (detail: string): detail is keyof typeof faults => Object.hasOwn(faults, detail)

/** A file in a bundle may be named by the number of a person. */
const shown = (name: string) => visible(maskNumbers(name))

/** Bytes and files of a Payload-Oxum: as long as a phone number, and none. */
const isOxum = /^\d+\.\d+$/

function sentenceOf({ code, detail = '' }: BagProblem, { language, quote }: Words): string {
  const words = bagWords[language]
  if (code === 'path-unsafe') return words.problem[code](isFault(detail) ? words.fault[detail] : shown(detail))
  const isName = /[^\w.-]/.test(detail) || detail.includes('/')
  return words.problem[code](isName ? quote(shown(detail)) : isOxum.test(detail) ? detail : shown(detail))
}

function lineOf(bag: string, problem: BagProblem, words: Words): string {
  const { path, line } = problem
  const place = path === undefined ? bag : `${bag}/${shown(path)}${line === undefined ? '' : `:${line}`}`
  return `${place}: ${sentenceOf(problem, words)}`
}

/** `bag` as the reader named it. One line for each problem, in their order, as far as a reader wants to know. */
export function tellBag(bag: string, problems: readonly BagProblem[], words: Words): string[] {
  const own = bagWords[words.language]
  const told = problems.slice(0, most).map(problem => lineOf(bag, problem, words))
  return problems.length > most ? [...told, `${bag}: ${own.more(problems.length - most)}`] : told
}

const changes = new Set<BagProblem['code']>([
  'payload-checksum',
  'tag-file-checksum',
  'payload-missing',
  'payload-unlisted',
  'tag-file-missing',
  'oxum-mismatch',
])

/** What makes a bag untrustworthy, and what to do; undefined for one that verifies. */
export function tellDamage(bag: string, problems: readonly BagProblem[], words: Words): string | undefined {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return undefined
  const advice = errors.some(({ code }) => changes.has(code)) ? [bagWords[words.language].changed] : []
  return [...tellBag(bag, errors, words), ...advice].join('\n')
}
