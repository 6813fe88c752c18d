// One question at the terminal: asked in its form, told why, judged at once.
import type { Answer } from '../disk/edit-yaml.ts'
import type { Path } from '../model/filing.ts'
import type { Prompter, Reply } from '../interview/prompt.ts'
import { specFor, suggestionFor, type Choice, type Spec } from '../interview/spec.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Words } from '../locales/index.ts'
import type { Finding } from '../rules/finding.ts'
import { sentenceOf, sourceLine, tell } from '../report/tell.ts'
import { showAbout } from '../report/subject.ts'
import type { Context } from './context.ts'
import { answered, newlyBroken, type State } from './interview-state.ts'

export type Asked =
  { readonly is: 'answered'; readonly state: State } | { readonly is: 'back' } | { readonly is: 'later' }

export type Asking = { readonly prompter: Prompter; readonly words: Words; readonly context: Context }

/** @param before what was answered here earlier, offered again */
export async function askField(state: State, path: Path, before: string | undefined, asking: Asking): Promise<Asked> {
  const { filing, book } = state.reported
  const known = { filing, tables: book.tables, provider: book.provider }
  const spec = specFor(path, known)
  const message = messageFor(path, state, asking.words)
  for (;;) {
    const reply = await askSpec(spec, message, before ?? suggestionFor(path, known), state, path, asking)
    if (reply.is === 'back' || reply.is === 'later') return reply
    if (reply.is === 'why') {
      tellWhy(state, path, asking)
      continue
    }
    const next = answered(state, reply.value.path, reply.value.answer, asking.context)
    if (spec.ask === 'text' || (await isKept(state, next, asking))) return { is: 'answered', state: next }
  }
}

function messageFor(path: Path, { reported }: State, words: Words): string {
  const name = fieldName(path, words)
  const [list, index, part, position] = path
  if (list !== 'services' || typeof index !== 'number') return name
  const domain =
    part === 'domains' && typeof position === 'number'
      ? reported.filing.services?.[index]?.domains?.[position]?.name
      : undefined
  const isOnlyOne = (reported.filing.services ?? []).length <= 1
  const about = domain ?? (isOnlyOne ? '' : showAbout(`services.${index}`, reported, words))
  return about === '' ? name : `${name}${words.report.of(about)}`
}

type Written = { readonly path: Path; readonly answer: Answer }

async function askSpec(
  spec: Spec,
  message: string,
  suggestion: string | undefined,
  state: State,
  path: Path,
  asking: Asking,
): Promise<Reply<Written>> {
  const { prompter } = asking
  const write = (answer: Answer): Written => ({ path, answer })
  switch (spec.ask) {
    case 'text':
      return askText(spec, message, suggestion, state, path, asking)
    case 'many': {
      const reply = await prompter.many(message, spec.choices)
      return mapped(reply, chosen => write(spec.answer(chosen.flatMap(at => spec.choices[at]?.answer ?? []))))
    }
    case 'search':
      return mapped(await prompter.search(message, spec.choices), at => write(answerAt(spec.choices, at)))
    case 'choose':
      return mapped(await prompter.choose(message, spec.choices, indexOf(spec.choices, suggestion), true), at =>
        write(answerAt(spec.choices, at)),
      )
    case 'lead':
      return askLead(spec.choices, message, state, path, asking)
  }
}

const answerAt = (choices: readonly Choice[], at: number): Answer => choices[at]?.answer ?? ''

const indexOf = (choices: readonly Choice[], suggestion: string | undefined) =>
  Math.max(
    0,
    choices.findIndex(choice => choice.answer === suggestion || String(choice.answer) === suggestion),
  )

function mapped<From, To>(reply: Reply<From>, map: (value: From) => To): Reply<To> {
  return reply.is === 'answer' ? { is: 'answer', value: map(reply.value) } : reply
}

async function askLead(
  choices: readonly Choice[],
  message: string,
  state: State,
  path: Path,
  asking: Asking,
): Promise<Reply<Written>> {
  const { prompter, words } = asking
  const other: Choice = { zh: words.interview.other, en: words.interview.other, answer: '' }
  const reply = await prompter.choose(message, [...choices, other], 0, true)
  if (reply.is !== 'answer') return reply
  if (reply.value < choices.length) return { is: 'answer', value: { path, answer: answerAt(choices, reply.value) } }
  const name: Path = [...path, 'name']
  return askText(
    specFor(name, { filing: state.reported.filing, tables: state.reported.book.tables, provider: undefined }),
    words.interview.otherName,
    undefined,
    state,
    name,
    asking,
  )
}

/** A text that breaks a rule is refused once, with the reason; given again as it is, it is kept. */
async function askText(
  spec: Spec,
  message: string,
  suggestion: string | undefined,
  state: State,
  path: Path,
  asking: Asking,
): Promise<Reply<Written>> {
  const { words, context, prompter } = asking
  const read = spec.ask === 'text' ? spec.read : (text: string): Answer => text
  const expected = spec.ask === 'text' ? spec.expected : 'text'
  let refused: string | undefined
  const check = (text: string): string | true => {
    const answer = read(text)
    if (answer === undefined) return words.interview.notThatForm(words.input.expected[expected])
    if (text === refused) return true
    const broken = newlyBroken(state, answered(state, path, answer, context))
    if (broken.length === 0) return true
    refused = text
    return `${reasons(broken, answered(state, path, answer, context), words).join('\n  ')} ${words.interview.keepByEnter}`
  }
  return mapped(await prompter.text(message, suggestion, check), text => ({ path, answer: read(text) ?? text }))
}

/** Why an answer does not do, in the lines a report would print. */
function reasons(broken: readonly Finding[], state: State, words: Words): string[] {
  return broken.slice(0, 3).flatMap(finding => {
    const told = tell(finding, state.reported, words, true)
    const line = told.broken[0]
    return [
      `${told.title}${line ? ` (${sentenceOf(line, words)})` : ''}`,
      ...(told.fix ? [words.report.fix(told.fix)] : []),
    ]
  })
}

async function isKept(before: State, after: State, { prompter, words }: Asking): Promise<boolean> {
  const broken = newlyBroken(before, after)
  if (broken.length === 0) return true
  prompter.say(
    reasons(broken, after, words)
      .map(line => `  ${line}`)
      .join('\n'),
  )
  const { again, keep, keepOrAgain } = words.interview
  const choices = [again, keep].map(text => ({ zh: text, en: text, answer: text }))
  const reply = await prompter.choose(keepOrAgain, choices, 0, false)
  return reply.is === 'answer' && reply.value === 1
}

/** Which rules wait for the answer, what they require and on whose word. */
function tellWhy({ reported }: State, path: Path, { prompter, words }: Asking): void {
  const key = path.join('.')
  const question = reported.judgement.questions.find(({ field }) => field.join('.') === key)
  const rules = [...new Set(question?.verdict.rules ?? [])].flatMap(id => reported.rules.get(id) ?? [])
  const lines = rules.slice(0, 4).flatMap(rule => {
    const told = tell(
      { rule: rule.id, severity: rule.severity, step: rule.step, verdict: { is: 'need', materials: [] } },
      reported,
      words,
      true,
    )
    const source = told.sources[0]
    return [
      `  - ${rule.title[words.language]}`,
      ...(source ? [`    ${words.report.source(sourceLine(source, words))}`] : []),
    ]
  })
  prompter.say([words.interview.whyHead(rules.length), ...lines].join('\n'))
}
