// What an answer breaks, told at once in the lines a report would print.
import type { Words } from '../locales/index.ts'
import { tell } from '../report/tell.ts'
import { sentenceOf } from '../report/told-line.ts'
import type { Asking } from './ask-field.ts'
import { newlyBroken, type State } from './interview-state.ts'

/** As many as one can read at a question; the report at the end tells all. */
const most = 3

export function brokenBy(before: State, after: State, words: Words): string[] {
  return newlyBroken(before, after)
    .slice(0, most)
    .flatMap(finding => {
      const told = tell(finding, after.reported, words, true)
      const lines = told.broken.slice(0, 1).map(line => `  ${sentenceOf(line, words)}`)
      return [told.title, ...lines, ...(told.fix ? [`  ${words.report.fix(told.fix)}`] : [])]
    })
}

/** Nothing is broken, or the filer keeps the answer as it is. */
export async function isKept(before: State, after: State, { prompter, words }: Asking): Promise<boolean> {
  const reasons = brokenBy(before, after, words)
  if (reasons.length === 0) return true
  prompter.say(reasons.map(line => `  ${line}`).join('\n'), 'yellow')
  const { again, keep, keepOrAgain } = words.interview
  const reply = await prompter.choose({ message: keepOrAgain }, [{ name: again }, { name: keep }])
  return reply.is === 'answer' && reply.value === 1
}
