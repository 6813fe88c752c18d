// One call of the program as data: what lies in its folder, what it is given, around it and on stdin. Kept as JSON.

/** Text, or bytes that are none. */
export type Content = string | { readonly hex: string }

/** `files`, `links`: by name, a link with its target, in a folder of the case alone, which the call is made in. */
export type Case = {
  readonly args: readonly string[]
  readonly files: readonly (readonly [name: Content, content: Content])[]
  readonly links?: readonly (readonly [name: string, target: string])[]
  readonly stdin?: Content
  /** null: not set */
  readonly env?: Readonly<Record<string, string | null>>
}

export type Ran = {
  readonly is: 'ran'
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** an error nobody caught */
  readonly crash: string | undefined
  /** what it would have written outside its folder */
  readonly outside: readonly string[]
  /** what it left in the folder for temporary files, at home or beside its folder */
  readonly left: readonly string[]
  /** the most memory the process ever held, in bytes */
  readonly rss: number
}

/** `hung`: over its time · `grew`: over its memory · `died`: the process ended */
export type Stopped = { readonly is: 'hung' | 'grew' | 'died'; readonly told: string }

export type Became = Ran | Stopped

export const hex = (bytes: Uint8Array): Content => ({ hex: Buffer.from(bytes).toString('hex') })
