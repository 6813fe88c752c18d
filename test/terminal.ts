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
  backspace: '\u007F',
} as const
export type KeyName = keyof typeof keys

// eslint-disable-next-line no-control-regex
const controls = /\u001B(?:\[[\d;?]*[A-Za-z]|\][^\u0007]*\u0007|[()][A-Z0-9]|[=>])|\r/g

export class Terminal {
  readonly #pty: IPty
  readonly #exit: Promise<number>
  #output = ''
  /** what was waited for already lies before this */
  #read = 0
  #wake: () => void = () => undefined

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
    const clean = { PATH: process.env['PATH'] ?? '', HOME: cwd, TERM: 'xterm-256color', ...env }
    this.#pty = spawn(process.execPath, [program, ...args], { cwd, cols: columns, rows: 50, env: clean })
    this.#pty.onData(data => {
      this.#output += data
      this.#wake()
    })
    this.#exit = new Promise(resolve => {
      this.#pty.onExit(({ exitCode }) => resolve(exitCode))
    })
  }

  /** Everything printed so far, without colours and cursor movements. */
  get text(): string {
    return this.#output.replace(controls, '')
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

  type(text: string): void {
    this.#pty.write(text)
  }

  /** Types an answer to the question and takes it. */
  async answer(question: string, text: string): Promise<void> {
    await this.until(`? ${question}`)
    this.type(text)
    this.press('enter')
  }

  /** Takes what is offered. */
  async accept(question: string): Promise<void> {
    await this.answer(question, '')
  }

  /** Walks down a list to the line that begins so, and takes it. */
  async choose(question: string, line: string): Promise<void> {
    await this.until(`? ${question}`)
    await this.walkTo(line)
    this.press('enter')
  }

  /** Narrows a long list by typing, and takes the line. */
  async search(question: string, typed: string, line: string): Promise<void> {
    await this.until(`? ${question}`)
    this.type(typed)
    await this.until(`❯ ${line}`)
    this.press('enter')
  }

  /** Ticks the lines that begin so, and goes on. */
  async tick(question: string, ...lines: string[]): Promise<void> {
    await this.until(`? ${question}`)
    for (const line of lines) {
      await this.walkTo(line)
      this.press('space')
      await this.until(/❯◉ /)
    }
    this.press('enter')
  }

  async walkTo(line: string): Promise<void> {
    for (let step = 0; step < 200; step += 1) {
      const [, active = ''] = /❯[◯◉]? (.*)/.exec(await this.until(/❯[◯◉]? .*\n/)) ?? []
      if (active.startsWith(line)) return
      this.press('down')
    }
    throw new Error(`no line ${line}\n${this.text.slice(-2000)}`)
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

  #more(deadline: AbortSignal, what: string | RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = () =>
        reject(new Error(`never printed: ${String(what)}\n${this.text.slice(this.#read).slice(-3000)}`))
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
