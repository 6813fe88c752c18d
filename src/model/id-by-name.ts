// The same province or provider under the names people write: 广东, 广东省, Guangdong, "44" → guangdong.
import type { CodeEntry } from './tables.ts'

/** Ids of a table's entries by any of their names; `written` is trimmed and in lower case. */
export type IdOf = (table: string, written: string) => string | undefined

/** Every name of an entry, in lower case, leads to its id. */
export function idByName(entries: readonly CodeEntry[]): ReadonlyMap<string, string> {
  const names = entries.flatMap(({ id, zh, en, ...more }) =>
    [id, zh, en, more['zh-full'], more['code']].flatMap((name): [string, string][] =>
      typeof name === 'string' ? [[name.toLowerCase(), id]] : [],
    ),
  )
  return new Map(names)
}
