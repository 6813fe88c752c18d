// What a command gives back: a result for stdout, perhaps a word for stderr, and the exit code. Only cli.ts acts on it.

/** 0 ready · 1 findings or missing materials · 2 the input or call is wrong · 3 our bug · 130 interrupted · 143 asked to end (SIGTERM). */
export const exit = { ready: 0, findings: 1, wrongInput: 2, bug: 3, interrupted: 130, terminated: 143 } as const

export type Outcome = { readonly text: string; readonly code: number; readonly talk?: string }
