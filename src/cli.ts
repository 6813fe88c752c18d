// Names, flags, help and exit codes. The only file that touches `process`.
import { Command } from 'commander'
import { fileURLToPath } from 'node:url'
import { languages, type Language } from './locales/index.ts'
import type { Outcome } from './commands/outcome.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const rulesFolder = here('../rules')

function languageOf(asked: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL ?? LC_MESSAGES ?? LANG ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

function finish({ text, code, talk }: Outcome): void {
  if (talk) process.stderr.write(`${talk}\n`)
  if (text) process.stdout.write(`${text}\n`)
  process.exitCode = code
}

const program = new Command('icp-prep')
const words = languages[languageOf(undefined)]

const rules = program.command('rules')
rules.command('lint [folder]').action(async (folder: string | undefined) => {
  const { lintRules } = await import('./commands/rules.ts')
  finish(lintRules(folder ?? rulesFolder, words))
})
rules.command('test [sheet]').option('--rules <folder>').action(async (sheet: string | undefined, options: { rules?: string }) => {
  const { testRules } = await import('./commands/rules.ts')
  finish(testRules(options.rules ?? rulesFolder, sheet, words))
})

await program.parseAsync(process.argv)
