// The call of `icp-prep forms`: its argument and options.
import type { Command } from 'commander'
import { fontOption, onOption, ownRulesOption } from './options.ts'
import type { Shell } from './shell.ts'

type FormsFlags = { out?: string; font?: string; only?: string[]; force?: true; on?: string; rules?: string }

export function addForms(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('forms')
    .description(words.cli.forms)
    .argument('[dir]', words.cli.packDir)
    .option('--out <folder>', words.cli.formsOut)
    .addOption(fontOption(shell))
    .option('--only <materials...>', words.cli.formsOnly)
    .option('--force', words.cli.formsForce)
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (dir: string | undefined, { out, font, only, force, ...flags }: FormsFlags) => {
      const { formsCommand } = await import('../commands/forms.ts')
      const options = {
        force: force === true,
        ...(out === undefined ? {} : { out }),
        ...(font === undefined ? {} : { font }),
        ...(only === undefined ? {} : { only: only.flatMap(each => each.split(',')) }),
      }
      shell.finish(await formsCommand(dir ?? '.', options, await shell.context(flags)))
    })
}
