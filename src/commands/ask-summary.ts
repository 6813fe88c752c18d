// The last look: every answer, paper and tick, each of which can be changed before anything is written.
import { changeable } from '../interview/answers.ts'
import type { Query } from '../interview/prompt.ts'
import type { Path } from '../model/filing.ts'
import { showAbout } from '../report/subject.ts'
import type { Asking } from './ask-field.ts'
import { isLockedLine } from './ask-pages.ts'
import type { State } from './interview-state.ts'
import { lineOf } from './show-answer.ts'

export type Choice =
  | { readonly is: 'finish' }
  | { readonly is: 'open' }
  | { readonly is: 'back' }
  | { readonly is: 'change'; readonly path: Path }
  | { readonly is: 'paper'; readonly index: number }
  | { readonly is: 'untick'; readonly index: number }
  | { readonly is: 'remove'; readonly service: number }

type Line = { readonly choice: Choice; readonly name: string }

/** `message` and the words of the first line differ at the end and on the way. */
export type Summary = { readonly message: string; readonly first: string; readonly open: number }

export async function askSummary(state: State, { message, first, open }: Summary, asking: Asking): Promise<Choice> {
  const { prompter, words } = asking
  const head: Line[] = [
    { choice: { is: 'finish' }, name: first },
    ...(open > 0 ? [{ choice: { is: 'open' }, name: words.interview.answerOpen(open) } as const] : []),
  ]
  const lines = [
    ...head,
    ...answers(state, asking),
    ...papers(state, asking),
    ...ticks(state, asking),
    ...removals(state, asking),
  ]
  const query: Query = { message }
  for (;;) {
    const reply = await prompter.choose(query, lines)
    if (reply.is === 'back') return { is: 'back' }
    const line = reply.is === 'answer' ? lines[reply.value] : undefined
    if (line) return line.choice
  }
}

function answers(state: State, { words }: Asking): Line[] {
  const given = changeable(state.reported.filing)
  const ordered = [...given.filter(isLockedLine), ...given.filter(each => !isLockedLine(each))]
  return ordered.map(each => ({ choice: { is: 'change', path: each.path }, name: lineOf(each, state, words) }))
}

function papers({ reported }: State, { words }: Asking): Line[] {
  return (reported.filing.materials ?? []).map(({ of, file }, index) => {
    const about = of === undefined ? '' : words.report.of(showAbout(of, reported, words))
    const title = showAbout(`materials.${index}`, reported, words)
    return { choice: { is: 'paper', index }, name: words.interview.paperLine(title, about, file ?? '') }
  })
}

function ticks({ reported }: State, { words }: Asking): Line[] {
  return (reported.filing.confirmed ?? []).map(({ rule, on }, index) => {
    const text = reported.rules.get(rule)?.text?.[words.language] ?? rule
    return { choice: { is: 'untick', index }, name: `${words.interview.tickLine(text)}${words.report.of(on)}` }
  })
}

function removals({ reported }: State, { words }: Asking): Line[] {
  const services = reported.filing.services ?? []
  if (services.length < 2) return []
  return services.map((_, service) => ({
    choice: { is: 'remove', service },
    name: words.interview.removeService(showAbout(`services.${service}`, reported, words)),
  }))
}
