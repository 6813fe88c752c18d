// `{ different-from: principal.mobile }`
import { defineCondition } from './condition.ts'
import { fold } from '../model/fold.ts'
import { oneText } from './texts.ts'

export const differentFrom = defineCondition({
  name: 'different-from',
  takes: 'text',
  holds: other => (fact, context) => {
    const value = context.fact(other)
    return value === undefined || fold(oneText(fact)) !== fold(oneText(value))
  },
  reads: other => [other],
})
