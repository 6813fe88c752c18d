// `{ not-like: only-digits }` — the text does not have the form of a named pattern.
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'
import { patterns } from './patterns.ts'

export const notLike = defineCondition({
  name: 'not-like',
  takes: 'pattern',
  holds: name => fact => !texts(fact).some(text => patterns[name].test(text)),
})
