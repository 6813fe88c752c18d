// What every command is handed by cli.ts: the language, the day, the rule book.
import type { CompiledBook } from '../disk/compiled-book.ts'
import type { Words } from '../locales/index.ts'
import type { Readings } from './readings.ts'
import type { TextReader } from '../materials/text-reader.ts'

export type Context = {
  readonly words: Words
  /** today in China, YYYY-MM-DD */
  readonly today: string
  /** the day asked for with --on */
  readonly on: string | undefined
  readonly book: CompiledBook
  readonly version: string
  /** reads text in scans, where the call brought one along */
  readonly reader?: TextReader
  /** so many days are looked ahead */
  readonly ahead?: number
  /** filings that were read already and are about to be judged */
  readonly readings?: Readings
  /** others are judged in the same run and kept until all are, with what a filing may share with them */
  readonly amongOthers?: boolean
  /** `undo` is called should the process be stopped (Ctrl-C, SIGTERM) before what this returns is called */
  readonly whenStopped?: (undo: () => void) => () => void
}
