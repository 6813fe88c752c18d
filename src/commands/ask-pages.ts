// The pages between the questions: what the provider will lock, and whether there is another service.
import { lockedFields } from '../bundle/locked.ts'
import { changeable, type Given } from '../interview/answers.ts'
import type { Reply } from '../interview/leaving.ts'
import { typeReason } from '../locales/type-reason.ts'
import type { Path } from '../model/filing.ts'
import type { Asking } from './ask-field.ts'
import { mapped } from './ask-spec.ts'
import type { State } from './interview-state.ts'
import { lineOf } from './show-answer.ts'

export function tellType({ reported }: State, { prompter, words }: Asking): void {
  const { type } = reported.judgement
  const { name, because } = typeReason(type, words)
  prompter.say(`\n${words.interview.type(name, because)}`, type.conflict === 'none' ? undefined : 'yellow')
}

const withoutIndices = (path: Path) => path.filter(part => typeof part === 'string').join('.')
const locked: ReadonlySet<string> = new Set([...lockedFields, 'services.domains'])

export const isLockedLine = ({ path }: Given) => locked.has(withoutIndices(path))

/** The page is known by what it shows: changed answers are shown again. Undefined while there is nothing to show. */
export function keyOfLock({ reported }: State): string | undefined {
  const given = changeable(reported.filing).filter(isLockedLine)
  return given.length === 0 ? undefined : `lock ${JSON.stringify(given)}`
}

/** @returns the answer to change, or undefined when all are right */
export async function askLock(state: State, asking: Asking): Promise<Reply<Path | undefined>> {
  const { prompter, words } = asking
  const { locked: head, lockedAsk, lockedRight, lockedWrong, whichWrong } = words.interview
  tellType(state, asking)
  const given = changeable(state.reported.filing).filter(isLockedLine)
  const lines = given.map(each => lineOf(each, state, words))
  prompter.say([head, ...lines.map(line => `  ${line}`)].join('\n'))
  for (;;) {
    const reply = await prompter.choose({ message: lockedAsk }, [{ name: lockedRight }, { name: lockedWrong }])
    if (reply.is !== 'answer' || reply.value === 0) return mapped(reply, () => undefined)
    const which = await prompter.choose(
      { message: whichWrong },
      lines.map(name => ({ name })),
    )
    if (which.is === 'answer') return { is: 'answer', value: given[which.value]?.path }
  }
}

/** The kind of a further service; undefined where there is none. */
export async function askMore({ prompter, words }: Asking): Promise<Reply<'website' | 'app' | undefined>> {
  const { noMore, addWebsite, addApp, anotherService } = words.interview
  const reply = await prompter.choose(
    { message: anotherService },
    [noMore, addWebsite, addApp].map(name => ({ name })),
  )
  if (reply.is !== 'answer') return reply
  const kinds = [undefined, 'website', 'app'] as const
  return { is: 'answer', value: kinds[reply.value] }
}
