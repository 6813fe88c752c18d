// The call of `icp-prep check`: its arguments and options.
import { Option, type Command } from 'commander'
import { onOption, ownRulesOption, personalOption } from './options.ts'
import type { Shell } from './shell.ts'

type CheckFlags = {
  reporter: string
  on?: string
  rules?: string
  shard?: string
  strict?: true
  notes?: true
  showPersonal?: true
}

export function addCheck(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('check')
    .description(words.cli.check)
    .argument('[paths...]', words.cli.checkPaths)
    .addOption(new Option('--reporter <name>', words.cli.reporter).default('pretty'))
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .option('--shard <i/n>', words.cli.shard)
    .option('--strict', words.cli.strict)
    .option('--notes', words.cli.notes)
    .addOption(personalOption(shell))
    .action(async (paths: string[], flags: CheckFlags) => {
      if (paths.includes('-')) {
        const { linesCommand } = await import('../commands/lines-command.ts')
        shell.finish(await linesCommand(paths, flags, shell))
        return
      }
      const { checkCommand } = await import('../commands/check.ts')
      const { columns } = shell
      const options = {
        ...reportOptions(flags, shell),
        reporter: flags.reporter,
        strict: flags.strict === true,
        ...(columns === undefined ? {} : { columns }),
      }
      shell.finish(await checkCommand(paths, options, await shell.context(flags)))
    })
}

/** Personal data are shown in full on a terminal only: a pipe may end in a log. */
const reportOptions = (flags: { notes?: true; showPersonal?: true }, { stdoutIsTerminal, colour }: Shell) => ({
  personal: flags.showPersonal === true && stdoutIsTerminal,
  notes: flags.notes === true,
  colour,
})
