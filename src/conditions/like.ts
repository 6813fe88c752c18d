// `{ like: service-code }` — the text has the form of a named pattern.
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'
import { patterns } from './patterns.ts'

export const like = defineCondition({
  name: 'like',
  takes: 'pattern',
  holds: name => fact => texts(fact).every(text => patterns[name].test(text)),
})
