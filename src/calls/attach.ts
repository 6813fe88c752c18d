// The call of `icp-prep attach`: its arguments and options.
import type { Command } from 'commander'
import { onOption, ownRulesOption, readerOption } from './options.ts'
import type { Shell } from './shell.ts'

type AttachFlags = {
  as?: string
  of?: string
  dir?: string
  watermark?: true
  dryRun?: true
  on?: string
  rules?: string
  textReader?: string
}

export function addAttach(root: Command, shell: Shell): void {
  const { attach } = shell.words
  root
    .command('attach')
    .description(attach.about)
    .argument('<files...>', attach.files)
    .option('--as <material>', attach.as)
    .option('--of <whom>', attach.of)
    .option('--dir <folder>', attach.dir)
    .option('--watermark', attach.watermark)
    .option('--dry-run', attach.dryRun)
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .addOption(readerOption(shell))
    .addHelpText('after', `\n${attach.more}`)
    .action(async (files: string[], flags: AttachFlags) => {
      const { attachCommand } = await import('../commands/attach.ts')
      const { as, of, dir = '.', watermark = false, dryRun = false } = flags
      const options = {
        dir,
        watermark,
        dryRun,
        colour: shell.colour,
        ...(as === undefined ? {} : { as }),
        ...(of === undefined ? {} : { of }),
      }
      const { terminal, say } = shell
      shell.finish(await attachCommand(files, options, { ...(await shell.context(flags)), terminal, say }))
    })
}
