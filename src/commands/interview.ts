// The interview: does what is next until nothing is left, then shows everything once more.
import { askedAt } from '../interview/edits.ts'
import { keyOfPaper, keyOfQuestion, keyOfTick, nextTask, papersLeft, type Task } from '../interview/next.ts'
import type { Terminal } from '../interview/leaving.ts'
import { Prompter } from '../interview/prompt.ts'
import type { Path } from '../model/filing.ts'
import { askTicks } from './ask-confirms.ts'
import { askField, type Asking } from './ask-field.ts'
import { askLock, askMore, keyOfLock, tellType } from './ask-pages.ts'
import { askPaper, inSlotOrder } from './ask-papers.ts'
import { askSummary, type Choice } from './ask-summary.ts'
import { addService, changeOther } from './change-other.ts'
import type { Context } from './context.ts'
import { Headings } from './headings.ts'
import { Sitting } from './sitting.ts'

/** @throws Interrupted on Ctrl-C: everything answered is saved by then */
export async function interview(file: string, terminal: Terminal, colour: boolean, context: Context): Promise<void> {
  const { words } = context
  const sitting = new Sitting(file, context)
  const prompter = await Prompter.open(terminal, words.interview.prompts, colour)
  const asking: Asking = { prompter, words, context }
  asking.prompter.say(words.interview.welcome(file, sitting.isSaved))
  asking.prompter.say(words.interview.keys, 'dim')
  await new Interview(sitting, asking).run()
}

class Interview {
  readonly #sitting: Sitting
  readonly #asking: Asking
  readonly #headings: Headings

  constructor(sitting: Sitting, asking: Asking) {
    this.#sitting = sitting
    this.#asking = asking
    this.#headings = new Headings(asking)
  }

  async run(): Promise<void> {
    const { prompter, words } = this.#asking
    for (;;) {
      if (this.#sitting.takeNotice()) prompter.say(words.interview.changedOutside(this.#state.reported.file), 'yellow')
      const task = this.#next()
      if (task) await this.#do(task)
      else if (await this.#summary()) return
    }
  }

  get #state() {
    return this.#sitting.state
  }

  #next(): Task | undefined {
    const { judgement, filing } = this.#state.reported
    const hasService = filing.services !== undefined && filing.services.length > 0
    const more = this.#sitting.hasAnswered && hasService ? 'more' : undefined
    const lock = keyOfLock(this.#state)
    return nextTask(
      inSlotOrder(judgement.findings, this.#state),
      judgement.questions,
      { lock, more },
      this.#sitting.isDone,
    )
  }

  async #do(task: Task): Promise<void> {
    this.#headings.announce(task, this.#state)
    switch (task.is) {
      case 'question':
        return this.#ask(task.question.field, false, keyOfQuestion(task.question))
      case 'lock':
        return this.#lock()
      case 'more':
        return this.#more()
      case 'paper':
        return this.#paper(task)
      case 'ticks':
        return this.#ticks(task)
    }
  }

  async #ask(field: Path, isChange: boolean, ...keys: string[]): Promise<void> {
    const sitting = this.#sitting
    const earlier = sitting.earlierAt(askedAt(field, this.#state.reported.filing))
    const asked = await askField(this.#state, field, { earlier, isChange }, this.#asking)
    if (asked.is === 'answered') return sitting.write(asked.edits, asked.path, ...keys)
    if (isChange) return
    if (asked.is === 'later') return sitting.settle(...keys)
    await this.#back()
  }

  async #back(): Promise<void> {
    if (this.#sitting.back()) return
    const { prompter, words } = this.#asking
    if (!this.#sitting.isSaved) return prompter.say(words.interview.noEarlier, 'yellow')
    const { changeEarlier: message, goOn: first } = words.interview
    await this.#change(await askSummary(this.#state, { message, first }, this.#asking))
  }

  async #lock(): Promise<void> {
    const reply = await askLock(this.#state, this.#asking)
    if (reply.is === 'back') return this.#back()
    if (reply.is !== 'answer') return
    if (reply.value === undefined) return this.#sitting.settle(keyOfLock(this.#state) ?? '')
    await this.#ask(reply.value, true)
  }

  async #more(): Promise<void> {
    const reply = await askMore(this.#asking)
    if (reply.is === 'back') return this.#back()
    if (reply.is !== 'answer') return
    if (reply.value === undefined) return this.#sitting.settle('more')
    addService(reply.value, this.#sitting)
  }

  async #paper({ need }: Extract<Task, { is: 'paper' }>): Promise<void> {
    const papers = papersLeft(need, this.#sitting.isDone)
    const asked = await askPaper({ need, state: this.#state, asking: this.#asking }, papers)
    if (asked.is === 'back') return this.#back()
    if (asked.is === 'later') return this.#sitting.settle(...asked.keys)
    this.#sitting.write(asked.edits, undefined, ...papers.map(paper => keyOfPaper(paper, need)))
  }

  async #ticks({ open }: Extract<Task, { is: 'ticks' }>): Promise<void> {
    const asked = await askTicks(this.#state, open, this.#asking)
    if (asked.is === 'back') return this.#back()
    this.#sitting.write(asked.edits, undefined, ...open.map(keyOfTick))
  }

  /** @returns true when all is right */
  async #summary(): Promise<boolean> {
    const { summary: message, finish: first } = this.#asking.words.interview
    this.#headings.finish(this.#state)
    tellType(this.#state, this.#asking)
    const choice = await askSummary(this.#state, { message, first, isLast: true }, this.#asking)
    if (choice.is === 'finish') return true
    if (choice.is === 'back') await this.#back()
    else await this.#change(choice)
    return false
  }

  async #change(choice: Choice): Promise<void> {
    if (choice.is === 'change') return this.#ask(choice.path, true)
    return changeOther(choice, this.#sitting, this.#asking)
  }
}
