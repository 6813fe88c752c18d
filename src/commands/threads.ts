// Batches judged in threads: handed out in turn, a thread that dies gives its batch back.
import { Worker } from 'node:worker_threads'
import type { Language } from '../locales/index.ts'
import type { Batch, Known, Telling } from './judge-batch.ts'
import type { Found } from './find-filings.ts'

/** What a thread needs to stand on its own: no function crosses over. */
export type ThreadStart = {
  readonly language: Language
  readonly today: string
  readonly on: string | undefined
  readonly ahead: number | undefined
  readonly bookFolder: string
  readonly ownRules: string | undefined
  readonly textReader: string | undefined
  readonly version: string
  readonly telling: Omit<Telling, 'options'> & { readonly options: Omit<Telling['options'], 'pathOf'> }
}

export type Task = { readonly batch: readonly Found[]; readonly paths: readonly string[]; readonly known: Known }

type Waiting = { readonly resolve: (batch: Batch) => void; readonly reject: (error: Error) => void }

export class Threads {
  readonly #idle: Worker[]
  readonly #busy = new Map<Worker, Waiting>()
  #queue: { readonly task: Task; readonly waiting: Waiting }[] = []

  constructor(entry: string, count: number, start: ThreadStart) {
    this.#idle = Array.from({ length: count }, () => this.#open(entry, start))
  }

  /** Rejected where the thread dies over it, or where none is left. */
  run(task: Task): Promise<Batch> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, waiting: { resolve, reject } })
      this.#next()
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map(worker => worker.terminate()))
  }

  #open(entry: string, start: ThreadStart): Worker {
    const worker = new Worker(entry, { workerData: start })
    worker.on('message', (batch: Batch) => {
      this.#busy.get(worker)?.resolve(batch)
      this.#busy.delete(worker)
      this.#idle.push(worker)
      this.#next()
    })
    worker.on('error', error => this.#lose(worker, error))
    worker.on('exit', () => this.#lose(worker, new Error('the thread ended')))
    return worker
  }

  #lose(worker: Worker, error: Error): void {
    this.#busy.get(worker)?.reject(error)
    this.#busy.delete(worker)
    if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1)
    if (this.#idle.length + this.#busy.size > 0) return this.#next()
    for (const { waiting } of this.#queue) waiting.reject(error)
    this.#queue = []
  }

  #next(): void {
    const [first, ...rest] = this.#queue
    if (first === undefined) return
    const worker = this.#idle.pop()
    if (worker === undefined) {
      if (this.#busy.size === 0) first.waiting.reject(new Error('no thread is left'))
      return
    }
    this.#queue = rest
    this.#busy.set(worker, first.waiting)
    worker.postMessage(first.task)
  }
}
