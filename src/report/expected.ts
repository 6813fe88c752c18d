// What a condition wanted, in words: "at least 45 days", "one of sponsor or legal representative".
import { conditionNamed, isConditionName } from '../conditions/index.ts'
import { factNamed, isFactName } from '../facts/index.ts'
import { isPatternName } from '../conditions/patterns.ts'
import type { Words } from '../locales/index.ts'
import type { Line } from '../rules/rule.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import { nameOf, showValue } from './value.ts'

const listWords = new Set([
  'in',
  'not-in',
  'with-any-of',
  'without-any-of',
  'beginning-with',
  'not-beginning-with',
  'ending-with',
])

/** The title of a list or table by its id, else the words themselves. */
function listTitle(given: unknown, book: Rulebook, words: Words): string {
  if (typeof given !== 'string') return Array.isArray(given) ? words.list(given.map(String)) : ''
  return (book.common.lists[given] ?? book.common.codes[given])?.title[words.language] ?? given
}

function givenText({ fact, word, takes }: Line, book: Rulebook, words: Words): string {
  if (listWords.has(word)) return listTitle(takes, book, words)
  if (typeof takes === 'string' && isPatternName(takes) && word.endsWith('like')) return words.patterns[takes]
  if ((conditionNamed(word)?.bind(takes).reads.length ?? 0) > 0) return nameOf(String(takes), words)
  const show = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? showValue(fact, value, book, words, true)
      : ''
  if (!Array.isArray(takes)) return show(takes)
  return word === 'only' ? words.list(takes.map(show)) : words.oneOf(takes.map(show))
}

export function expectedOf(line: Line, book: Rulebook, words: Words): string {
  const given = givenText(line, book, words)
  return isConditionName(line.word) ? words.conditions[line.word](given) : given
}

/** Facts whose values stand behind the expectation; personal ones are masked. */
export function isPersonalLine({ fact, word, takes }: Line): boolean {
  const others = conditionNamed(word)?.bind(takes).reads ?? []
  return [fact, ...others].some(name => isFactName(name) && factNamed(name)?.personal === true)
}
