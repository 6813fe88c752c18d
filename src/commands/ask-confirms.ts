// What only a person can check, step by step: a list to tick, saved with the day it was ticked.
import type { Finding } from '../rules/finding.ts'
import { steps, type Step } from '../rules/sheet.ts'
import { showAbout } from '../report/subject.ts'
import type { Choice } from '../interview/spec.ts'
import type { Asking } from './ask-field.ts'
import { answered, save, type State } from './interview-state.ts'

/** Esc leaves a step's ticks open. */
export async function askConfirms(start: State, asking: Asking): Promise<State> {
  const { words, prompter } = asking
  let state = start
  for (const step of steps) {
    const open = state.reported.judgement.findings.filter(finding => finding.verdict.is === 'confirm' && finding.step === step)
    if (open.length === 0) continue
    const said = { face: words.interview.face, sms: words.interview.sms, submission: words.interview.after }
    if (step === 'face' || step === 'sms' || step === 'submission') {
      prompter.say(words.interview.step(steps.indexOf(step) + 1, words.steps[step].title, said[step]))
    }
    state = await tick(state, step, open, asking)
  }
  return state
}

async function tick(state: State, step: Step, open: readonly Finding[], { prompter, words, context }: Asking): Promise<State> {
  const choices = open.map((finding): Choice => {
    const about = finding.about === undefined || finding.about === 'sponsor' ? '' : showAbout(finding.about, state.reported.filing, words)
    const tail = about === '' ? '' : words.report.of(about)
    const text = finding.verdict.is === 'confirm' ? finding.verdict.text : { zh: '', en: '' }
    return { zh: `${text.zh}${tail}`, en: `${text.en}${tail}`, answer: finding.rule }
  })
  const reply = await prompter.many(words.interview.confirms(words.steps[step].title), choices)
  if (reply.is !== 'answer' || reply.value.length === 0) return state
  const before = (state.reported.filing.confirmed ?? []).length
  const next = reply.value.reduce((at, chosen, index) => {
    const finding = open[chosen]
    if (!finding) return at
    const of = finding.about === undefined || finding.about === 'sponsor' ? {} : { of: finding.about }
    return answered(at, ['confirmed', before + index], { rule: finding.rule, ...of, on: context.today }, context)
  }, state)
  save(next)
  return next
}
