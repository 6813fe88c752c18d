// What a shell has to know of the program to complete a call of it.

/** What may stand in a place: these words, several of them with commas between, a file, a folder, anything. */
export type Values =
  { readonly is: 'words' | 'list'; readonly words: readonly string[] } | { readonly is: 'file' | 'folder' | 'anything' }

export type OptionPlace = {
  readonly names: readonly string[]
  readonly about: string
  /** undefined: it takes no value */
  readonly values: Values | undefined
}

export type CommandPlace = {
  /** `rules explain`; '' for the program itself */
  readonly path: string
  readonly commands: readonly { readonly name: string; readonly about: string }[]
  readonly options: readonly OptionPlace[]
  readonly argument: Values
}

/** Options that take a value, by their names: they take one wherever they stand. */
export const valued = (places: readonly CommandPlace[]): readonly string[] => [
  ...new Set(places.flatMap(({ options }) => options.flatMap(({ names, values }) => (values ? names : [])))),
]

export const paths = (places: readonly CommandPlace[]): readonly string[] =>
  places.map(({ path }) => path).filter(path => path !== '')
