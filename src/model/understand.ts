// The same province or provider under the names people write: 广东, 广东省, Guangdong, "44" → guangdong.
import type { CodeEntry } from './tables.ts'

type Tree = string | null | readonly Tree[] | { readonly [key: string]: Tree }
export type Understood = string | Understood[] | { [key: string]: Understood }

const tables: Readonly<Record<string, string>> = {
  province: 'provinces',
  'mobile-province': 'provinces',
  'emergency-province': 'provinces',
  'template-of': 'provinces',
  provider: 'providers',
}

/** Every name of an entry, in lower case, leads to its id. */
export function idByName(entries: readonly CodeEntry[]): ReadonlyMap<string, string> {
  const names = entries.flatMap(({ id, zh, en, ...more }) =>
    [id, zh, en, more['zh-full'], more['code']].flatMap((name): [string, string][] =>
      typeof name === 'string' ? [[name.toLowerCase(), id]] : [],
    ),
  )
  return new Map(names)
}

/** A filing's tree with empty values left out, and its provinces and providers under their ids. */
export function understand(
  tree: Tree,
  idOf: (table: string, written: string) => string | undefined,
): Understood | undefined {
  if (tree === null) return undefined
  if (typeof tree === 'string') return tree
  if (isList(tree)) return tree.map(item => understand(item, idOf) ?? '')
  const entries = Object.entries(tree).flatMap(([key, value]): [string, Understood][] => {
    const table = tables[key]
    const understood = table === undefined ? understand(value, idOf) : named(value, written => idOf(table, written))
    return understood === undefined ? [] : [[key, understood]]
  })
  return Object.fromEntries(entries)
}

/** One name, or a list of them, under their ids; what is unknown stays as it is written. */
function named(tree: Tree, idOf: (written: string) => string | undefined): Understood | undefined {
  if (typeof tree === 'string') return idOf(tree.trim().toLowerCase()) ?? tree
  return isList(tree) ? tree.map(item => named(item, idOf) ?? '') : understand(tree, () => undefined)
}

const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree)
