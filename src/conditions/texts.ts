// A fact's value as texts: the members of a list, or the one value.

export function texts(fact: string | number | boolean | readonly string[]): readonly string[] {
  return typeof fact === 'object' ? fact : [String(fact)]
}
