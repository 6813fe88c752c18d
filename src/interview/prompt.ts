// Asking at a terminal, with inquirer's prompts: a choice, several, a text. Esc goes back, ? asks why, Ctrl-C stops.
import { visible, visibleLines } from '../model/visible.ts'
import { styleText } from 'node:util'
import { wrapHanging, wrapText } from '../locales/wrap.ts'
import type { PromptWords } from '../locales/interview-words.ts'
import { isWhy, leavable, type Reply, type Terminal } from './leaving.ts'
import { promptsIn, type Prompts } from './localized.ts'
import type { Check, Choosing, Pick, Query, Shown, Ticking } from './query.ts'

export type { Terminal } from './leaving.ts'

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
    this.#terminal.output.write(`${this.#paint(wrapHanging(visibleLines(text), this.#columns), style)}\n`)
  }

  /** @returns the index of the line */
  async choose(query: Query, picks: readonly Pick[], { current, wait }: Choosing = {}): Promise<Reply<number>> {
    this.#hint(query)
    const choices = [...this.#choices(picks), ...this.#waiting(wait)]
    const config = {
      message: this.#fit(query.message),
      choices,
      pageSize: this.#rows,
      loop: false,
      default: current ?? 0,
    }
    return put(await leavable(this.#terminal, context => this.#prompts.select(config, context), { whyByKey: true }))
  }

  /** A long list, narrowed by typing. */
  async search(query: Query, picks: readonly Pick[], { current, wait }: Choosing = {}): Promise<Reply<number>> {
    this.#hint(query)
    const choices = this.#choices(picks)
    const extra = this.#waiting(wait)
    const source = (term: string | undefined) => [...choices.filter((_, at) => isMeant(picks[at], term)), ...extra]
    const config = { message: this.#fit(query.message), source, pageSize: this.#rows }
    const start = current === undefined ? {} : { default: current }
    return put(
      await leavable(this.#terminal, context => this.#prompts.search({ ...config, ...start }, context), {
        whyByKey: true,
      }),
    )
  }

  /** @returns the indices of the ticked lines, perhaps none */
  many(query: Query, picks: readonly Pick[], { checked = [], told, all }: Ticking): Promise<Reply<readonly number[]>> {
    this.#hint(query)
    const choices = this.#choices(picks).map(choice => ({ ...choice, checked: checked.includes(choice.value) }))
    const config = {
      message: this.#fit(query.message),
      choices,
      pageSize: this.#rows,
      loop: false,
      shortcuts: { all: all ? 'a' : null, invert: null },
      theme: {
        style: {
          renderSelectedChoices: (chosen: readonly { short: string }[]) => told(chosen.map(({ short }) => short)),
        },
      },
    }
    return leavable(this.#terminal, context => this.#prompts.checkbox(config, context), { whyByKey: true })
  }

  /** An empty answer leaves the question open. `shown`: the answer as it was understood. */
  async text(query: Query, suggestion: string | undefined, check: Check, shown: Shown): Promise<Reply<string>> {
    this.#hint(query)
    let wasWhy = false
    const validate = async (text: string) => {
      wasWhy = isWhy(text)
      if (text.trim() === '' || wasWhy) return true
      const problem = await check(text)
      return problem === true ? true : wrapText(visibleLines(problem), this.#columns - 2, 2)
    }
    const config = {
      message: this.#fit(query.message),
      validate,
      transformer: (text: string, { isFinal }: { isFinal: boolean }) =>
        isFinal ? this.#paint(visible(shown(text)), 'cyan') : visible(text),
      ...(suggestion === undefined ? {} : { default: suggestion }),
    }
    const reply = await leavable(this.#terminal, context => this.#prompts.input(config, context), {
      isWiped: () => wasWhy,
    })
    if (reply.is !== 'answer') return reply
    if (isWhy(reply.value)) return { is: 'why' }
    return reply.value.trim() === '' ? { is: 'later' } : { is: 'answer', value: reply.value.trim() }
  }

  #paint(text: string, style: 'bold' | 'dim' | 'yellow' | 'cyan' | undefined): string {
    return style && this.#colour && text !== '' ? styleText(style, text) : text
  }

  /** Some terminals say they have none. */
  get #columns(): number {
    return Math.max(this.#terminal.output.columns || 80, 20)
  }

  /** As many as leave room for the question and the keys. */
  get #rows(): number {
    return Math.min(12, Math.max(5, (this.#terminal.output.rows || 24) - 8))
  }

  #fit(text: string): string {
    return wrapText(visibleLines(text), this.#columns - 2, 2)
  }

  #choices(picks: readonly Pick[]) {
    return picks.map(({ name: written }, value) => {
      const name = visible(written)
      return { name: wrapText(name, this.#columns - 4, 4), short: name, value }
    })
  }

  /** The line that leaves the question open, set apart from the answers. */
  #waiting(name: string | undefined) {
    return name === undefined ? [] : [this.#prompts.line, { name, value: waits }]
  }

  #hint(query: Query): void {
    if (query.hint === undefined || this.#hinted.has(query)) return
    this.#hinted.add(query)
    this.say(`  ${query.hint}`, 'dim')
  }
}

const waits = -1

const isMeant = (pick: Pick | undefined, term = '') =>
  `${pick?.name ?? ''} ${pick?.find ?? ''}`.toLowerCase().includes(term.trim().toLowerCase())

function put(reply: Reply<number>): Reply<number> {
  return reply.is === 'answer' && reply.value === waits ? { is: 'later' } : reply
}
