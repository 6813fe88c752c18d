// What only a person can check: a list to tick, saved with the day it was ticked.
import type { Edit } from '../interview/edits.ts'
import type { Pick, Query } from '../interview/query.ts'
import type { Finding } from '../rules/finding.ts'
import type { Asking } from './ask-field.ts'
import type { State } from './interview-state.ts'
import { aboutFinding } from './show-answer.ts'
import { ruleLines } from './tell-why.ts'

export type Ticked = { readonly is: 'back' } | { readonly is: 'answered'; readonly edits: readonly Edit[] }

export async function askTicks(state: State, open: readonly Finding[], asking: Asking): Promise<Ticked> {
  const { words, prompter } = asking
  const query: Query = { message: words.interview.confirms, hint: words.interview.tickHint }
  const picks = open.map(finding => pickOf(finding, state, asking))
  const told = (ticked: readonly string[]) => words.interview.ticked(ticked.length)
  for (;;) {
    const reply = await prompter.many(query, picks, { told, all: true })
    if (reply.is === 'answer') return { is: 'answered', edits: editsFor(state, namedBy(reply.value, open), asking) }
    if (reply.is === 'back') return { is: 'back' }
    const rules = open.flatMap(({ rule }) => state.reported.rules.get(rule) ?? [])
    prompter.say(rules.flatMap(rule => ruleLines(rule, state.reported, words)).join('\n'))
  }
}

const namedBy = (ticked: readonly number[], open: readonly Finding[]) => ticked.flatMap(at => open[at] ?? [])

function pickOf({ verdict, about }: Finding, { reported }: State, { words }: Asking): Pick {
  const whom = aboutFinding(about, reported, words)
  const text = verdict.is === 'confirm' ? verdict.text[words.language] : ''
  return { name: whom === '' ? text : `${text}${words.report.of(whom)}` }
}

function editsFor({ reported }: State, ticked: readonly Finding[], { context }: Asking): Edit[] {
  const before = (reported.filing.confirmed ?? []).length
  return ticked.map(({ rule, about }, index) => {
    const of = about === undefined || about === 'sponsor' ? {} : { of: about }
    return { set: ['confirmed', before + index], answer: { rule, ...of, on: context.today } }
  })
}
