// What a reader of text read in a scan, against what was typed. It raises doubts and answers nothing.
import { creditCodeProblem } from '../model/credit-code.ts'
import { fold } from '../model/fold.ts'
import { idCardProblem } from '../model/id-card.ts'
import { doubtful, told, type Seen } from './problem.ts'
import type { TextLine } from './text-reader.ts'

/** What the filing says the paper says. */
export type Typed = {
  readonly number?: { readonly value: string; readonly kind: 'id-card' | 'credit-code' }
  readonly name?: string
}

/** Less than this is guessing. */
const leastConfidence = 0.6
/** A name has no check digit: a reader must be surer of it. */
const leastOfNames = 0.85

const shapes = { 'id-card': /\d{17}[\dX]/g, 'credit-code': /[0-9A-Z]{18}/g } as const
const isValid = {
  'id-card': (number: string) => idCardProblem(number) === undefined,
  'credit-code': (number: string) => creditCodeProblem(number) === undefined,
} as const

/** Characters that readers take for each other. */
const likes: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  G: '6',
}

const labels = /^(?:姓名|名称|企业名称|单位名称)[:：]?/

/** @param lines undefined where the reader failed */
export function textProblems(lines: readonly TextLine[] | undefined, typed: Typed): Seen[] {
  if (!lines) return [told('text-unread', '')]
  const problems: Seen[] = []
  const { number, name } = typed
  if (number) {
    const read = numbersIn(lines, number.kind)
    const written = number.value.toUpperCase()
    const other = read.find(each => each !== written)
    if (other !== undefined && !read.includes(written)) problems.push(doubtful('text-number', other, number.value))
  }
  if (name !== undefined) {
    const other = nameIn(lines, name)
    if (other !== undefined) problems.push(doubtful('text-name', other, name))
  }
  return problems
}

/** Numbers whose check digit is right, as read or with the letters taken that only look like digits. */
function numbersIn(lines: readonly TextLine[], kind: 'id-card' | 'credit-code'): string[] {
  const texts = lines
    .filter(({ confidence }) => confidence >= leastConfidence)
    .map(({ text }) => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))
  const settled = texts.flatMap(text => [text, text.replace(/[A-Z]/g, letter => likes[letter] ?? letter)])
  return [...new Set(settled.flatMap(text => windows(text, shapes[kind]).filter(isValid[kind])))]
}

/** Every place of a text the shape fits, overlapping ones too. */
function windows(text: string, shape: RegExp): string[] {
  const found: string[] = []
  for (let start = 0; start + 18 <= text.length; start += 1) {
    const part = text.slice(start, start + 18)
    if (part.match(shape)) found.push(part)
  }
  return found
}

/** The name behind its label, where it is another than the typed one and that stands nowhere. */
function nameIn(lines: readonly TextLine[], typed: string): string | undefined {
  const all = fold(lines.map(({ text }) => text).join(''))
  if (all.includes(fold(typed))) return undefined
  const labelled = lines.filter(({ text, confidence }) => confidence >= leastOfNames && labels.test(text.trim()))
  const read = labelled.map(({ text }) => text.trim().replace(labels, '').trim()).find(text => text.length >= 2)
  return read
}
