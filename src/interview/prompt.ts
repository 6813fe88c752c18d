// Asking at a terminal, with inquirer: a choice, several, a text; Esc goes back, ? asks why.
import inquirer from 'inquirer'
import type { PassThrough } from 'node:stream'
import type { Choice } from './spec.ts'

export type Terminal = { readonly input: NodeJS.ReadStream | PassThrough; readonly output: NodeJS.WriteStream | PassThrough }

/** Set phrases of the prompts, in the reader's language. */
export type PromptWords = {
  readonly language: 'zh' | 'en'
  readonly why: string
  readonly other: string
  readonly later: string
}

export type Reply<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | { readonly is: 'back' }
  | { readonly is: 'why' }
  | { readonly is: 'later' }

export class Prompter {
  readonly #terminal: Terminal
  readonly #words: PromptWords

  constructor(terminal: Terminal, words: PromptWords) {
    this.#terminal = terminal
    this.#words = words
  }

  say(text: string): void {
    this.#terminal.output.write(`${text}\n`)
  }

  /** @returns the index of the choice */
  async choose(message: string, choices: readonly Choice[], current: number, canWait: boolean): Promise<Reply<number>> {
    const picks: Pick[] = [...this.#picks(choices), ...(canWait ? [this.#later()] : []), this.#why()]
    const start = picks[current]?.value
    const options = { message, choices: picks, pageSize: 12, loop: false, ...(start === undefined ? {} : { default: start }) }
    return picked(await this.#run(prompt => prompt<{ answer: number }>([{ type: 'select', name: 'answer', ...options }])))
  }

  async search(message: string, choices: readonly Choice[]): Promise<Reply<number>> {
    const all = this.#picks(choices)
    const extra = [this.#later(), this.#why()]
    const source = (term: string | undefined) => [...all.filter(({ name }) => name.includes(term?.trim() ?? '')), ...extra]
    return picked(
      await this.#run(prompt => prompt<{ answer: number }>([{ type: 'search', name: 'answer', message, source, pageSize: 10 }])),
    )
  }

  /** @returns the indices of the choices, perhaps none */
  many(message: string, choices: readonly Choice[], checked: readonly number[] = []): Promise<Reply<readonly number[]>> {
    const picks = this.#picks(choices).map(pick => ({ ...pick, checked: checked.includes(pick.value) }))
    return this.#run(prompt =>
      prompt<{ answer: number[] }>([{ type: 'checkbox', name: 'answer', message, choices: picks, pageSize: 12, loop: false }]),
    )
  }

  /** An empty answer leaves the question open. `check` gives the reason why a text is not taken. */
  async text(message: string, suggestion: string | undefined, check: Check): Promise<Reply<string>> {
    const validate = (text: string) => (text.trim() === '' || isWhy(text) ? true : check(text))
    const options = { message, validate, ...(suggestion === undefined ? {} : { default: suggestion }) }
    const reply = await this.#run(prompt => prompt<{ answer: string }>([{ type: 'input', name: 'answer', ...options }]))
    if (reply.is !== 'answer') return reply
    if (isWhy(reply.value)) return { is: 'why' }
    return reply.value.trim() === '' ? { is: 'later' } : { is: 'answer', value: reply.value.trim() }
  }

  #picks(choices: readonly Choice[]): Pick[] {
    return choices.map((choice, value) => ({ name: choice[this.#words.language], value }))
  }

  #later(): Pick {
    return { name: this.#words.later, value: laterPick }
  }

  #why(): Pick {
    return { name: this.#words.why, value: whyPick }
  }

  /** @throws ExitPromptError on Ctrl-C */
  async #run<Value>(ask: (prompt: Module) => Promise<{ answer: Value }>): Promise<Reply<Value>> {
    const { input, output } = this.#terminal
    const escape = new AbortController()
    const prompt = newModule({ input, output, signal: escape.signal })
    await localise(prompt, this.#words.language)
    const onKey = (_: unknown, key?: { name?: string }) => {
      if (key?.name === 'escape') escape.abort()
    }
    input.on('keypress', onKey)
    try {
      return { is: 'answer', value: (await ask(prompt)).answer }
    } catch (error) {
      if (escape.signal.aborted && error instanceof Error && error.name === 'AbortPromptError') return { is: 'back' }
      throw error
    } finally {
      input.off('keypress', onKey)
    }
  }
}

type Pick = { readonly name: string; readonly value: number }
type Check = (text: string) => Promise<string | true> | string | true

const laterPick = -1
const whyPick = -2

const isWhy = (text: string) => /^[?？]$/.test(text.trim())

function picked(reply: Reply<number>): Reply<number> {
  if (reply.is !== 'answer') return reply
  if (reply.value === laterPick) return { is: 'later' }
  return reply.value === whyPick ? { is: 'why' } : reply
}

const newModule = (options: Terminal & { signal: AbortSignal }) => inquirer.createPromptModule(options)
type Module = ReturnType<typeof newModule>

/** The hints below a prompt in Chinese; in English they are inquirer's own. */
async function localise(prompt: Module, language: 'zh' | 'en'): Promise<void> {
  if (language === 'en') return
  const { select, checkbox, search } = await import('@inquirer/i18n/zh')
  prompt.registerPrompt('select', select).registerPrompt('checkbox', checkbox).registerPrompt('search', search)
}
