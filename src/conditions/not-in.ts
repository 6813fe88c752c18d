// `{ not-in: refused-suffixes }` — neither the text nor any member of a list fact stands in a list.
import { defineCondition } from './condition.ts'
import { members } from './in.ts'

export const notIn = defineCondition({
  name: 'not-in',
  takes: 'text',
  holds: (fact, name, context) => members(fact, name, context, true).length === 0,
  because: (fact, name, context) => members(fact, name, context, true),
  lists: name => [name],
})
