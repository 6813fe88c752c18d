// The call of `icp-prep status`: its arguments and options.
import { Option, type Command } from 'commander'
import { collected, onOption, ownRulesOption } from './options.ts'
import type { Shell } from './shell.ts'

type StatusFlags = { set?: string[]; reporter: string; on?: string; rules?: string }

export function addStatus(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('status')
    .description(words.cli.status)
    .argument('[paths...]', words.cli.statusPaths)
    .option('--set <step=day>', words.cli.setProgress, collected)
    .addOption(new Option('--reporter <name>', words.cli.statusReporter).default('pretty'))
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (paths: string[], flags: StatusFlags) => {
      const { statusCommand } = await import('../commands/status.ts')
      const { colour, columns } = shell
      const options = {
        set: flags.set ?? [],
        reporter: flags.reporter,
        colour,
        ...(columns === undefined ? {} : { columns }),
      }
      shell.finish(await statusCommand(paths, options, await shell.context(flags)))
    })
}
