// `{ ending-with: [.gov.cn, .政务] }` — the text ends with one of the words.
import { defineCondition } from './condition.ts'
import { fold } from '../model/fold.ts'
import { texts } from './texts.ts'
import { listsOf, wordsOf } from './words.ts'

export const endingWith = defineCondition({
  name: 'ending-with',
  takes: 'words',
  holds: given => (fact, context) =>
    texts(fact).every(text => wordsOf(given, context).some(word => fold(text).endsWith(fold(word)))),
  lists: listsOf,
})
