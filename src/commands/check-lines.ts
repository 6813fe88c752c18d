// `icp-prep check -`: one filing a line in, one record a line out, in the same order.
import { maskNumbers } from '../model/mask.ts'
import { jsonText } from '../report/json-text.ts'
import { typeFiling } from '../disk/filing.ts'
import { JsonProblem, readJsonFiling } from '../disk/json-filing.ts'
import { LineFramer, type Line } from '../disk/line-framer.ts'
import type { LineProblemCode } from '../locales/line-words.ts'
import { recordLine } from '../report/record.ts'
import type { Context } from './context.ts'
import { filingLimit, idLookup, judgeFiling } from './judge-filing.ts'
import { tellProblem } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import type { Shard } from './shard.ts'

/** The pipe on both sides of the worker. */
export type Pipe = {
  readonly input: AsyncIterable<Buffer>
  /** Resolves when more can be taken. */
  readonly write: (text: string) => Promise<void> | undefined
  /** The exit code for having been asked to stop; undefined while nobody has. */
  readonly stopped: () => number | undefined
}

type ErrorRecord = {
  readonly error: {
    readonly code: LineProblemCode
    readonly reason: string
    readonly column?: number
    /** of a filing whose form is wrong: every mistake */
    readonly problems?: readonly { readonly field: string; readonly reason: string }[]
  }
}

/** What a chunk of input completes is answered before the next is waited for. */
export async function checkLines(pipe: Pipe, shard: Shard, context: Context): Promise<Outcome> {
  const worker = new LineWorker(shard, context)
  const framer = new LineFramer(filingLimit)
  for await (const chunk of pipe.input) {
    const text = worker.answer(framer.push(chunk))
    if (text !== '') await pipe.write(text)
    if (pipe.stopped() !== undefined) break
  }
  const stopped = pipe.stopped()
  if (stopped !== undefined) return { text: '', code: stopped }
  const rest = worker.answer(framer.end())
  if (rest !== '') await pipe.write(rest)
  return { text: '', code: worker.hasFailed ? exit.bug : exit.ready }
}

class LineWorker {
  readonly #shard: Shard
  readonly #context: Context
  readonly #digest: string
  #line = 0
  hasFailed = false

  constructor(shard: Shard, context: Context) {
    this.#shard = shard
    this.#context = context
    this.#digest = context.book.digest
  }

  answer(lines: Iterable<Line>): string {
    let text = ''
    for (const line of lines) {
      this.#line += 1
      if (this.#shard.mine(this.#line - 1)) text += `${this.#judge(line)}\n`
    }
    return text
  }

  get #head() {
    return { line: this.#line, rules: this.#digest }
  }

  #told(answer: ErrorRecord): string {
    return jsonText({ ...this.#head, ...answer })
  }

  /** A bug met in one line is told there, and by the exit code; the other lines are judged all the same. */
  #judge(line: Line): string {
    if (line.is !== 'text') return this.#refuse(line.is)
    if (line.text.trim() === '') return this.#refuse('empty')
    try {
      return this.#judgeText(line.text)
    } catch (error) {
      if (error instanceof JsonProblem) return this.#refuse(error.code, error.column, error.detail)
      this.hasFailed = true
      return this.#refuse('bug')
    }
  }

  #judgeText(text: string): string {
    const { words } = this.#context
    const read = typeFiling(readJsonFiling(text), idLookup(this.#context))
    if (read.is === 'filing') {
      return recordLine(this.#head, judgeFiling(read.filing, this.#context), words)
    }
    const problems = read.problems.map(problem => ({
      field: maskNumbers(problem.path.join('.')),
      reason: tellProblem(problem, words),
    }))
    return this.#told({ error: { code: 'malformed', reason: words.lines.problem.malformed(''), problems } })
  }

  #refuse(code: LineProblemCode, column?: number, detail = ''): string {
    const reason = this.#context.words.lines.problem[code](maskNumbers(detail))
    return this.#told({ error: { code, reason, ...(column === undefined ? {} : { column }) } })
  }
}
