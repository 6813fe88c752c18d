// The question of `attach`: which paper is this file, and whose?
import { basename } from 'node:path'
import type { Prompter } from '../interview/prompt.ts'
import type { Proposal } from '../materials/propose.ts'
import { ownersIn } from '../materials/owners.ts'
import { isSameSlot, slot, type Slot, type Slots } from '../materials/slots.ts'
import { showFile } from '../report/file-name.ts'
import { showAbout } from '../report/subject.ts'
import type { Desk } from './attach-desk.ts'
import { slotName } from './slot-name.ts'
import type { State } from './interview-state.ts'

type Question = {
  readonly from: string
  readonly proposals: readonly Proposal[]
  readonly slots: Slots
  /** the kind of paper is settled, only whose it is is asked */
  readonly isOf: boolean
}

/** Undefined: the file is left out. @throws Interrupted */
export async function askSlot(question: Question, state: State, desk: Desk): Promise<Slot | undefined> {
  const { terminal, words } = desk.context
  if (!terminal) return undefined
  const prompter = await desk.prompter(terminal)
  const { proposals, slots, isOf, from } = question
  const proposed = proposals.map(({ slot: each }) => each)
  const offered = isOf
    ? proposed
    : [...proposed, ...slots.open.filter(each => !proposed.some(other => isSameSlot(each, other)))]
  const picks = offered.map((each, index) => {
    const reason = isOf ? undefined : proposals[index]?.reason
    const because = reason === undefined ? '' : words.report.of(words.attach.reasons[reason])
    return { name: `${slotName(each, state, words)}${because}`, find: each.material }
  })
  const query = { message: words.attach.which(showFile(basename(from))) }
  const all = isOf ? picks : [...picks, { name: words.attach.another }]
  for (;;) {
    const reply = await prompter.choose(query, all, { wait: words.attach.leaveOut })
    if (reply.is === 'why') prompter.say(words.attach.whyAsked)
    else if (reply.is !== 'answer') return undefined
    else if (reply.value < offered.length) return offered[reply.value]
    else {
      const other = await askAnother(prompter, question, state, desk)
      if (other) return other
    }
  }
}

/** Any paper there is, and then whose. Undefined: back to the first question. */
async function askAnother(prompter: Prompter, question: Question, state: State, desk: Desk): Promise<Slot | undefined> {
  const { words } = desk.context
  const { book, filing } = state.reported
  const materials = Object.values(book.common.materials).toSorted((one, other) => one.order - other.order)
  const picks = materials.map(({ title, material }) => ({
    name: title[words.language],
    find: `${title.zh} ${material}`,
  }))
  const paper = await prompter.search({ message: words.attach.which(showFile(basename(question.from))) }, picks)
  if (paper.is !== 'answer') return undefined
  const material = materials[paper.value]?.material ?? ''
  const known = question.slots.all.filter(each => each.material === material)
  if (known.length === 1) return known[0]
  const owners = known.length > 1 ? known.map(({ of }) => of ?? 'sponsor') : ownersIn(filing)
  const whose = await prompter.choose(
    { message: words.attach.whose(slotName({ material }, state, words)) },
    owners.map(of => ({ name: showAbout(of, state.reported, words) })),
  )
  return whose.is === 'answer' ? slot(material, owners[whose.value]) : undefined
}
