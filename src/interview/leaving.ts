// The ways out of a prompt: Esc goes back, ? asks why, Ctrl-C and Ctrl-D stop.

export type Terminal = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream }

export type Reply<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | { readonly is: 'back' }
  | { readonly is: 'why' }
  | { readonly is: 'later' }

/** Ctrl-C or Ctrl-D: the filer stops here. */
export class Interrupted extends Error {}

/** What inquirer's prompts are handed; a prompt that was left is wiped, an answered one stays. */
type Context = Terminal & { readonly signal: AbortSignal; readonly clearPromptOnDone: boolean }

type Way = 'back' | 'why' | 'stop'
type Key = { readonly name?: string; readonly ctrl?: boolean }

function wayOut(character: string | undefined, key: Key | undefined, whyByKey: boolean): Way | undefined {
  if (key?.name === 'escape') return 'back'
  if (key?.ctrl === true && key.name === 'd') return 'stop'
  return whyByKey && isWhy(character ?? '') ? 'why' : undefined
}

export const isWhy = (text: string) => /^[?？]$/.test(text.trim())

/** `whyByKey`: nothing is typed there, so ? alone asks why; `isWiped`: whether the answered prompt is wiped too. */
type How = { readonly whyByKey?: true; readonly isWiped?: () => boolean }

/** @throws Interrupted */
export async function leavable<Value>(
  { input, output }: Terminal,
  ask: (context: Context) => Promise<Value>,
  { whyByKey, isWiped }: How,
): Promise<Reply<Value>> {
  const leaving = new AbortController()
  let way: Way | undefined
  const onKey = (character: string | undefined, key?: Key) => {
    way = way ?? wayOut(character, key, whyByKey === true)
    if (way) leaving.abort()
  }
  input.on('keypress', onKey)
  try {
    const context = {
      input,
      output,
      signal: leaving.signal,
      // Read when the prompt ends.
      get clearPromptOnDone() {
        return way === 'back' || way === 'why' || isWiped?.() === true
      },
    }
    return { is: 'answer', value: await ask(context) }
  } catch (error) {
    if (way === 'back' || way === 'why') return { is: way }
    if (way === 'stop' || (error instanceof Error && error.name === 'ExitPromptError')) throw new Interrupted()
    throw error
  } finally {
    input.off('keypress', onKey)
  }
}
