// Lists, tables and materials on disk: which there are, and each as a JSON text that is read when somebody asks for it.
import type { Common } from '../rules/rulebook.ts'

const kinds = ['lists', 'codes', 'materials'] as const
type Kind = (typeof kinds)[number]

export type PackedCommon = Pick<Common, 'provinces' | 'providers'> & {
  readonly names: Readonly<Record<Kind, readonly string[]>>
}

/** `words`: the JSON texts, in the order of the names. */
export function packCommon(common: Common): { readonly packed: PackedCommon; readonly words: readonly string[] } {
  const { lists, codes, materials, provinces, providers } = common
  return {
    packed: {
      provinces,
      providers,
      names: { lists: Object.keys(lists), codes: Object.keys(codes), materials: Object.keys(materials) },
    },
    words: [lists, codes, materials].flatMap(table => Object.values<unknown>(table)).map(each => JSON.stringify(each)),
  }
}

export function unpackCommon(
  { provinces, providers, names }: PackedCommon,
  wordsAt: (index: number) => string,
): Common {
  const { lists, codes, materials } = names
  const table = <Entry>(keys: readonly string[], first: number): Readonly<Record<string, Entry>> =>
    lazily(keys, index => JSON.parse(wordsAt(first + index)))
  return {
    lists: table(lists, 0),
    codes: table(codes, lists.length),
    materials: table(materials, lists.length + codes.length),
    provinces,
    providers,
  }
}

/** A record whose values are made when they are asked for. */
function lazily<Entry>(keys: readonly string[], make: (index: number) => Entry): Readonly<Record<string, Entry>> {
  const record: Record<string, Entry> = {}
  for (const [index, key] of keys.entries()) {
    const keep = (value: Entry) => {
      Object.defineProperty(record, key, { value, enumerable: true })
      return value
    }
    Object.defineProperty(record, key, { get: () => keep(make(index)), enumerable: true, configurable: true })
  }
  return record
}
