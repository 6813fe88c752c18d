// `icp-prep init`: the interview, or answers from a file, or a made-up example; ends with check, bundle and checklist.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Terminal } from '../interview/leaving.ts'
import { inOrder } from '../interview/next.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Words } from '../locales/index.ts'
import { wrapHanging } from '../locales/wrap.ts'
import { pretty } from '../report/pretty.ts'
import type { Context } from './context.ts'
import { openState, save, textOf, type State } from './interview-state.ts'
import { report, readFilingFile } from './judge-filing.ts'
import { MalformedFiling } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { packCommand } from './pack.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

export type InitContext = Context & { readonly terminal: Terminal | undefined; readonly rulesFolder: string }
export type InitOptions = { readonly answers?: string; readonly example?: string | true; readonly colour: boolean }

/** @throws UserError, MalformedFiling, YamlProblem, FileProblem */
export async function initCommand(
  given: string | undefined,
  options: InitOptions,
  context: InitContext,
): Promise<Outcome> {
  const { words } = context
  if (options.example !== undefined) {
    const { chooseExample, writeExample } = await import('./example.ts')
    const example = chooseExample(options.example, given, context)
    writeExample(example.name, example.dir, context)
    return finished(join(example.dir, 'icp.yaml'), options, context, words.interview.example(example.dir))
  }
  const file = filingAt(given ?? '.')
  if (options.answers === undefined && context.terminal) return interviewed(file, context.terminal, options, context)
  const state = await answeredBy(file, options.answers, context)
  refuseOpen(state, words)
  if (options.answers === undefined) return finished(file, options, context)
  makeFolderOf(file)
  save(state)
  return finished(file, options, context, words.interview.saved(file))
}

/** A folder, there or not, or the filing itself. */
function filingAt(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || stat.isDirectory()) return join(path, 'icp.yaml')
  if (!/\.ya?ml$/i.test(path)) throw new UserError({ code: 'not-a-folder', path })
  return path
}

async function answeredBy(file: string, answers: string | undefined, context: Context): Promise<State> {
  if (answers === undefined) return openState(file, context)
  const { mergeAnswers } = await import('./answers-file.ts')
  return mergeAnswers(file, answers, context)
}

/** Without a terminal nothing can be asked: what an error hangs on is named, and nothing is written. */
function refuseOpen({ reported }: State, words: Words): void {
  const open = inOrder(reported.judgement.questions.filter(question => question.severity === 'error'))
  if (open.length === 0) return
  throw new UserError({
    code: 'no-terminal',
    open: open.map(({ field }) => `${fieldName(field, words)} (${field.join('.')})`),
  })
}

/** A folder that takes nothing is told before the first question. */
function makeFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    accessSync(dirname(file), constants.W_OK)
  } catch (error) {
    throw refusedBySystem(error, dirname(file)) ?? error
  }
}

async function interviewed(
  file: string,
  terminal: Terminal,
  options: InitOptions,
  context: InitContext,
): Promise<Outcome> {
  const { interview } = await import('./interview.ts')
  const { Interrupted } = await import('../interview/leaving.ts')
  makeFolderOf(file)
  try {
    await interview(file, terminal, options.colour, context)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return { text: '', code: exit.interrupted, talk: goodbye(file, context.words) }
  }
  if (textOf(file) === undefined) return { text: '', code: exit.findings, talk: context.words.interview.nothingSaved }
  return finished(file, options, context, context.words.interview.saved(file))
}

function goodbye(file: string, words: Words): string {
  const folder = dirname(file)
  const shown = /^[\p{L}\p{N}_./~+@%-]+$/u.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`
  return existsSync(file)
    ? words.interview.interrupted(`icp-prep init${folder === '.' ? '' : ` ${shown}`}`)
    : words.interview.nothingSaved
}

/** The report of the filing as it stands, then the bundle; an older bundle of the same filing is replaced. */
async function finished(file: string, { colour }: InitOptions, context: InitContext, talk?: string): Promise<Outcome> {
  const read = readFilingFile(file, context)
  if (read.is === 'malformed') throw new MalformedFiling(file, read.problems)
  const reported = await report(file, read, context)
  const told = pretty([reported], context.words, { personal: false, notes: false, colour })
  const { text, code, refusal } = await packed(file, context)
  const all = text === '' ? told : `${told}\n\n${text}`
  const columns = context.terminal?.output.columns
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
    const { text, code, talk } = await packCommand(file, { force: true }, context)
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
