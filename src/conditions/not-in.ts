// `{ not-in: refused-suffixes }` — neither the text nor any member of a list fact stands in a list.
import { defineCondition } from './condition.ts'
import { members } from './in.ts'
import { listsOf, someText } from './words.ts'

export const notIn = defineCondition({
  name: 'not-in',
  takes: 'text',
  holds: name => someText(name, (folded, list) => list.has(folded), false),
  because: (fact, name, context) => members(fact, name, context, true),
  lists: listsOf,
})
