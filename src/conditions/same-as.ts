// `{ same-as: sponsor.name }` — the same text; width and blanks do not count.
import { defineCondition } from './condition.ts'
import { fold } from '../model/fold.ts'
import { oneText, texts } from './texts.ts'

export const sameAs = defineCondition({
  name: 'same-as',
  takes: 'text',
  holds: other => (fact, context) => {
    const value = context.fact(other)
    return value !== undefined && fold(oneText(fact)) === fold(oneText(value))
  },
  because: (_, other, context) => texts(context.fact(other) ?? ''),
  reads: other => [other],
})
