// An answer as a Chinese form prints it: codes by name, days with year, month and day, nothing masked.
import { factNamed } from '../facts/index.ts'
import type { Value } from '../facts/fact.ts'
import { isDay } from '../model/calendar.ts'
import type { Tables } from '../model/tables.ts'

/** What is invisible in an answer would only move the letters around it. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

export function printedValue(fact: string, value: Value, tables: Tables): string {
  const table = factNamed(fact)?.codes
  const one = (item: string) => {
    if (fact === 'access.product') return tables.product(item)?.zh ?? item
    if (table !== undefined) return tables.code(table, item)?.zh ?? item
    return item === 'long-term' ? '长期' : dayInWords(item.replaceAll(invisible, ' ').trim())
  }
  if (typeof value === 'object') return value.map(one).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' ? String(value) : one(value)
}

/** 2026-12-01 → 2026年12月1日; any other text as it is. */
function dayInWords(text: string): string {
  if (!isDay(text)) return text
  const [year, month, day] = text.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
