// `{ without-any-of: individual-name-words }` — none of the words stands anywhere in the text.
import { defineCondition } from './condition.ts'
import { found, isFound } from './with-any-of.ts'
import { listsOf } from './words.ts'

export const withoutAnyOf = defineCondition({
  name: 'without-any-of',
  takes: 'words',
  holds: (fact, given, context) => !isFound(fact, given, context),
  because: found,
  lists: listsOf,
})
