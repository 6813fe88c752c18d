// The process around the program: language, day, terminal, exit code. The only file that touches `process`.
import { CommanderError } from 'commander'
import { once } from 'node:events'
import { fstatSync, readFileSync, writeSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ContextFlags } from './calls/shell.ts'
import type { Pipe } from './commands/check-lines.ts'
import type { Context } from './commands/context.ts'
import { exit, type Outcome } from './commands/outcome.ts'
import { UserError } from './commands/user-error.ts'
import type { Language, Words } from './locales/index.ts'
import { loadWords } from './locales/load.ts'
import type { TextReader } from './materials/text-reader.ts'
import { maskNumbers } from './model/mask.ts'
import { visible, visibleInColour, visibleLines } from './model/visible.ts'
import { program } from './program.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'))
  return manifest.version
}

/** The language must be known before the help is written, so it is looked for in the bare arguments. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  if (asked === 'zh' || asked === 'en') return asked
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Today in China, which keeps UTC+8 the whole year. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/**
 * Today, where the day matters. A clock outside these years stands wrong, or this version is far too old to judge: then
 * the day must be said, and counts as today too. @throws UserError
 */
function trustedToday(said?: string): string {
  const day = today()
  if (day >= '2020-01-01' && day < '2041-01-01') return day
  if (said === undefined) throw new UserError({ code: 'wrong-clock', got: day })
  return said
}

/** From the top of the checkout where a CI job runs inside it, else from the folder of the run. */
function pathOf(file: string): string {
  const { GITHUB_WORKSPACE, CI_PROJECT_DIR } = process.env
  const inside = (above: string, path: string) => {
    const way = relative(above, path)
    return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..' ? way : undefined
  }
  const folder = process.cwd()
  const top = [GITHUB_WORKSPACE, CI_PROJECT_DIR].find(
    checkout => checkout && (resolve(checkout) === folder || inside(checkout, folder) !== undefined),
  )
  const whole = resolve(file)
  return (inside(top || folder, whole) ?? whole).split(sep).join('/')
}

const fileOf = { stdin: 0, stdout: 1, stderr: 2 } as const
type StandardStream = keyof typeof fileOf

/** Of `/dev/null` and its like. */
const memoryDevices = 1

/** A file, a pipe or /dev/null is told from its status: Node's streams cost more than the rest of a short run. */
function mayBeTerminal(name: StandardStream): boolean {
  try {
    const status = fstatSync(fileOf[name])
    return status.isCharacterDevice() && status.rdev >> 8 !== memoryDevices
  } catch {
    return true
  }
}

/** Node leaves `isTTY` out where its types promise false. */
const isTerminal = (name: StandardStream) => mayBeTerminal(name) && (process[name].isTTY ?? false)

let guarded = false

/** A closed pipe on the other side is no error. */
function guardedStdout(): NodeJS.WriteStream & { fd: 1 } {
  if (!guarded)
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? exit.ready)
      throw error
    })
  guarded = true
  return process.stdout
}

/** Without a stream where none is in use; what a full pipe does not take at once, a stream brings there. */
function put(name: 'stdout' | 'stderr', text: string): void {
  let rest = Buffer.from(text)
  try {
    if (!guarded && !mayBeTerminal(name)) while (rest.length > 0) rest = rest.subarray(writeSync(fileOf[name], rest))
  } catch (error) {
    if (hasCode(error, 'EPIPE')) return
    if (!hasCode(error, 'EAGAIN')) throw error instanceof Error ? Object.assign(error, { path: name }) : error
  }
  if (rest.length > 0) (name === 'stdout' ? guardedStdout() : process.stderr).write(rest)
}

const hasCode = (error: unknown, code: string) => error instanceof Error && Reflect.get(error, 'code') === code

function usesColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return isTerminal('stdout') && TERM !== 'dumb'
}

/** Whoever wrote a text, and whoever forgot: nothing moves the cursor of who reads it, no talk tells a number of a person. */
function finish({ text, code, talk }: Outcome): void {
  process.exitCode = code
  if (talk) put('stderr', `${visibleLines(maskNumbers(talk))}\n`)
  if (text) put('stdout', `${(usesColour() ? visibleInColour : visibleLines)(text)}\n`)
}

const undos = new Set<() => void>()
const leaving = { SIGINT: exit.interrupted, SIGTERM: exit.terminated, SIGHUP: exit.terminated } as const

function leave(signal: keyof typeof leaving): never {
  for (const undo of undos) undo()
  process.exit(leaving[signal])
}

/** Signals are caught only while there is something to clear up. */
function whenStopped(undo: () => void): () => void {
  if (undos.size === 0) for (const signal of Object.keys(leaving)) process.on(signal, leave)
  undos.add(undo)
  return () => {
    undos.delete(undo)
    if (undos.size === 0) for (const signal of Object.keys(leaving)) process.off(signal, leave)
  }
}

/** `flags`: of a command that reckons with the day. */
async function context(words: Words, flags?: ContextFlags): Promise<Context> {
  const { on, rules, textReader } = flags ?? {}
  const { openBook } = await import('./commands/open-book.ts')
  const { isDay } = await import('./model/calendar.ts')
  if (on !== undefined && !isDay(on)) throw new UserError({ code: 'bad-day', got: on })
  const day = flags === undefined ? today() : trustedToday(on)
  const book = await openBook(here('../book'), rules, words)
  const reader = textReader === undefined ? {} : { reader: await readerFrom(textReader) }
  return { words, today: day, on, book, version: version(), whenStopped, ...reader }
}

/** Code of somebody else's runs here, and only because the command line of this very call says so. */
async function readerFrom(module: string): Promise<TextReader> {
  const { openReader } = await import('./commands/open-reader.ts')
  return openReader(module)
}

const stopSignals = { SIGTERM: exit.terminated, SIGINT: exit.interrupted } as const

/**
 * A worker on a shared machine keeps its heap small: left alone, V8 lets it grow to twice the size before it clears up.
 * Its other switches of that kind cost half of the speed.
 */
function keepHeapSmall(): void {
  // Imported, it would bring half of Node's streams into every start.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString('--heap-growing-percent=30')
}

function write(text: string | Uint8Array): Promise<void> | undefined {
  const stdout = guardedStdout()
  return stdout.write(text) ? undefined : once(stdout, 'drain').then(() => undefined)
}

function progress(line: string): void {
  process.stderr.write(`\r\u001B[K${line}`)
}

/** Stops between two lines when a signal asks for it; a second signal ends the process at once. */
function pipe(): Pipe {
  keepHeapSmall()
  let asked: number | undefined
  const stop = (code: number) => () => {
    asked ??= code
    process.stdin.destroy()
  }
  process.once('SIGTERM', stop(stopSignals.SIGTERM)).once('SIGINT', stop(stopSignals.SIGINT))
  return {
    input: untilDestroyed(process.stdin, () => asked !== undefined),
    write,
    stopped: () => asked,
  }
}

async function* untilDestroyed(input: AsyncIterable<Buffer>, isDestroyed: () => boolean): AsyncGenerator<Buffer> {
  try {
    yield* input
  } catch (error) {
    if (!isDestroyed()) throw error
  }
}

/** Without the message: it may quote a filing, over several lines. */
function whereOf(error: unknown): { name: string; frames: readonly string[] } {
  if (!(error instanceof Error)) return { name: 'unknown', frames: [] }
  const { name, message, stack = '' } = error
  const behind = stack.indexOf(message) + message.length
  const frames = stack
    .slice(behind)
    .split('\n')
    .filter(line => /^ +at .*:\d+\)?$/.test(line))
  return { name: /^\w+$/.test(name) ? name : 'unknown', frames: stack.includes(message) ? frames : [] }
}

async function failed(error: unknown, words: Words): Promise<Outcome> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help')
      return { text: '', code: error.exitCode === 0 ? exit.ready : exit.wrongInput }
    const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
    const told = words.cli.wrongCall[error.code]?.(word) ?? error.message
    const likely = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1]
    const meant = likely === undefined ? '' : words.cli.didYouMean(likely)
    return { text: '', code: exit.wrongInput, talk: `${visible(told + meant)}\n${words.input.tryHelp}` }
  }
  if (error instanceof UserError) return { text: '', code: exit.wrongInput, talk: words.input.problem(error.problem) }
  const { tellInput } = await import('./commands/tell-input.ts')
  const told = tellInput(error, words)
  if (told !== undefined) return { text: '', code: exit.wrongInput, talk: told }
  const { name, frames } = whereOf(error)
  return { text: '', code: exit.bug, talk: [words.input.bug(version()), name, ...frames].join('\n') }
}

/** Runs one call. `print` is off while the build only warms the code up. */
export async function run(args: readonly string[], print = true): Promise<void> {
  const words = await loadWords(languageOf(args))
  const end = print ? finish : () => undefined
  const shell = {
    words,
    version: version(),
    rulesFolder: here('../../rules'),
    get today() {
      return trustedToday()
    },
    colour: usesColour(),
    // Made when somebody asks: a stream of stdin costs more than the rest of a short run.
    get terminal() {
      return isTerminal('stdout') && isTerminal('stdin') ? { input: process.stdin, output: guardedStdout() } : undefined
    },
    stdoutIsTerminal: isTerminal('stdout'),
    columns: isTerminal('stdout') ? process.stdout.columns : undefined,
    pipe,
    write,
    keepHeapSmall,
    progress: isTerminal('stderr') ? progress : undefined,
    threads: { entry: here('../start-thread.cjs'), bookFolder: here('../book') },
    pathOf,
    stepSummary: process.env['GITHUB_STEP_SUMMARY'] || undefined,
    say: (line: string) => put('stderr', `${maskNumbers(line)}\n`),
    context: (flags?: ContextFlags) => context(words, flags),
    finish: end,
  }
  try {
    const command = program(shell, args[0])
    command.configureOutput({ writeOut: print ? text => put('stdout', text) : () => undefined })
    await command.parseAsync([...args], { from: 'user' })
  } catch (error) {
    end(await failed(error, words))
  }
}

export function start(): Promise<void> {
  return run(process.argv.slice(2))
}
