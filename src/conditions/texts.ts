// A fact's value as texts: the members of a list, or the one value.

/** A fact as one text; a list is its members in a row. */
export function oneText(fact: string | number | boolean | readonly string[]): string {
  return String(fact)
}

export function texts(fact: string | number | boolean | readonly string[]): readonly string[] {
  return typeof fact === 'object' ? fact : [String(fact)]
}
