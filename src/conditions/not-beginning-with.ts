// `{ not-beginning-with: state-words }` — the text begins with none of the words.
import { begins, heads } from './beginning-with.ts'
import { defineCondition } from './condition.ts'
import { listsOf, someText } from './words.ts'

export const notBeginningWith = defineCondition({
  name: 'not-beginning-with',
  takes: 'words',
  holds: given => someText(given, begins, false),
  because: heads,
  lists: listsOf,
})
