// `{ han-at-least: 3 }` — Chinese characters in the text.
import { countHan } from '../model/han.ts'
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'

export const hanAtLeast = defineCondition({
  name: 'han-at-least',
  takes: 'number',
  holds: least => fact => texts(fact).every(text => countHan(text) >= least),
  because: fact => texts(fact).map(text => String(countHan(text))),
})
