// `{ like: service-code }` — the text has the form of a named pattern.
import { z } from 'zod'
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'
import { patternNames, patterns } from './patterns.ts'

export const like = defineCondition({
  name: 'like',
  takes: z.enum(patternNames),
  holds: (fact, name) => texts(fact).every(text => patterns[name].test(text)),
})
