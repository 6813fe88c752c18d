// The last look: what the provider will lock, then every answer, each of which can be changed.
import type { Path } from '../model/filing.ts'
import { changeable } from '../interview/answers.ts'
import { factAt } from '../facts/fact-at.ts'
import { lockedFields } from '../bundle/locked.ts'
import { fieldName } from '../locales/field-name.ts'
import { showValue } from '../report/value.ts'
import type { Asking } from './ask-field.ts'
import type { State } from './interview-state.ts'

const withoutIndices = (path: Path) => path.filter(part => typeof part === 'string').join('.')

/** @returns the answer to change, or undefined when all is right */
export async function askSummary({ reported }: State, { prompter, words }: Asking): Promise<Path | undefined> {
  const { filing, book } = reported
  const lines = changeable(filing).map(({ path, value }) => ({
    path,
    text: `${fieldName(path, words)}: ${showValue(factAt(path), value, book, words, true)}`,
  }))
  const locked: readonly string[] = lockedFields
  const held = lines.filter(({ path }) => locked.includes(withoutIndices(path)))
  prompter.say(`\n${[words.interview.locked, ...held.map(({ text }) => `  ${text}`)].join('\n')}\n`)
  const choices = [words.interview.finish, ...lines.map(({ text }) => text)].map(text => ({ zh: text, en: text, answer: text }))
  for (;;) {
    const reply = await prompter.choose(words.interview.summary, choices, 0, false)
    if (reply.is === 'answer') return lines[reply.value - 1]?.path
  }
}
