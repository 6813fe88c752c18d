// A terminal to drive the program in: waits for what it prints, picks lines by name, types, presses Esc and Ctrl-C. No sleeps.
import { spawn, type IPty } from '@lydell/node-pty'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/icp-prep.js', import.meta.url))

/** Slow machines and first starts included. */
const patience = 60_000

/** Wide, so that nothing a test waits for is broken over two lines. */
const columns = 240

const keys = {
  enter: '\r',
  escape: '\u001B',
  down: '\u001B[B',
  space: ' ',
  interrupt: '\u0003',
  end: '\u0004',
  clear: '\u0015',
} as const
export type KeyName = keyof typeof keys

// eslint-disable-next-line no-control-regex
const controls = /\u001B(?:\[[\d;?]*[A-Za-z]|\][^\u0007]*\u0007|[()][A-Z0-9]|[=>])|\r/g

// eslint-disable-next-line no-control-regex
const unfinished = /\u001B(?:\[[\d;?]*)?$/

export type Reply = (terminal: Terminal) => Promise<void>
export type Replies = Readonly<Record<string, Reply>>

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Types the text and takes it; nothing typed takes what is offered. */
export const typed =
  (answer = ''): Reply =>
  async terminal => {
    terminal.type(answer)
    terminal.press('enter')
    return Promise.resolve()
  }

/** Walks down the list to the line that begins so, and takes it. */
export const line =
  (name: string): Reply =>
  async terminal => {
    await terminal.walkTo(name)
    terminal.press('enter')
  }

/** Narrows a long list by typing, and takes the line, which must not be the first of the whole list. */
export const found =
  (part: string, name = part): Reply =>
  async terminal => {
    terminal.type(part)
    await terminal.until(`❯ ${name}`)
    terminal.press('enter')
  }

/** Ticks the lines that begin so, from the top down, and goes on. */
export const ticks =
  (...names: readonly string[]): Reply =>
  async terminal => {
    for (const [index, name] of names.entries()) {
      if (index > 0) terminal.press('down')
      await terminal.walkTo(name)
      terminal.press('space')
      await terminal.until('❯◉ ')
    }
    terminal.press('enter')
  }

export class Terminal {
  readonly #pty: IPty
  readonly #exit: Promise<number>
  #text = ''
  /** the beginning of a control sequence whose end has not come yet */
  #rest = ''
  /** what was waited for already lies before this */
  #read = 0
  #wake: () => void = () => undefined

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
    const clean = { PATH: process.env['PATH'] ?? '', HOME: cwd, TERM: 'xterm-256color', ...env }
    this.#pty = spawn(process.execPath, [program, ...args], { cwd, cols: columns, rows: 50, env: clean })
    this.#pty.onData(data => {
      this.#print(data)
      this.#wake()
    })
    this.#exit = new Promise(resolve => {
      this.#pty.onExit(({ exitCode }) => resolve(exitCode))
    })
  }

  /** Everything printed so far, without colours and cursor movements. */
  get text(): string {
    return this.#text
  }

  /** Waits until this is printed after what was waited for before. @returns what was printed up to and with it */
  async until(what: string | RegExp): Promise<string> {
    const deadline = AbortSignal.timeout(patience)
    for (;;) {
      const fresh = this.text.slice(this.#read)
      const at = typeof what === 'string' ? fresh.indexOf(what) : fresh.search(what)
      if (at >= 0) {
        const length = typeof what === 'string' ? what.length : (what.exec(fresh)?.[0].length ?? 0)
        this.#read += at + length
        return fresh.slice(0, at + length)
      }
      await this.#more(deadline, what)
    }
  }

  press(key: KeyName): void {
    this.#pty.write(keys[key])
  }

  type(characters: string): void {
    this.#pty.write(characters)
  }

  /**
   * Answers whatever is asked, in whatever order, until one of these questions stands there: it is left open.
   * A question that is neither fails the test by its name.
   * @returns the question it stopped at
   */
  async converse(replies: Replies, ...stops: readonly string[]): Promise<string> {
    const questions = [...Object.keys(replies), ...stops].sort((one, other) => other.length - one.length)
    const asked = new RegExp(`\\n\\? (${questions.map(escaped).join('|')})`)
    for (;;) {
      const [, question = ''] = asked.exec(await this.until(asked)) ?? []
      if (stops.includes(question)) return question
      await replies[question]?.(this)
      await this.until(`✔ ${question}`)
    }
  }

  /** Moves down to the line that begins so; a list drawn twice counts once. */
  async walkTo(name: string): Promise<void> {
    let before: string | undefined
    for (;;) {
      const [, active = ''] = /❯[◯◉]? (.*)/.exec(await this.until(/❯[◯◉]? .*\n/)) ?? []
      if (active.startsWith(name)) return
      if (active !== before) this.press('down')
      before = active
    }
  }

  /** The exit code, once everything is printed. */
  async ended(): Promise<number> {
    const late = new Promise<never>((_, reject) => {
      AbortSignal.timeout(patience).addEventListener('abort', () =>
        reject(new Error(`still running\n${this.text.slice(-2000)}`)),
      )
    })
    return Promise.race([this.#exit, late])
  }

  /** For tests that fail half-way. */
  stop(): void {
    this.#pty.kill()
  }

  #print(data: string): void {
    const all = this.#rest + data
    const end = unfinished.exec(all)?.index ?? all.length
    this.#text += all.slice(0, end).replace(controls, '')
    this.#rest = all.slice(end)
  }

  #more(deadline: AbortSignal, what: string | RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`never printed: ${String(what)}\n${this.text.slice(-1500)}`))
      deadline.addEventListener('abort', late, { once: true })
      void this.#exit.then(code =>
        reject(new Error(`ended with ${code} before: ${String(what)}\n${this.text.slice(-3000)}`)),
      )
      this.#wake = () => {
        deadline.removeEventListener('abort', late)
        resolve()
      }
    })
  }
}
