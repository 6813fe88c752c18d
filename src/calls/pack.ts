// The call of `icp-prep pack`: its arguments and options.
import type { Command } from 'commander'
import { collected, fontOption, onOption, ownRulesOption } from './options.ts'
import type { Shell } from './shell.ts'

type PackFlags = {
  out?: string
  force?: true
  zip?: true
  sealTo?: string[]
  sealToFile?: string[]
  algorithm?: string
  font?: string
  on?: string
  rules?: string
}

export function addPack(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('pack')
    .description(words.cli.pack)
    .argument('[dir]', words.cli.packDir)
    .option('--out <folder>', words.cli.out)
    .option('--force', words.cli.force)
    .option('--zip', words.cli.zip)
    .option('--seal-to <recipient>', words.cli.sealTo, collected)
    .option('--seal-to-file <file>', words.cli.sealToFile, collected)
    .option('--algorithm <name>', words.cli.algorithm)
    .addOption(fontOption(shell))
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (dir: string | undefined, flags: PackFlags) => {
      const { packCommand } = await import('../commands/pack.ts')
      const { sealToFile, on: _on, rules: _rules, ...given } = flags
      const options = { ...given, force: flags.force === true, ...(sealToFile ? { sealToFiles: sealToFile } : {}) }
      shell.finish(await packCommand(dir ?? '.', options, await shell.context(flags)))
    })
}
