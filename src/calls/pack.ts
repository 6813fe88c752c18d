// The call of `icp-prep pack`: its arguments and options.
import type { Command } from 'commander'
import { onOption, ownRulesOption } from './options.ts'
import type { Shell } from './shell.ts'

export function addPack(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('pack')
    .description(words.cli.pack)
    .argument('[dir]', words.cli.packDir)
    .option('--out <folder>', words.cli.out)
    .option('--force', words.cli.force)
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (dir: string | undefined, flags: { out?: string; force?: true; on?: string; rules?: string }) => {
      const { packCommand } = await import('../commands/pack.ts')
      const options = { force: flags.force === true, ...(flags.out === undefined ? {} : { out: flags.out }) }
      shell.finish(await packCommand(dir ?? '.', options, await shell.context(flags)))
    })
}
