// `icp-prep init`: the interview, or answers from a file, or a made-up example; ends with check, bundle and checklist.
import { isThere } from '../disk/is-there.ts'
import { visible } from '../model/visible.ts'
import { accessSync, constants, mkdirSync, statSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Terminal } from '../interview/leaving.ts'
import { inOrder } from '../interview/next.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Words } from '../locales/index.ts'
import type { Context } from './context.ts'
import { finishFiling, type Finish } from './finish-filing.ts'
import { openState, save, textOf, UnreadableFiling, type State } from './interview-state.ts'
import { exit, type Outcome } from './outcome.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { shellWord } from './shell-word.ts'
import { tellInput, tellUnreadable } from './tell-input.ts'
import { UserError } from './user-error.ts'

export type InitContext = Context & { readonly terminal: Terminal | undefined; readonly rulesFolder: string }
export type InitOptions = { readonly answers?: string; readonly example?: string | true; readonly colour: boolean }

/** @throws UserError, MalformedFiling, FileProblem */
export async function initCommand(
  given: string | undefined,
  options: InitOptions,
  context: InitContext,
): Promise<Outcome> {
  try {
    return await begun(given, options, context)
  } catch (error) {
    if (!(error instanceof UnreadableFiling)) throw error
    return { text: '', code: exit.wrongInput, talk: tellUnreadable(error.problem, error.file, context.words) ?? '' }
  }
}

async function begun(given: string | undefined, options: InitOptions, context: InitContext): Promise<Outcome> {
  const { words } = context
  const finish = (file: string, talk?: string) => {
    const columns = context.terminal?.output.columns || undefined
    return finished(file, { colour: options.colour, columns, ...(talk === undefined ? {} : { talk }) }, context)
  }
  if (options.example !== undefined) {
    const { chooseExample, writeExample } = await import('./example.ts')
    const example = chooseExample(options.example, given, context)
    writeExample(example.name, example.dir, context)
    return finish(join(example.dir, 'icp.yaml'), words.interview.example(visible(example.dir)))
  }
  const file = filingAt(given ?? '.')
  if (options.answers === undefined && context.terminal) {
    const stopped = await interviewed(file, context.terminal, options, context)
    return stopped ?? finish(file, words.interview.saved(visible(file)))
  }
  const state = await answeredBy(file, options.answers, context)
  const open = openLeft(state, words)
  if (open !== undefined) return { text: '', code: exit.wrongInput, talk: open }
  if (options.answers === undefined) return finish(file)
  makeFolderOf(file)
  save(state)
  return finish(file, words.interview.saved(visible(file)))
}

/** What was saved before is told also where the disk does not give it again. */
async function finished(file: string, finish: Finish, context: Context): Promise<Outcome> {
  try {
    return await finishFiling(file, finish, context)
  } catch (error) {
    const told = finish.talk === undefined ? undefined : tellInput(error, context.words)
    if (told === undefined) throw error
    return { text: '', code: exit.wrongInput, talk: `${finish.talk}\n${told}` }
  }
}

/** A folder, there or not, or the filing itself. */
function filingAt(path: string): string {
  const stat = statOf(path)
  if (stat === undefined || stat.isDirectory()) return join(path, 'icp.yaml')
  if (!/\.ya?ml$/i.test(path)) throw new UserError({ code: 'not-a-folder', path })
  return path
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw refusedBySystem(error, path) ?? error
  }
}

async function answeredBy(file: string, answers: string | undefined, context: Context): Promise<State> {
  if (answers === undefined) return openState(file, context)
  const { mergeAnswers } = await import('./answers-file.ts')
  return mergeAnswers(file, answers, context)
}

/** Without a terminal nothing can be asked: what an error hangs on is named by its place in the file. */
function openLeft({ reported }: State, words: Words): string | undefined {
  const open = inOrder(reported.judgement.questions.filter(question => question.severity === 'error'))
  const lines = open.map(({ field }) => `  ${field.join('.')}  ${fieldName(field, words)}`)
  return lines.length === 0 ? undefined : words.interview.noTerminal(lines)
}

/** A folder that takes nothing is told before the first question. */
function makeFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    accessSync(dirname(file), constants.W_OK)
  } catch (error) {
    throw refusedBySystem(error, dirname(file)) ?? error
  }
}

/** Undefined: everything was asked, the rest may follow. */
async function interviewed(
  file: string,
  terminal: Terminal,
  { colour }: InitOptions,
  context: Context,
): Promise<Outcome | undefined> {
  const { interview } = await import('./interview.ts')
  const { Interrupted } = await import('../interview/leaving.ts')
  makeFolderOf(file)
  try {
    await interview(file, terminal, colour, context)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return { text: '', code: exit.interrupted, talk: goodbye(file, context.words) }
  }
  return textOf(file) === undefined
    ? { text: '', code: exit.findings, talk: context.words.interview.nothingSaved }
    : undefined
}

function goodbye(file: string, words: Words): string {
  const folder = dirname(file)
  return isThere(file)
    ? words.interview.interrupted(`icp-prep init${folder === '.' ? '' : ` ${shellWord(folder)}`}`)
    : words.interview.nothingSaved
}
