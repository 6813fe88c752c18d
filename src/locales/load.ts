// One language at a time: the other is never loaded.
import type { Language, Words } from './index.ts'

const loaders = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
} as const satisfies Record<Language, () => Promise<Words>>

export function loadWords(language: Language): Promise<Words> {
  return loaders[language]()
}
