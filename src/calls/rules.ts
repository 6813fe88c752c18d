// The calls of `icp-prep rules …`: their arguments and options.
import { Option, type Command } from 'commander'
import type { Shell } from './shell.ts'

export function addRules(root: Command, shell: Shell): void {
  const { words } = shell
  const rules = root.command('rules').description(words.cli.rules)
  const folder = () => new Option('--rules <folder>', words.cli.rulesFolder).default(shell.rulesFolder, 'rules')
  const load = () => import('../commands/rules.ts')
  const pages = () => import('../commands/rule-pages.ts')
  rules
    .command('list', { isDefault: true })
    .description(words.cli.rulesList)
    .addOption(folder())
    .action(async (flags: { rules: string }) => shell.finish((await pages()).listRules(flags.rules, words)))
  rules
    .command('show <sheet>')
    .description(words.cli.rulesShow)
    .addOption(folder())
    .action(async (sheet: string, flags: { rules: string }) =>
      shell.finish((await pages()).showSheet(flags.rules, sheet, words)),
    )
  rules
    .command('explain <rule>')
    .description(words.cli.rulesExplain)
    .addOption(folder())
    .action(async (rule: string, flags: { rules: string }) =>
      shell.finish((await pages()).explainRule(flags.rules, rule, words)),
    )
  rules
    .command('lint [folder]')
    .description(words.cli.rulesLint)
    .action(async (path: string | undefined) =>
      shell.finish((await load()).lintRules(path ?? shell.rulesFolder, words, shell.rulesFolder)),
    )
  rules
    .command('test [sheet]')
    .description(words.cli.rulesTest)
    .addOption(folder())
    .action(async (sheet: string | undefined, flags: { rules: string }) =>
      shell.finish((await load()).testRules(flags.rules, sheet, words, shell.rulesFolder)),
    )
  addRuleKeeping(rules, shell)
}

/** The commands that change sheets or compare them over time. */
function addRuleKeeping(rules: Command, shell: Shell): void {
  const { words, rulesFolder, finish } = shell
  const folder = () => new Option('--rules <folder>', words.cli.rulesFolder).default(rulesFolder, 'rules')
  rules
    .command('stale')
    .description(words.cli.rulesStale)
    .addOption(folder())
    .addOption(new Option('--days <count>', words.cli.days).default('180'))
    .action(async (flags: { rules: string; days: string }) => {
      const { staleSources } = await import('../commands/rules-stale.ts')
      finish(staleSources(flags.rules, flags.days, shell.today, words))
    })
  rules
    .command('diff <from> [to]')
    .description(words.cli.rulesDiff)
    .addOption(folder())
    .action(async (from: string, to: string | undefined, flags: { rules: string }) => {
      const { diffRules } = await import('../commands/rules-diff.ts')
      finish(diffRules(flags.rules, from, to, shell.today, words))
    })
  rules
    .command('new <kind> <name>')
    .description(words.cli.rulesNew)
    .addOption(folder())
    .action(async (kind: string, name: string, flags: { rules: string }) => {
      const { newEntry } = await import('../commands/rules-new.ts')
      finish(newEntry(flags.rules, kind, name, shell.today, words))
    })
}
