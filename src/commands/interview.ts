// The interview: asks what the rules still wait for, then for papers and ticks, then shows everything once more.
import { Prompter, type Terminal } from '../interview/prompt.ts'
import { nextQuestion } from '../interview/next.ts'
import { stepOfQuestion } from '../interview/questions.ts'
import { factAt } from '../facts/fact-at.ts'
import { read } from '../facts/fact.ts'
import type { Path } from '../model/filing.ts'
import { steps, type Step } from '../rules/sheet.ts'
import { askField, type Asking } from './ask-field.ts'
import { askConfirms } from './ask-confirms.ts'
import { askPapers } from './ask-papers.ts'
import { askSummary } from './ask-summary.ts'
import type { Context } from './context.ts'
import { answered, openState, save, withoutAnswer, type State } from './interview-state.ts'

/** What the interview remembers of this sitting; the answers themselves are on disk. */
type Sitting = {
  state: State
  /** answered in this sitting, latest last */
  readonly history: Path[]
  /** what stood there before Esc took it back */
  readonly earlier: Map<string, string>
  readonly putOff: Set<string>
  step: Step | undefined
}

/** @throws ExitPromptError on Ctrl-C: everything answered is saved by then */
export async function interview(file: string, terminal: Terminal, context: Context): Promise<State> {
  const { words } = context
  const { why, later, other } = words.interview
  const prompter = new Prompter(terminal, { language: words.language, why, later, other })
  const asking: Asking = { prompter, words, context }
  const sitting: Sitting = { state: openState(file, context), history: [], earlier: new Map(), putOff: new Set(), step: undefined }
  const goesOn = sitting.state.text.split('\n').length > 3
  prompter.say(`${words.interview.welcome(file, goesOn)}\n${words.interview.keys}`)
  for (;;) {
    await askOpen(sitting, asking)
    if (await anotherService(sitting, asking)) continue
    sitting.state = await askPapers(sitting.state, asking)
    sitting.state = await askConfirms(sitting.state, asking)
    const change = await askSummary(sitting.state, asking)
    if (change === undefined) return sitting.state
    await changeAnswer(sitting, change, asking)
  }
}

async function askOpen(sitting: Sitting, asking: Asking): Promise<void> {
  for (;;) {
    const question = nextQuestion(sitting.state.reported.judgement.questions, sitting.putOff)
    if (!question) return
    announceStep(sitting, stepOfQuestion(factAt(question.field)) ?? question.step, asking)
    await askOne(sitting, question.field, asking)
  }
}

async function askOne(sitting: Sitting, path: Path, asking: Asking): Promise<void> {
  const key = path.join('.')
  const asked = await askField(sitting.state, path, sitting.earlier.get(key), asking)
  if (asked.is === 'later') sitting.putOff.add(key)
  if (asked.is === 'back') goBack(sitting, asking)
  if (asked.is !== 'answered') return
  sitting.state = asked.state
  sitting.history.push(path)
  save(asked.state)
}

/** The last answer is taken back and offered again. */
function goBack(sitting: Sitting, { context, prompter, words }: Asking): void {
  const last = sitting.history.pop()
  if (!last) {
    prompter.say(words.interview.noEarlier)
    return
  }
  const given = read(sitting.state.reported.filing, last)
  if (given !== undefined) sitting.earlier.set(last.join('.'), Array.isArray(given) ? given.join(', ') : String(given))
  sitting.state = withoutAnswer(sitting.state, last, context)
  save(sitting.state)
}

/** A heading for every new step; the derived type and what will be locked once the first is answered. */
function announceStep(sitting: Sitting, step: Step, { prompter, words }: Asking): void {
  if (sitting.step === step) return
  if (sitting.step === 'type') {
    const { type, conflict } = sitting.state.reported.judgement.type
    const { name, because } = words.filingType[type]
    prompter.say(words.interview.type(name, conflict === 'none' ? because : words.conflict[conflict]))
  }
  sitting.step = step
  prompter.say(words.interview.step(steps.indexOf(step) + 1, words.steps[step].title, words.steps[step].what))
}

async function anotherService(sitting: Sitting, { prompter, words, context }: Asking): Promise<boolean> {
  const services = sitting.state.reported.filing.services ?? []
  if (sitting.history.length === 0 || services.length === 0 || sitting.putOff.has('services')) return false
  const { noMore, addWebsite, addApp, anotherService: message } = words.interview
  const choices = [noMore, addWebsite, addApp].map(text => ({ zh: text, en: text, answer: text }))
  const reply = await prompter.choose(message, choices, 0, false)
  if (reply.is !== 'answer' || reply.value === 0) {
    sitting.putOff.add('services')
    return false
  }
  const kind = reply.value === 1 ? 'website' : 'app'
  sitting.state = answered(sitting.state, ['services', services.length, 'kind'], kind, context)
  save(sitting.state)
  return true
}

async function changeAnswer(sitting: Sitting, path: Path, asking: Asking): Promise<void> {
  const given = read(sitting.state.reported.filing, path)
  sitting.earlier.set(path.join('.'), Array.isArray(given) ? given.join(', ') : String(given ?? ''))
  await askOne(sitting, path, asking)
}
