// The call of `icp-prep check -`: what it takes, before any line is read.
import { checkLines, type Pipe } from './check-lines.ts'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'
import { shardOf } from './shard.ts'
import { UserError } from './user-error.ts'

type LinesFlags = {
  readonly reporter: readonly string[]
  readonly shard?: string
  readonly on?: string
  readonly rules?: string
}

type Opening = {
  readonly pipe: () => Pipe
  readonly context: (flags: Pick<LinesFlags, 'on' | 'rules'>) => Promise<Context>
}

/** @throws UserError where other paths stand beside `-`, or a reporter that does not answer line by line */
export async function linesCommand(paths: readonly string[], flags: LinesFlags, open: Opening): Promise<Outcome> {
  const reporter = flags.reporter.find(name => name !== 'pretty' && name !== 'ndjson')
  const other = paths.find(path => path !== '-')
  if (other !== undefined) throw new UserError({ code: 'wrong-option', option: 'check -', got: other, known: ['-'] })
  if (reporter !== undefined) {
    throw new UserError({ code: 'wrong-option', option: 'check - --reporter', got: reporter, known: ['ndjson'] })
  }
  const shard = shardOf(flags.shard)
  const pipe = open.pipe()
  return checkLines(pipe, shard, await open.context(flags))
}
