// The call of `icp-prep schema`: its argument.
import type { Command } from 'commander'
import type { Shell } from './shell.ts'

export function addSchema(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('schema')
    .description(words.cli.schema)
    .argument('[name]', words.cli.schemaName, 'filing')
    .action(async (name: string) => {
      const { schemaCommand } = await import('../commands/schema.ts')
      shell.finish(schemaCommand(name, await shell.context()))
    })
}
