// Runs cases one after the other in a process of their own, which is killed and begun again when a case holds it up.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Became, Case, Ran } from './case.ts'

const child = fileURLToPath(new URL('child.cjs', import.meta.url))

/** Of the processor's time, so that a busy machine judges as an idle one does. */
const mostSeconds = 5
/** Waiting without work. */
const mostWaiting = 60_000
export const mostBytes = 1_200_000_000
const heapMegabytes = 700
const casesPerProcess = 1000
const look = 250

type Use = { readonly seconds: number; readonly bytes: number }

/** Undefined where the system does not tell. */
function useOf(pid: number | undefined): Use | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticksPerSecond = 100
    return { seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, bytes: Number(fields[21]) * 4096 }
  } catch {
    return undefined
  }
}

const isRan = (message: unknown): message is Omit<Ran, 'is'> =>
  typeof message === 'object' && message !== null && 'stdout' in message

export class Machine {
  readonly #root = mkdtempSync(join(tmpdir(), 'icp-prep-fuzz-'))
  #process: ChildProcess | undefined
  #done = 0
  #told = ''
  #before: Promise<unknown> = Promise.resolve()

  /** What became of it. One case at a time, also when nobody waits for the one before any more. */
  run(given: Case): Promise<Became> {
    const became = this.#before.then(() => this.#runNext(given))
    this.#before = became.catch(() => undefined)
    return became
  }

  async #runNext(given: Case): Promise<Became> {
    if (this.#done >= casesPerProcess) this.#end()
    const running = this.#process ?? (await this.#begin())
    this.#done += 1
    return new Promise(resolve => {
      const before = useOf(running.pid)?.seconds ?? 0
      const began = Date.now()
      const finish = (became: Became) => {
        clearInterval(watch)
        running.off('message', hear)
        running.off('exit', died)
        if (became.is !== 'ran') this.#end()
        resolve(became)
      }
      const hear = (message: unknown) => {
        if (isRan(message)) finish({ ...message, is: 'ran' })
      }
      const died = (code: number | null, signal: string | null) =>
        finish({ is: 'died', told: `${code ?? signal} ${this.#told.slice(-2000)}` })
      const watch = setInterval(() => {
        const use = useOf(running.pid)
        if ((use?.bytes ?? 0) > mostBytes) finish({ is: 'grew', told: `${use?.bytes} bytes` })
        else if ((use?.seconds ?? 0) - before > mostSeconds || Date.now() - began > mostWaiting)
          finish({ is: 'hung', told: `${mostSeconds} s` })
      }, look)
      running.on('message', hear)
      running.on('exit', died)
      running.send(given)
    })
  }

  #begin(): Promise<ChildProcess> {
    this.#done = 0
    this.#told = ''
    const begun = fork(child, [], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      env: { PATH: process.env['PATH'], FUZZ_ROOT: this.#root },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [begun.stdout, begun.stderr]) stream?.on('data', data => (this.#told += String(data)))
    this.#process = begun
    return new Promise(resolve => begun.once('message', () => resolve(begun)))
  }

  #end(): void {
    this.#process?.kill('SIGKILL')
    this.#process = undefined
  }

  close(): void {
    this.#end()
    rmSync(this.#root, { recursive: true, force: true })
  }
}
