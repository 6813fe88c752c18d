// `{ exactly-same-as: domain.holder.name }` — letter for letter, width and blanks included.
import { defineCondition } from './condition.ts'
import { oneText, texts } from './texts.ts'

export const exactlySameAs = defineCondition({
  name: 'exactly-same-as',
  takes: 'text',
  holds: other => (fact, context) => {
    const value = context.fact(other)
    return value !== undefined && oneText(fact) === oneText(value)
  },
  because: (_, other, context) => texts(context.fact(other) ?? ''),
  reads: other => [other],
})
