// The languages the tool speaks. A reader's language is chosen once, in cli.ts.
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './words.ts'

export type { Words } from './words.ts'
export type Language = 'zh' | 'en'

export const languages = { zh, en } as const satisfies Record<Language, Words>
