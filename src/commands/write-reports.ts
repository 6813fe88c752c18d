// The reports of a run: one for standard output, the others into their files.
import { appendFileSync } from 'node:fs'
import { reporters } from '../report/index.ts'
import type { GoneFinding } from '../report/reported.ts'
import type { CheckOptions, Results } from './check.ts'
import type { Context } from './context.ts'
import type { Output } from './outputs.ts'
import { refusedBySystem } from './refused-by-system.ts'

/** `text`: the report for standard output. */
export async function writeReports(
  { all, unusable, gone }: Results & { readonly gone?: readonly GoneFinding[] },
  outputs: readonly Output[],
  options: CheckOptions,
  { words, book }: Context,
): Promise<{ text: string; written: readonly string[] }> {
  let text = ''
  const written: string[] = []
  const isForFleets = outputs.some(({ reporter }) => reporter === 'ndjson')
  const inTerminal = {
    ...options,
    ...(isForFleets ? { rulesDigest: book.digest } : {}),
    ...(gone === undefined ? {} : { gone }),
  }
  const inFile = { ...inTerminal, personal: false, colour: false }
  for (const { reporter, file } of outputs) {
    const told = (await reporters[reporter]())(all, words, file === undefined ? inTerminal : inFile, unusable)
    if (file === undefined) text = reporter === 'pretty' ? await wrapped(told, options.columns) : told
    else {
      const { writeOutput } = await import('./write-output.ts')
      writeOutput(file, `${told}\n`)
      written.push(file)
    }
  }
  if (options.stepSummary !== undefined && outputs.some(({ reporter }) => reporter === 'github')) {
    const { markdown } = await import('../report/markdown.ts')
    append(options.stepSummary, `${markdown(all, words, inFile, unusable)}\n`)
  }
  return { text, written }
}

/** What earlier commands of the step wrote stays. */
function append(file: string, text: string): void {
  try {
    appendFileSync(file, text)
  } catch (error) {
    throw refusedBySystem(error, file) ?? error
  }
}

/** Words stay whole in a narrow terminal; a pipe gets the lines as they are. */
async function wrapped(text: string, columns: number | undefined): Promise<string> {
  if (columns === undefined) return text
  const { wrapHanging } = await import('../locales/wrap.ts')
  return wrapHanging(text, columns)
}
