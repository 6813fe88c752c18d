// The call of `icp-prep compare`: its arguments and options.
import { Option, type Command } from 'commander'
import { onOption, ownRulesOption } from './options.ts'
import type { Shell } from './shell.ts'

type CompareFlags = { provinces?: string; providers?: string; reporter: string; on?: string; rules?: string }

export function addCompare(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('compare')
    .description(words.cli.compare)
    .argument('[dir]', words.cli.comparePath)
    .option('--provinces <list>', words.cli.provinces)
    .option('--providers <list>', words.cli.providers)
    .addOption(new Option('--reporter <name>', words.cli.compareReporter).default('pretty'))
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (dir: string | undefined, flags: CompareFlags) => {
      const { compareCommand } = await import('../commands/compare.ts')
      const { colour, columns } = shell
      const options = { ...flags, colour, ...(columns === undefined ? {} : { columns }) }
      shell.finish(await compareCommand(dir ?? '.', options, await shell.context(flags)))
    })
}
