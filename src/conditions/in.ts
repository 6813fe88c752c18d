// `{ in: approved-suffixes }` — the text, or every member of a list fact, stands in a list.
import { z } from 'zod'
import { defineCondition } from './condition.ts'
import { fold, texts } from './fold.ts'

export const inList = defineCondition({
  name: 'in',
  takes: z.string(),
  holds: (fact, name, { list }) => texts(fact).every(text => list(name).some(word => fold(word) === fold(text))),
  because: (fact, name, { list }) => texts(fact).filter(text => !list(name).some(word => fold(word) === fold(text))),
  lists: name => [name],
})
