// A thread of `check` over many filings: opens its own rule book, then judges the batches it is sent.
import { parentPort, workerData } from 'node:worker_threads'
import { AcrossFilings } from './commands/across-filings.ts'
import { shownOf } from './commands/find-filings.ts'
import { judgeBatch, type Batch } from './commands/judge-batch.ts'
import { lookOver } from './commands/look-over.ts'
import { openBook } from './commands/open-book.ts'
import { Readings } from './commands/readings.ts'
import type { Answer, Task, ThreadStart } from './commands/threads.ts'
import { loadWords } from './locales/load.ts'
import type { TextReader } from './materials/text-reader.ts'

async function readerFrom(module: string): Promise<TextReader> {
  const { openReader } = await import('./commands/open-reader.ts')
  return openReader(module)
}

/** Called by the file that the thread begins with. */
export async function start(): Promise<void> {
  const { language, today, on, ahead, bookFolder, ownRules, textReader, version, telling }: ThreadStart = workerData
  const words = await loadWords(language)
  const book = await openBook(bookFolder, ownRules, words)
  const reader = textReader === undefined ? {} : { reader: await readerFrom(textReader) }
  const readings = new Readings()
  const context = { words, today, on, version, book, readings, ...reader, ...(ahead === undefined ? {} : { ahead }) }
  const across = new AcrossFilings(context, () => '')
  const answerTo = async (task: Task): Promise<Answer> => {
    if (task.is === 'look-over') return { is: 'looked-over', overlooked: await lookOver(task.batch, context) }
    const { work, paths } = task
    const byFile = new Map(work.batch.map((found, at) => [shownOf(found), paths[at]]))
    const pathOf = (file: string) => byFile.get(file) ?? file
    const own = { ...telling, options: { ...telling.options, pathOf } }
    return { is: 'judged', batch: inBytes(await judgeBatch(work, own, across, context)) }
  }
  parentPort?.on('message', (task: Task) => {
    // A rejection ends the thread, and its batch is judged elsewhere.
    void answerTo(task).then(answer => parentPort?.postMessage(answer, transferable(answer)))
  })
}

const encoder = new TextEncoder()

/** A text would be copied on its way to another thread, twice as long; bytes are handed over. */
const inBytes = (batch: Batch): Batch => ({
  ...batch,
  told: batch.told.map(({ parts, rules }) => ({
    rules,
    parts: parts.map(part => (typeof part.text === 'string' ? { ...part, text: encoder.encode(part.text) } : part)),
  })),
})

function transferable(answer: Answer): ArrayBuffer[] {
  if (answer.is !== 'judged') return []
  const bytes = answer.batch.told.flatMap(({ parts }) =>
    parts.flatMap(({ text }) => (typeof text === 'string' ? [] : [text])),
  )
  // A small array may lie in a buffer together with others.
  return bytes.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  )
}
