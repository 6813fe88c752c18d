// The call of `icp-prep init`: its arguments and options.
import type { Command } from 'commander'
import { onOption, ownRulesOption, readerOption } from './options.ts'
import type { Shell } from './shell.ts'

type InitFlags = {
  answers?: string
  example?: string | true
  on?: string
  rules?: string
  textReader?: string
  force?: true
}

export function addInit(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('init')
    .description(words.cli.init)
    .argument('[dir]', words.cli.initDir)
    .option('--answers <file>', words.cli.answers)
    .option('--example [name]', words.cli.example)
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .addOption(readerOption(shell))
    .action(async (dir: string | undefined, flags: InitFlags) => {
      const { initCommand } = await import('../commands/init.ts')
      const { terminal, rulesFolder, colour } = shell
      const options = {
        ...(flags.answers === undefined ? {} : { answers: flags.answers }),
        ...(flags.example === undefined ? {} : { example: flags.example }),
        colour,
      }
      shell.finish(await initCommand(dir, options, { ...(await shell.context(flags)), terminal, rulesFolder }))
    })
}
