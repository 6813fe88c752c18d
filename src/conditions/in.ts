// `{ in: approved-suffixes }` — the text, or every member of a list fact, stands in a list.
import { defineCondition, type Context, type Known } from './condition.ts'
import { foldedList } from './folded-list.ts'
import { fold } from '../model/fold.ts'
import { texts } from './texts.ts'
import { listsOf, someText } from './words.ts'

/** The texts of the fact that stand in the list, or those that do not. */
export function members(fact: Known, name: string, context: Context, inside: boolean): readonly string[] {
  const words = foldedList(context.list(name))
  return texts(fact).filter(text => words.has(fold(text)) === inside)
}

export const inList = defineCondition({
  name: 'in',
  takes: 'text',
  holds: name => someText(name, (folded, list) => !list.has(folded), false),
  because: (fact, name, context) => members(fact, name, context, false),
  lists: listsOf,
})
