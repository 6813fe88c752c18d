// `{ han-at-least: 3 }` — Chinese characters in the text.
import { z } from 'zod'
import { defineCondition } from './condition.ts'
import { texts } from './texts.ts'

const countHan = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0

export const hanAtLeast = defineCondition({
  name: 'han-at-least',
  takes: z.number(),
  holds: (fact, least) => texts(fact).every(text => countHan(text) >= least),
  because: fact => texts(fact).map(text => String(countHan(text))),
})
