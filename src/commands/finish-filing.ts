// How every run of init ends: the report of the filing as it stands, then the bundle with the checklist.
import { wrapHanging } from '../locales/wrap.ts'
import { pretty } from '../report/pretty.ts'
import type { Context } from './context.ts'
import { report, readFilingFile } from './judge-filing.ts'
import { MalformedFiling } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { packCommand } from './pack.ts'
import { UserError } from './user-error.ts'

/** `columns`: of the terminal, if there is one. */
export type Finish = { readonly colour: boolean; readonly columns: number | undefined; readonly talk?: string }

/** An older bundle of the same filing is replaced. */
export async function finishFiling(
  file: string,
  { colour, columns, talk }: Finish,
  context: Context,
): Promise<Outcome> {
  const read = readFilingFile(file, context)
  if (read.is === 'malformed') throw new MalformedFiling(file, read.problems)
  const reported = await report(file, read, context)
  const told = pretty([reported], context.words, { personal: false, notes: false, colour })
  const { text, code, refusal } = await packed(file, context)
  const all = text === '' ? told : `${told}\n\n${text}`
  const said = [talk, refusal].filter(line => line !== undefined).join('\n')
  return {
    text: columns === undefined ? all : wrapHanging(all, columns),
    code: reported.ready ? code : Math.max(code, exit.findings),
    ...(said === '' ? {} : { talk: said }),
  }
}

/** A bundle that cannot be written does not take the report away. */
async function packed(file: string, context: Context): Promise<{ text: string; code: number; refusal?: string }> {
  try {
    const { text, code, talk } = await packCommand(file, { force: true, isReported: true }, context)
    return { text, code, ...(talk === undefined ? {} : { refusal: talk }) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { words } = context
    return {
      text: '',
      code: exit.wrongInput,
      refusal: `${words.interview.bundleRefused}${words.input.problem(error.problem)}`,
    }
  }
}
