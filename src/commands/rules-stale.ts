// `icp-prep rules stale`: sources nobody has compared the rules with for a while.
import { readRulesFolder } from '../disk/rules-folder.ts'
import type { Words } from '../locales/index.ts'
import { daysBetween } from '../model/calendar.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

/** Oldest first; 1 where there is one, so that a weekly job notices. */
export function staleSources(root: string, days: string, today: string, words: Words): Outcome {
  if (!/^\d{1,5}$/.test(days))
    throw new UserError({ code: 'wrong-option', option: '--days', got: days, known: ['90', '180'] })
  const limit = Number(days)
  const sources = readRulesFolder(root).sheets.flatMap(({ sheet }) =>
    Object.entries(sheet?.sources ?? {}).map(([id, source]) => ({
      id: `${sheet?.sheet ?? ''}/${id}`,
      age: daysBetween(source.read, today),
      cited: sheet?.rules.filter(rule => id in rule.source).length ?? 0,
      source,
    })),
  )
  const stale = sources.filter(({ age }) => age > limit).sort((one, other) => other.age - one.age)
  const lines = stale.map(({ id, age, cited, source }) => words.rules.stale(id, source.title, source.read, age, cited))
  return {
    text: [...lines, words.rules.staleCount(stale.length, sources.length, limit)].join('\n'),
    code: stale.length === 0 ? exit.ready : exit.findings,
  }
}
