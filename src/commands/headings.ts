// The headings of the seven steps: each is shown, also where a step asks nothing.
import type { Task } from '../interview/next.ts'
import { steps, type Step } from '../rules/step.ts'
import { showAbout } from '../report/subject.ts'
import type { Asking } from './ask-field.ts'
import type { State } from './interview-state.ts'

export class Headings {
  readonly #asking: Asking
  #current = ''
  /** the furthest step that was shown */
  #furthest = -1

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /** Shows the way to the step of this task, where it is not the one shown last. */
  announce(task: Task, state: State): void {
    const field = task.is === 'question' ? task.question.field : []
    const service = field[0] === 'services' ? Number(field[1]) : 0
    const key = `${task.step} ${service}`
    if (this.#current === key) return
    this.#current = key
    const position = steps.indexOf(task.step)
    this.#passTo(position, state)
    this.#furthest = Math.max(this.#furthest, position)
    show(task.step, service, state, this.#asking)
  }

  /** Shows the steps that were not reached because nothing is left to ask. */
  finish(state: State): void {
    this.#passTo(steps.length, state)
    this.#furthest = steps.length - 1
    this.#current = ''
  }

  #passTo(position: number, state: State): void {
    const { prompter, words } = this.#asking
    for (const step of steps.slice(this.#furthest + 1, position)) {
      show(step, 0, state, this.#asking)
      prompter.say(`  ${words.interview.nothingOpen}`, 'dim')
    }
  }
}

const byHand: ReadonlySet<Step> = new Set(['face', 'sms', 'submission'])
/** More than that is read in the checklist. */
const mostNotes = 5

/** @param service the position of the service it is about, where it is not the first */
function show(step: Step, service: number, { reported }: State, { prompter, words }: Asking): void {
  const { face, sms, after } = words.interview
  const heading = words.interview.step(steps.indexOf(step) + 1, words.steps[step].title)
  const about = service > 0 ? showAbout(`services.${service}`, reported, words) : undefined
  prompter.say(about === undefined ? heading : words.interview.stepOf(heading, about), 'bold')
  const said: Partial<Record<Step, string>> = { papers: words.interview.papers, face, sms, submission: after }
  prompter.say(said[step] ?? words.steps[step].what)
  if (!byHand.has(step)) return
  const notes = reported.judgement.notes.filter(note => note.step === step)
  const rest = notes.length > mostNotes ? [`  ${words.interview.moreNotes(notes.length - mostNotes)}`] : []
  const lines = [...notes.slice(0, mostNotes).map(({ text }) => `  - ${text[words.language]}`), ...rest]
  if (lines.length > 0) prompter.say(lines.join('\n'))
}
