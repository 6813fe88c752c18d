// `{ without-any-of: individual-name-words }` — none of the words stands anywhere in the text.
import { defineCondition } from './condition.ts'
import { hasWordIn } from './folded-list.ts'
import { found } from './with-any-of.ts'
import { listsOf, someText } from './words.ts'

export const withoutAnyOf = defineCondition({
  name: 'without-any-of',
  takes: 'words',
  holds: given => someText(given, hasWordIn, false),
  because: found,
  lists: listsOf,
})
