// Asking at a terminal, with inquirer's prompts: a choice, several, a text. Esc goes back, ? asks why, Ctrl-C stops.
import { styleText } from 'node:util'
import { wrapHanging, wrapText } from '../locales/wrap.ts'
import type { PromptWords } from '../locales/interview-words.ts'

export type Terminal = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream }

/** What is asked; the hint is shown above it, once. */
export type Query = { readonly message: string; readonly hint?: string }

/** One line of a list; `find`: what else may be typed to reach it. */
export type Pick = { readonly name: string; readonly find?: string }

export type Reply<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | { readonly is: 'back' }
  | { readonly is: 'why' }
  | { readonly is: 'later' }

/** `current`: the line the cursor starts on; `wait`: the words of a last line that leaves the question open. */
export type Choosing = { readonly current?: number | undefined; readonly wait?: string }

/** Why a text is not taken, or true. */
export type Check = (text: string) => Promise<string | true> | string | true

/** Ctrl-C or Ctrl-D: the filer stops here. */
export class Interrupted extends Error {}

export class Prompter {
  readonly #terminal: Terminal
  readonly #colour: boolean
  readonly #prompts: Prompts
  readonly #hinted = new WeakSet<Query>()

  private constructor(terminal: Terminal, prompts: Prompts, colour: boolean) {
    this.#terminal = terminal
    this.#prompts = prompts
    this.#colour = colour
  }

  static async open(terminal: Terminal, words: PromptWords, colour: boolean): Promise<Prompter> {
    return new Prompter(terminal, await promptsIn(words), colour)
  }

  say(text: string, style?: 'bold' | 'dim' | 'yellow'): void {
    const wrapped = wrapHanging(text, this.#columns)
    this.#terminal.output.write(`${style && this.#colour ? styleText(style, wrapped) : wrapped}\n`)
  }

  /** @returns the index of the line */
  async choose(query: Query, picks: readonly Pick[], { current, wait }: Choosing = {}): Promise<Reply<number>> {
    this.#hint(query)
    const choices = [...this.#choices(picks), ...(wait === undefined ? [] : [{ name: wait, value: waits }])]
    const config = {
      message: this.#fit(query.message),
      choices,
      pageSize: this.#rows,
      loop: false,
      default: current ?? 0,
    }
    return put(await this.#run(context => this.#prompts.select(config, context), true))
  }

  /** A long list, narrowed by typing. */
  async search(query: Query, picks: readonly Pick[], { current, wait }: Choosing = {}): Promise<Reply<number>> {
    this.#hint(query)
    const choices = this.#choices(picks)
    const extra = wait === undefined ? [] : [{ name: wait, value: waits }]
    const source = (term: string | undefined) => [...choices.filter((_, at) => isMeant(picks[at], term)), ...extra]
    const config = { message: this.#fit(query.message), source, pageSize: this.#rows }
    const start = current === undefined ? {} : { default: current }
    return put(await this.#run(context => this.#prompts.search({ ...config, ...start }, context), true))
  }

  /** @returns the indices of the ticked lines, perhaps none */
  many(
    query: Query,
    picks: readonly Pick[],
    checked: readonly number[],
    told?: (count: number) => string,
  ): Promise<Reply<readonly number[]>> {
    this.#hint(query)
    const theme = told
      ? { theme: { style: { renderSelectedChoices: (chosen: readonly unknown[]) => told(chosen.length) } } }
      : {}
    const choices = this.#choices(picks).map(choice => ({ ...choice, checked: checked.includes(choice.value) }))
    const config = { message: this.#fit(query.message), choices, pageSize: this.#rows, loop: false, ...theme }
    return this.#run(context => this.#prompts.checkbox(config, context), true)
  }

  /** An empty answer leaves the question open. */
  async text(query: Query, suggestion: string | undefined, check: Check): Promise<Reply<string>> {
    this.#hint(query)
    const validate = async (text: string) => {
      if (text.trim() === '' || isWhy(text)) return true
      const problem = await check(text)
      return problem === true ? true : wrapText(problem, this.#columns - 2, 2)
    }
    const config = {
      message: this.#fit(query.message),
      validate,
      ...(suggestion === undefined ? {} : { default: suggestion }),
    }
    const reply = await this.#run(context => this.#prompts.input(config, context), false)
    if (reply.is !== 'answer') return reply
    if (isWhy(reply.value)) return { is: 'why' }
    return reply.value.trim() === '' ? { is: 'later' } : { is: 'answer', value: reply.value.trim() }
  }

  get #columns(): number {
    return Math.max(this.#terminal.output.columns ?? 80, 20)
  }

  /** As many as leave room for the question and the keys. */
  get #rows(): number {
    return Math.min(12, Math.max(5, (this.#terminal.output.rows ?? 24) - 8))
  }

  #fit(text: string): string {
    return wrapText(text, this.#columns - 2, 2)
  }

  #choices(picks: readonly Pick[]) {
    return picks.map(({ name }, value) => ({ name: wrapText(name, this.#columns - 4, 4), short: name, value }))
  }

  #hint(query: Query): void {
    if (query.hint === undefined || this.#hinted.has(query)) return
    this.#hinted.add(query)
    this.say(`  ${query.hint}`, 'dim')
  }

  /** @throws Interrupted */
  async #run<Value>(ask: (context: Context) => Promise<Value>, whyByKey: boolean): Promise<Reply<Value>> {
    const { input, output } = this.#terminal
    const leaving = new AbortController()
    let left: 'back' | 'why' | 'stop' | undefined
    const onKey = (character: string | undefined, key?: Key) => {
      left = left ?? wayOut(character, key, whyByKey)
      if (left) leaving.abort()
    }
    input.on('keypress', onKey)
    try {
      return { is: 'answer', value: await ask({ input, output, signal: leaving.signal }) }
    } catch (error) {
      if (left === 'back' || left === 'why') return { is: left }
      if (left === 'stop' || (error instanceof Error && error.name === 'ExitPromptError')) throw new Interrupted()
      throw error
    } finally {
      input.off('keypress', onKey)
    }
  }
}

type Prompts = Awaited<ReturnType<typeof promptsIn>>

/** inquirer's prompts with our words below them; loaded only where somebody is asked. */
async function promptsIn({ move, pick, all, invert, submit, more }: PromptWords) {
  const { createLocalizedPrompts } = await import('@inquirer/i18n/create')
  const { locale } = await import('@inquirer/i18n/zh')
  const list = { helpNavigate: move, helpSelect: `${submit} • ${more}` }
  const ticks = {
    helpNavigate: move,
    helpSelect: pick,
    helpAll: all,
    helpInvert: invert,
    helpSubmit: `${submit} • ${more}`,
  }
  return createLocalizedPrompts({ ...locale, select: list, search: list, checkbox: ticks })
}

type Context = Terminal & { readonly signal: AbortSignal }
type Key = { readonly name?: string; readonly ctrl?: boolean }

function wayOut(character: string | undefined, key: Key | undefined, whyByKey: boolean) {
  if (key?.name === 'escape') return 'back'
  if (key?.ctrl === true && key.name === 'd') return 'stop'
  return whyByKey && isWhy(character ?? '') ? 'why' : undefined
}

const waits = -1

const isWhy = (text: string) => /^[?？]$/.test(text.trim())

const isMeant = (pick: Pick | undefined, term = '') =>
  `${pick?.name ?? ''} ${pick?.find ?? ''}`.toLowerCase().includes(term.trim().toLowerCase())

function put(reply: Reply<number>): Reply<number> {
  return reply.is === 'answer' && reply.value === waits ? { is: 'later' } : reply
}
