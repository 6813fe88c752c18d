// `icp-prep init`: the interview, or answers from a file, or a made-up example; ends with check, bundle and checklist.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Terminal } from '../interview/prompt.ts'
import { inOrder } from '../interview/next.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Words } from '../locales/index.ts'
import { pretty } from '../report/pretty.ts'
import { mergeAnswers } from './answers-file.ts'
import type { Context } from './context.ts'
import { writeExample } from './example.ts'
import { openState, save, type State } from './interview-state.ts'
import { report, readFilingFile } from './judge-filing.ts'
import { MalformedFiling } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { packCommand } from './pack.ts'
import { UserError } from './user-error.ts'

export type InitContext = Context & { readonly terminal: Terminal | undefined; readonly rulesFolder: string }
export type InitOptions = { readonly answers?: string; readonly example?: string; readonly colour: boolean }

export async function initCommand(dir: string, options: InitOptions, context: InitContext): Promise<Outcome> {
  const file = join(dir, 'icp.yaml')
  if (options.example !== undefined) {
    writeExample(options.example, dir, context)
    return finished(dir, options, context, context.words.interview.example(dir))
  }
  if (options.answers !== undefined) {
    const state = mergeAnswers(openState(file, context), options.answers, context)
    refuseOpen(state, context.words)
    mkdirSync(dir, { recursive: true })
    save(state)
    return finished(dir, options, context, context.words.interview.saved(file))
  }
  if (!context.terminal) {
    const state = openState(file, context)
    refuseOpen(state, context.words)
    return finished(dir, options, context, undefined)
  }
  return interviewed(dir, file, context.terminal, options, context)
}

/** Without a terminal nothing can be asked: what an error hangs on is named, and nothing is written. */
function refuseOpen({ reported }: State, words: Words): void {
  const open = inOrder(reported.judgement.questions.filter(question => question.severity === 'error'))
  if (open.length === 0) return
  throw new UserError({ code: 'no-terminal', open: open.map(({ field }) => `${fieldName(field, words)} (${field.join('.')})`) })
}

async function interviewed(dir: string, file: string, terminal: Terminal, options: InitOptions, context: InitContext): Promise<Outcome> {
  const { interview } = await import('./interview.ts')
  mkdirSync(dir, { recursive: true })
  try {
    await interview(file, terminal, context)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error
    const said = existsSync(file) ? context.words.interview.interrupted(`icp-prep init${dir === '.' ? '' : ` ${dir}`}`) : ''
    return { text: '', code: exit.interrupted, talk: said }
  }
  return finished(dir, options, context, context.words.interview.saved(file))
}

/** The report of the filing as it stands, then the bundle; an older bundle of the same filing is replaced. */
async function finished(dir: string, { colour }: InitOptions, context: Context, talk: string | undefined): Promise<Outcome> {
  const file = join(dir, 'icp.yaml')
  const read = readFilingFile(file, context)
  if (read.is === 'malformed') throw new MalformedFiling(file, read.problems)
  const reported = await report(file, read, context)
  const packed = await packCommand(dir, { force: true }, context)
  const text = `${pretty([reported], context.words, { personal: false, notes: false, colour })}\n\n${packed.text}`
  return { text, code: reported.ready ? exit.ready : exit.findings, ...(talk ? { talk } : {}) }
}
