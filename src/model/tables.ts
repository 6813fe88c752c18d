// What the facts and conditions look up: word lists, code tables, the province's and provider's properties, places.
// The rule book implements it; a test hands in a few words.

/** One entry of `rules/codes/*.yaml`; keys beside `id`, `zh`, `en` differ by table. */
export type CodeEntry = { readonly id: string; readonly zh: string; readonly en: string } & Readonly<
  Record<string, string | readonly string[]>
>

/** One thing a provider lets a service be filed with. Unknown limits are left out. */
export type Product = {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** services that one resource can file */
  readonly codes?: number
  readonly 'min-months'?: number
  readonly 'min-days-left'?: number
  readonly 'public-ip'?: boolean
}

export type Tables = {
  /** Words of a list, empty when there is no such list. */
  list(name: string): readonly string[]
  code(table: string, id: string): CodeEntry | undefined
  codes(table: string): readonly CodeEntry[]
  /** by its id or any of its names; case, width and blanks do not count */
  product(name: string): Product | undefined
  /** Name of a GB/T 2260 code of two, four or six digits. */
  place(code: string): string | undefined
  /** Counties of a province by its two digits; a city without counties stands for itself. */
  places(province: string): readonly { readonly code: string; readonly name: string }[]
  /** The longest place whose name the address begins with: its GB/T 2260 code, six digits. */
  placeOf(address: string): string | undefined
}
