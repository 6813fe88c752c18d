// `{ not-like: only-digits }` — the text does not have the form of a named pattern.
import { z } from 'zod'
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'
import { patternNames, patterns } from './patterns.ts'

export const notLike = defineCondition({
  name: 'not-like',
  takes: z.enum(patternNames),
  holds: (fact, name) => !texts(fact).some(text => patterns[name].test(text)),
})
