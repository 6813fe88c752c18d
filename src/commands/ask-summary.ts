// The last look: every answer, paper and tick, each of which can be changed before anything is written.
import { changeable } from '../interview/answers.ts'
import type { Query } from '../interview/query.ts'
import type { Path } from '../model/filing.ts'
import { showAbout } from '../report/subject.ts'
import type { Asking } from './ask-field.ts'
import { isLockedLine } from './ask-pages.ts'
import type { State } from './interview-state.ts'
import { lineOf } from './show-answer.ts'

export type Choice =
  | { readonly is: 'finish' }
  /** answer what was left open */
  | { readonly is: 'open' }
  /** give the papers that are missing */
  | { readonly is: 'missing' }
  | { readonly is: 'back' }
  | { readonly is: 'change'; readonly path: Path }
  | { readonly is: 'paper'; readonly index: number }
  | { readonly is: 'untick'; readonly index: number }
  | { readonly is: 'add'; readonly kind: 'website' | 'app' }
  | { readonly is: 'remove'; readonly service: number }

type Line = { readonly choice: Choice; readonly name: string }

/** Message and first line differ at the end and on the way. */
export type Summary = { readonly message: string; readonly first: string; readonly isLast?: true }

export async function askSummary(state: State, { message, first, isLast }: Summary, asking: Asking): Promise<Choice> {
  const head: Line[] = [{ choice: { is: 'finish' }, name: first }, ...(isLast ? leftOpen(state, asking) : [])]
  const lines = [
    ...head,
    ...answers(state, asking),
    ...papers(state, asking),
    ...ticks(state, asking),
    ...additions(asking),
    ...removals(state, asking),
  ]
  const query: Query = { message, hint: asking.words.interview.filterHint }
  for (;;) {
    const reply = await asking.prompter.search(query, lines)
    if (reply.is === 'back') return { is: 'back' }
    const line = reply.is === 'answer' ? lines[reply.value] : undefined
    if (line) return line.choice
  }
}

function leftOpen({ reported: { judgement } }: State, { words }: Asking): Line[] {
  const open = judgement.questions.length
  const missing = judgement.findings.filter(({ verdict }) => verdict.is === 'need').length
  return [
    ...(open > 0 ? [{ choice: { is: 'open' }, name: words.interview.answerOpen(open) } as const] : []),
    ...(missing > 0 ? [{ choice: { is: 'missing' }, name: words.interview.giveMissing(missing) } as const] : []),
  ]
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

function additions({ words }: Asking): Line[] {
  const { addWebsite, addApp } = words.interview
  return [
    { choice: { is: 'add', kind: 'website' }, name: addWebsite },
    { choice: { is: 'add', kind: 'app' }, name: addApp },
  ]
}

function removals({ reported }: State, { words }: Asking): Line[] {
  const services = reported.filing.services ?? []
  if (services.length < 2) return []
  return services.map((_, service) => ({
    choice: { is: 'remove', service },
    name: words.interview.removeService(showAbout(`services.${service}`, reported, words)),
  }))
}
