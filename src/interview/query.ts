// What a prompt is asked with: the question, its lines, how an answer is looked at and shown.

/** What is asked; the hint is shown above it, once. */
export type Query = { readonly message: string; readonly hint?: string }

/** One line of a list; `find`: what else may be typed to reach it. */
export type Pick = { readonly name: string; readonly find?: string }

/** `current`: the line the cursor starts on; `wait`: the words of a last line that leaves the question open. */
export type Choosing = { readonly current?: number | undefined; readonly wait?: string }

/** `told`: what was ticked, in the line that stays; `all`: one key ticks every line. */
export type Ticking = {
  readonly checked?: readonly number[]
  readonly told: (ticked: readonly string[]) => string
  readonly all?: true
}

/** Why a text is not taken, or true. */
export type Check = (text: string) => Promise<string | true> | string | true

/** An answer as it was understood. */
export type Shown = (text: string) => string
