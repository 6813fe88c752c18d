// Which answer to ask for next: the first open one in the order of the questions that was not put off.
import type { Question } from '../rules/check.ts'
import { factAt } from '../facts/fact-at.ts'
import { positionOf } from './questions.ts'

const indexOf = (question: Question, list: string) => {
  const at = question.field.indexOf(list)
  return at < 0 ? 0 : Number(question.field[at + 1] ?? 0)
}

/** Steps and questions first, then services and their parts in the order they are written. */
export function inOrder(questions: readonly Question[]): Question[] {
  return [...questions].sort(
    (one, other) =>
      indexOf(one, 'services') - indexOf(other, 'services') ||
      positionOf(factAt(one.field)) - positionOf(factAt(other.field)) ||
      indexOf(one, 'domains') - indexOf(other, 'domains') ||
      indexOf(one, 'platforms') - indexOf(other, 'platforms'),
  )
}

/** @param putOff answers the filer left open, as paths joined by dots */
export function nextQuestion(questions: readonly Question[], putOff: ReadonlySet<string>): Question | undefined {
  return inOrder(questions).find(question => !putOff.has(question.field.join('.')))
}
