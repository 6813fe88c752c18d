// Batches judged in threads: handed out in turn, a thread that dies gives its batch back.
import { Worker } from 'node:worker_threads'
import type { Language } from '../locales/index.ts'
import type { Batch, Telling, Work } from './judge-batch.ts'
import type { Found } from './find-filings.ts'
import type { Overlooked } from './look-over.ts'

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

export type Task =
  | { readonly is: 'look-over'; readonly batch: readonly Found[] }
  | { readonly is: 'judge'; readonly work: Work; readonly paths: readonly string[] }

export type Answer =
  { readonly is: 'looked-over'; readonly overlooked: Overlooked } | { readonly is: 'judged'; readonly batch: Batch }

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

/** What a batch leaves behind is soon cleared up: a larger space for it brings no speed. */
const resourceLimits = { maxYoungGenerationSizeMb: 6 }

const batchOf = (task: Task): readonly Found[] => (task.is === 'judge' ? task.work.batch : task.batch)

export class Threads {
  readonly #idle: Worker[]
  readonly #busy = new Map<Worker, Waiting>()
  #queue: { readonly task: Task; readonly waiting: Waiting }[] = []
  /** who looked a batch over, and may have it still */
  readonly #by = new WeakMap<readonly Found[], Worker>()

  constructor(entry: string, count: number, start: ThreadStart) {
    this.#idle = Array.from({ length: count }, () => this.#open(entry, start))
  }

  /** Rejected where the thread dies over it, or where none is left. */
  async lookOver(batch: readonly Found[]): Promise<Overlooked> {
    const answer = await this.#run({ is: 'look-over', batch })
    if (answer.is !== 'looked-over') throw new Error('a thread answered something else')
    return answer.overlooked
  }

  /** Rejected as above. `paths`: the files as others find them. */
  async judge(work: Work, paths: readonly string[]): Promise<Batch> {
    const answer = await this.#run({ is: 'judge', work, paths })
    if (answer.is !== 'judged') throw new Error('a thread answered something else')
    return answer.batch
  }

  #run(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, waiting: { resolve, reject } })
      this.#next()
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map(worker => worker.terminate()))
  }

  #open(entry: string, start: ThreadStart): Worker {
    const worker = new Worker(entry, { workerData: start, resourceLimits })
    worker.on('message', (answer: Answer) => {
      this.#busy.get(worker)?.resolve(answer)
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
    const [first] = this.#queue
    if (first === undefined) return
    const worker = this.#idle.pop()
    if (worker === undefined) {
      if (this.#busy.size === 0) first.waiting.reject(new Error('no thread is left'))
      return
    }
    const { task, waiting } = this.#queue.find(each => this.#by.get(batchOf(each.task)) === worker) ?? first
    this.#queue = this.#queue.filter(each => each.waiting !== waiting)
    this.#by.set(batchOf(task), worker)
    this.#busy.set(worker, waiting)
    worker.postMessage(task)
  }
}
