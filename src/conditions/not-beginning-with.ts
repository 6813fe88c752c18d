// `{ not-beginning-with: state-words }` — the text begins with none of the words.
import { heads } from './beginning-with.ts'
import { defineCondition } from './condition.ts'
import { listsOf } from './words.ts'

export const notBeginningWith = defineCondition({
  name: 'not-beginning-with',
  takes: 'words',
  holds: (fact, given, context) => heads(fact, given, context).length === 0,
  because: heads,
  lists: listsOf,
})
