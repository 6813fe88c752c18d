// One broken line in words: what was written, what was expected, and which part of it decided.
import type { Known } from '../conditions/condition.ts'
import { factAt } from '../facts/fact-at.ts'
import { read, toValue } from '../facts/fact.ts'
import { factNamed } from '../facts/index.ts'
import type { Words } from '../locales/index.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Path } from '../model/filing.ts'
import type { Broken } from '../rules/bound-line.ts'
import { expectedOf, isPersonalLine } from './expected.ts'
import { maskNumbers, maskWhole } from '../model/mask.ts'
import type { Reported } from './reported.ts'
import { nameOf, showValue } from './value.ts'

/** `expected` is left out where the reason says it all. */
export type ToldLine = {
  readonly what: string
  readonly got: string
  readonly expected?: string
  readonly because?: string
}

type Whose = Pick<Reported, 'book' | 'filing'>

export function tellBroken(line: Broken, { book, filing }: Whose, words: Words, personal: boolean): ToldLine {
  const masked = !personal && isPersonalLine(line)
  const fact = factNamed(line.fact)
  const show = (value: Known) => showValue(line.fact, value, book, words, personal)
  const written = line.field ? writtenAt(line.field, { book, filing }, words, personal) : undefined
  const isOwnField = line.field !== undefined && factAt(line.field) === line.fact
  const fieldNamed = line.field ? fieldName(line.field, words) : nameOf(line.fact, words)
  if (fact?.codes?.endsWith('-problems') && written !== undefined) {
    return { what: fieldNamed, got: written, because: show(line.got) }
  }
  if (fact?.codes === 'filing-conflicts') return { what: nameOf(line.fact, words), got: show(line.got) }
  if (fact?.kind === 'yes-no' && !isOwnField && written !== undefined && line.word === 'equals') {
    const named = nameOf(line.fact, words)
    return {
      what: fieldNamed,
      got: written,
      expected: line.takes === false ? words.report.not(named) : words.quote(named),
    }
  }
  const because = becauseOf(line, book, words, masked)
  const got = show(line.got)
  const isDated = fact?.kind === 'days' && written !== undefined && written !== got
  return {
    what: nameOf(line.fact, words),
    got: isDated ? `${got}${words.report.of(written)}` : got,
    expected: comparedWith(line, book, words, masked),
    ...(because ? { because } : {}),
  }
}

/** The answer as it stands in icp.yaml. */
function writtenAt(field: Path, { book, filing }: Whose, words: Words, personal: boolean): string | undefined {
  const value = toValue(read(filing, field))
  return value === undefined ? undefined : showValue(factAt(field), value, book, words, personal)
}

const comparing = new Set(['same-as', 'exactly-same-as'])

/** What was expected; a comparison also shows what it was compared with. */
function comparedWith(line: Broken, book: Reported['book'], words: Words, masked: boolean): string {
  const phrase = expectedOf(line, book, words)
  const other = comparing.has(line.word) ? line.because[0] : undefined
  if (other === undefined || other === '') return phrase
  const shown = codeOr(other, String(line.takes), book, words)
  return `${words.quote(masked ? maskWhole(shown) : maskNumbers(shown))}${words.report.of(phrase)}`
}

function becauseOf(line: Broken, book: Reported['book'], words: Words, masked: boolean): string | undefined {
  if (!comparing.has(line.word)) {
    const parts = line.because.filter(part => part !== String(line.got))
    return parts.length === 0 || ['length-at-least', 'length-at-most', 'han-at-least'].includes(line.word)
      ? undefined
      : words.report.because(parts.map(part => codeOr(part, line.fact, book, words)))
  }
  const difference = masked ? undefined : differenceOf(String(line.got), line.because[0] ?? '')
  return difference && words.report.differs(difference.at, difference.written, difference.expected)
}

/** The name of a code; a word of a list stays as it is. */
function codeOr(part: string, fact: string, book: Reported['book'], words: Words): string {
  return factNamed(fact)?.codes === undefined ? part : showValue(fact, part, book, words, true)
}

/** The one character in which two texts of the same length differ. */
export function differenceOf(
  written: string,
  expected: string,
): { at: number; written: string; expected: string } | undefined {
  const ours = Array.from(written)
  const theirs = Array.from(expected)
  if (ours.length !== theirs.length) return undefined
  const at = ours.flatMap((letter, index) => (letter === theirs[index] ? [] : [index]))
  const first = at[0]
  return at.length === 1 && first !== undefined
    ? { at: first + 1, written: ours[first] ?? '', expected: theirs[first] ?? '' }
    : undefined
}

/** What was measured, what was expected and why, in one sentence. */
export const measuredOf = ({ what, got, expected, because }: ToldLine, words: Words): string =>
  joined([`${what} ${got}`, expected && words.report.expected(expected), because], words)

/** What was written, what was expected and why, in one sentence. */
export function sentenceOf({ what, got, expected, because }: ToldLine, words: Words): string {
  return joined([words.report.got(what, got), expected && words.report.expected(expected), because], words)
}

const joined = (parts: readonly (string | undefined)[], { language }: Words): string =>
  parts.filter(part => part !== undefined && part !== '').join(language === 'zh' ? '；' : '; ')
