// What only a person can check: a list to tick, saved with the day it was ticked.
import type { Edit } from '../interview/edits.ts'
import type { Pick, Query } from '../interview/prompt.ts'
import type { Finding } from '../rules/finding.ts'
import { showAbout } from '../report/subject.ts'
import type { Asking } from './ask-field.ts'
import type { State } from './interview-state.ts'
import { ruleLines } from './tell-why.ts'

export type Ticked = { readonly is: 'back' } | { readonly is: 'answered'; readonly edits: readonly Edit[] }

export async function askTicks(state: State, open: readonly Finding[], asking: Asking): Promise<Ticked> {
  const { words, prompter } = asking
  const query: Query = { message: words.interview.confirms, hint: words.interview.tickHint }
  for (;;) {
    const reply = await prompter.many(
      query,
      open.map(finding => pickOf(finding, state, asking)),
      [],
      words.interview.ticked,
    )
    if (reply.is === 'answer')
      return {
        is: 'answered',
        edits: editsFor(
          state,
          reply.value.flatMap(at => open[at] ?? []),
          asking,
        ),
      }
    if (reply.is === 'back') return { is: 'back' }
    const rules = open.flatMap(({ rule }) => state.reported.rules.get(rule) ?? [])
    prompter.say(rules.flatMap(rule => ruleLines(rule, state.reported, words)).join('\n'))
  }
}

function pickOf({ verdict, about }: Finding, { reported }: State, { words }: Asking): Pick {
  const whom = about === undefined || about === 'sponsor' ? '' : words.report.of(showAbout(about, reported, words))
  return { name: `${verdict.is === 'confirm' ? verdict.text[words.language] : ''}${whom}` }
}

function editsFor({ reported }: State, ticked: readonly Finding[], { context }: Asking): Edit[] {
  const before = (reported.filing.confirmed ?? []).length
  return ticked.map(({ rule, about }, index) => {
    const of = about === undefined || about === 'sponsor' ? {} : { of: about }
    return { set: ['confirmed', before + index], answer: { rule, ...of, on: context.today } }
  })
}
