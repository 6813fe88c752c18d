// A thread of `check` over many filings: opens its own rule book, then judges the batches it is sent.
import { parentPort, workerData } from 'node:worker_threads'
import { shownOf } from './commands/find-filings.ts'
import { judgeBatch } from './commands/judge-batch.ts'
import { openBook } from './commands/open-book.ts'
import type { Task, ThreadStart } from './commands/threads.ts'
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
  const context = {
    words,
    today,
    on,
    version,
    book,
    amongOthers: true,
    ...reader,
    ...(ahead === undefined ? {} : { ahead }),
  }
  parentPort?.on('message', ({ batch, paths, known }: Task) => {
    const pathOf = (file: string) => paths[batch.findIndex(found => shownOf(found) === file)] ?? file
    const task = judgeBatch(batch, known, { ...telling, options: { ...telling.options, pathOf } }, context)
    // A rejection ends the thread, and its batch is judged elsewhere.
    void task.then(judged => parentPort?.postMessage(judged))
  })
}
