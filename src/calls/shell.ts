// What the commands need of the process around them.
import type { Pipe } from '../commands/check-lines.ts'
import type { Context } from '../commands/context.ts'
import type { Outcome } from '../commands/outcome.ts'
import type { Terminal } from '../interview/prompt.ts'
import type { Words } from '../locales/index.ts'

export type ContextFlags = { readonly on?: string; readonly rules?: string; readonly textReader?: string }

/** What the commands need of the process around them. */
export type Shell = {
  readonly words: Words
  readonly version: string
  readonly rulesFolder: string
  /** Throws a UserError where the clock cannot be right: to be read only by what reckons with the day. */
  readonly today: string
  readonly colour: boolean
  /** somebody sits in front of it and can answer */
  readonly terminal: Terminal | undefined
  readonly stdoutIsTerminal: boolean
  /** of the terminal behind stdout */
  readonly columns: number | undefined
  /** stdin and stdout, for a command that answers line by line; from here on signals only ask it to stop */
  readonly pipe: () => Pipe
  /** More of a result; resolves when more can be taken. */
  readonly write: (text: string | Uint8Array) => Promise<void> | undefined
  /** for a long run: a small heap rather than the last bit of speed */
  readonly keepHeapSmall: () => void
  /** a line on stderr that the next one overwrites; undefined where nobody sits before it */
  readonly progress: ((line: string) => void) | undefined
  /** where threads begin, and the rule book they open */
  readonly threads: { readonly entry: string; readonly bookFolder: string }
  /** a file as others find it: from the top of a CI checkout, else of the folder of the run; with slashes */
  readonly pathOf: (file: string) => string
  /** a file whose text GitHub shows on the page of the run */
  readonly stepSummary: string | undefined
  /** a line on stderr while the work goes on */
  readonly say: (line: string) => void
  readonly context: (flags?: ContextFlags) => Promise<Context>
  readonly finish: (outcome: Outcome) => void
}
