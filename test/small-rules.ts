// A world as small as a test needs: a filing on a day, tables that know next to nothing, rules of a few lines.
import type { World } from '../src/facts/fact.ts'
import type { Filing } from '../src/model/filing.ts'
import type { Tables } from '../src/model/tables.ts'
import { compileRule } from '../src/rules/compile.ts'
import type { Rule } from '../src/rules/rule.ts'
import type { CompiledSheet } from '../src/rules/rulebook.ts'
import type { RuleEntry, Sheet } from '../src/rules/sheet.ts'

export const tablesWith = (lists: Readonly<Record<string, readonly string[]>> = {}): Tables => ({
  list: name => lists[name] ?? [],
  code: () => undefined,
  codes: () => [],
  product: () => undefined,
  place: () => undefined,
  places: () => [],
  placeOf: () => undefined,
})

export const worldOf = (
  filing: Omit<Filing, 'icp'>,
  lists: Readonly<Record<string, readonly string[]>> = {},
): World => ({
  filing: { icp: '1', ...filing },
  day: '2026-11-24',
  tables: tablesWith(lists),
})

/** A guide of this year, strong enough for any severity. */
const guide = { kind: 'office-guide', publisher: 'A', title: 'T', 'as-of': '2026', read: '2026-11-24' } as const

const emptySheet = (name: string): Sheet => ({
  sheet: name,
  title: { zh: '表', en: 'Sheet' },
  sources: { guide },
  rules: [],
})

export type Parts = Partial<Omit<RuleEntry, 'id'>>

/** The rule `sheet/id` with these parts, compiled as the book compiles it. */
export function ruleOf(name: string, parts: Parts): Rule {
  const [sheet = '', id = ''] = name.split('/')
  const entry = { id, title: { zh: '标题', en: 'Title' }, source: { guide: '' }, examples: [{}], ...parts }
  return compileRule(emptySheet(sheet), entry)
}

/** Compiled sheets holding these rules, one sheet per name before the slash. */
export function sheetsOf(rules: Readonly<Record<string, Parts | readonly Parts[]>>): CompiledSheet[] {
  const made = Object.entries(rules).flatMap(([name, parts]) => [parts].flat().map(one => ruleOf(name, one)))
  const names = [...new Set(made.map(({ id }) => id.split('/')[0] ?? ''))]
  return names.map(name => ({
    ...emptySheet(name),
    rules: made.filter(({ id }) => id.startsWith(`${name}/`)),
    digest: '',
  }))
}
