// `{ only: [blog, other] }` — every member of the list fact is one of these; an empty list holds.
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'

export const only = defineCondition({
  name: 'only',
  takes: 'texts',
  holds: allowed => fact => texts(fact).every(text => allowed.includes(text)),
  because: (fact, allowed) => texts(fact).filter(text => !allowed.includes(text)),
})
