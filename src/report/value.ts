// A fact's value as the reader reads it: codes by name, days with their date, personal data masked.
import { factNamed } from '../facts/index.ts'
import { longTermDays } from '../facts/person.ts'
import type { Known } from '../conditions/condition.ts'
import { factNames } from '../locales/fact-names.ts'
import type { Words } from '../locales/index.ts'
import { isFactName } from '../facts/index.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import { maskNumbers, maskWhole } from '../model/mask.ts'

export function nameOf(fact: string, words: Words): string {
  return isFactName(fact) ? factNames[fact][words.language === 'zh' ? 0 : 1] : fact
}

/** A code's name in the reader's language; in English its id stands beside it nowhere: the place shows it. */
function codeName(table: string, id: string, book: Rulebook, words: Words): string {
  return book.tables.code(table, id)?.[words.language] ?? id
}

export function showValue(fact: string, value: Known, book: Rulebook, words: Words, personal: boolean): string {
  const kind = factNamed(fact)
  if (typeof value === 'object')
    return value.length === 0 ? '[]' : words.list(value.map(item => showText(fact, item, book, words, personal)))
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') {
    if (kind?.kind === 'share') return `${Math.round(value * 1e5) / 1e3}%`
    if (kind?.kind !== 'days') return String(value)
    return value === longTermDays ? words.longTerm : words.days(value)
  }
  return showText(fact, value, book, words, personal)
}

function showText(fact: string, text: string, book: Rulebook, words: Words, personal: boolean): string {
  const shown = showOne(fact, text, book, words)
  if (personal) return shown
  return factNamed(fact)?.personal ? maskWhole(shown) : maskNumbers(shown)
}

function showOne(fact: string, item: string, book: Rulebook, words: Words): string {
  const table = factNamed(fact)?.codes
  if (table !== undefined) return codeName(table, item, book, words)
  return item === 'long-term' ? words.longTerm : item
}
