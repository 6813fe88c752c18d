// One question at the terminal: asked in its form, told why, judged at once.
import { read } from '../facts/fact.ts'
import { askedAt, editsFor, type Edit } from '../interview/edits.ts'
import type { Prompter } from '../interview/prompt.ts'
import type { Query } from '../interview/query.ts'
import { specFor, type Answer } from '../interview/spec.ts'
import { suggestionFor } from '../interview/suggest.ts'
import { questionWords } from '../locales/question-words.ts'
import type { Words } from '../locales/index.ts'
import type { Path } from '../model/filing.ts'
import { askSpec } from './ask-spec.ts'
import type { Context } from './context.ts'
import { changed, without, type State } from './interview-state.ts'
import { aboutAnswer } from './show-answer.ts'
import { isKept } from './tell-broken.ts'
import { tellWhy } from './tell-why.ts'

export type Asking = { readonly prompter: Prompter; readonly words: Words; readonly context: Context }

/** `path` is where the answer stands. */
export type Asked =
  | { readonly is: 'answered'; readonly path: Path; readonly edits: readonly Edit[] }
  | { readonly is: 'back' }
  | { readonly is: 'later' }

/** `earlier`: what was answered here before; `isChange`: the filer came to change an answer. */
export type How = { readonly earlier?: unknown; readonly isChange?: boolean }

/** Everything a form of question is asked with. */
export type Form = {
  readonly state: State
  readonly path: Path
  readonly query: Query
  readonly offered: Answer | undefined
  readonly wait: string
}

/** An answer and where it is written. */
export type Given = { readonly path: Path; readonly answer: Answer }

/** An answer that breaks a rule is told why; given again as it is, it is kept. */
export async function askField(
  state: State,
  question: Path,
  { earlier, isChange = false }: How,
  asking: Asking,
): Promise<Asked> {
  const { filing, book } = state.reported
  const path = askedAt(question, filing)
  const known = { filing, tables: book.tables, provider: book.provider }
  const spec = specFor(path, known)
  const before = toAnswer(isChange ? read(filing, path) : earlier)
  const { later, unchanged } = asking.words.interview
  const query = queryFor(path, state, asking.words)
  const form: Form = {
    state,
    path,
    query,
    offered: before ?? suggestionFor(path, known),
    wait: isChange ? unchanged : later,
  }
  let refused: string | undefined
  for (;;) {
    const reply = await askSpec(spec, form, asking)
    if (reply.is === 'back' || reply.is === 'later') return reply
    if (reply.is === 'why') {
      tellWhy(state, question, asking)
      continue
    }
    const { answer } = reply.value
    const edits = editsFor(reply.value.path, answer, filing)
    const isJudged = spec.ask === 'text' || spec.ask === 'file' || read(answer, ['name']) !== undefined
    const isRepeated = JSON.stringify(answer) === refused
    const base = without(state, path, asking.context)
    if (isJudged || isRepeated || (await isKept(base, changed(state, edits, asking.context), asking))) {
      return { is: 'answered', path, edits }
    }
    refused = JSON.stringify(answer)
  }
}

function queryFor(path: Path, { reported }: State, words: Words): Query {
  const { ask, hint } = questionWords(path, reported.filing.sponsor?.kind === 'individual', words)
  const about = aboutAnswer(path, reported, words)
  return { message: about === '' ? ask : words.interview.about(about, ask), ...(hint === undefined ? {} : { hint }) }
}

/** What was read of a filing, as far as it can be an answer. */
export function toAnswer(found: unknown): Answer | undefined {
  if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return found
  if (Array.isArray(found)) return found.flatMap(item => toAnswer(item) ?? [])
  if (typeof found !== 'object' || found === null) return undefined
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, value]) => {
      const answer = toAnswer(value)
      return answer === undefined ? [] : [[key, answer]]
    }),
  )
}
