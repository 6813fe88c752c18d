// `{ without-any-of: individual-name-words }` — none of the words stands anywhere in the text.
import { defineCondition } from './condition.ts'
import { found } from './with-any-of.ts'
import { listsOf, words } from './words.ts'

export const withoutAnyOf = defineCondition({
  name: 'without-any-of',
  takes: words,
  holds: (fact, given, context) => found(fact, given, context).length === 0,
  because: found,
  lists: listsOf,
})
