// inquirer's prompts in the reader's language.
import type { PromptWords } from '../locales/interview-words.ts'

export type Prompts = Awaited<ReturnType<typeof promptsIn>>

/** inquirer's prompts with our words below them; loaded only where somebody is asked. */
export async function promptsIn({ move, pick, all, submit, more }: PromptWords) {
  const { default: inquirer } = await import('inquirer')
  const { createLocalizedPrompts } = await import('@inquirer/i18n/create')
  const { locale } = await import('@inquirer/i18n/zh')
  const list = { helpNavigate: move, helpSelect: `${submit} • ${more}` }
  const ticks = {
    helpNavigate: move,
    helpSelect: pick,
    helpAll: all,
    helpInvert: '',
    helpSubmit: `${submit} • ${more}`,
  }
  return {
    ...createLocalizedPrompts({ ...locale, select: list, search: list, checkbox: ticks }),
    line: new inquirer.Separator(),
  }
}
