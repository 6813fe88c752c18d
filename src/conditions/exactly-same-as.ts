// `{ exactly-same-as: domain.holder.name }` — letter for letter, width and blanks included.
import { defineCondition } from './condition.ts'
import { oneText, texts } from './texts.ts'

export const exactlySameAs = defineCondition({
  name: 'exactly-same-as',
  takes: 'text',
  holds: (fact, other, { fact: look }) => {
    const value = look(other)
    return value !== undefined && oneText(fact) === oneText(value)
  },
  because: (_, other, { fact: look }) => texts(look(other) ?? ''),
  reads: other => [other],
})
