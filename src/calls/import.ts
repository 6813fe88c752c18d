// The call of `icp-prep import`: its arguments and options.
import type { Command } from 'commander'
import type { Shell } from './shell.ts'

type ImportFlags = { map?: string; out?: string; sheet?: string; writeMap?: string }

export function addImport(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('import')
    .description(words.cli.import)
    .argument('<file>', words.cli.importFile)
    .option('--map <file>', words.cli.importMap)
    .option('--sheet <name>', words.cli.importSheet)
    .option('--out <dir>', words.cli.importOut)
    .option('--write-map <file>', words.cli.writeMap)
    .action(async (file: string, flags: ImportFlags) => {
      const { importCommand } = await import('../commands/import.ts')
      shell.finish(await importCommand(file, flags, shell.write, await shell.context()))
    })
}
