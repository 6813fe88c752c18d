// The program's readers without the process around them, for thousands of inputs a second.
import { checkLines } from '../../src/commands/check-lines.ts'
import { idLookup, judgeFiling } from '../../src/commands/judge-filing.ts'
import { tellMalformed } from '../../src/commands/malformed.ts'
import { shardOf } from '../../src/commands/shard.ts'
import { tellUnreadable } from '../../src/commands/tell-input.ts'
import { CompiledBook } from '../../src/disk/compiled-book.ts'
import { parseFiling } from '../../src/disk/filing.ts'
import { YamlProblem } from '../../src/disk/yaml-problem.ts'
import { languages } from '../../src/locales/index.ts'
import { pretty } from '../../src/report/pretty.ts'

const context = {
  words: languages.en,
  today: '2026-12-01',
  on: undefined,
  book: new CompiledBook('dist/book'),
  version: '9.9.9',
}

/** What became of a text taken for a filing, told as `check` tells it: `filing`, `malformed` or why it is no YAML. */
export function parsed(text: string): { readonly is: string; readonly told: string } {
  try {
    const read = parseFiling(text, idLookup(context))
    if (read.is === 'malformed')
      return { is: 'malformed', told: tellMalformed('icp.yaml', read.problems, context.words) }
    const reported = { ...judgeFiling(read.filing, context), file: 'icp.yaml', placeOf: read.placeOf }
    return { is: 'filing', told: pretty([reported], context.words, { personal: false, notes: true, colour: false }) }
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error
    return { is: error.code, told: tellUnreadable(error, 'icp.yaml', context.words) ?? '' }
  }
}

/** What the worker answers to these bytes. */
export async function answered(bytes: Uint8Array): Promise<string> {
  let text = ''
  const input = async function* () {
    yield Buffer.from(bytes)
  }
  const write = (more: string) => {
    text += more
    return undefined
  }
  await checkLines({ input: input(), write, stopped: () => undefined }, shardOf(undefined), context)
  return text
}
