// The call of `icp-prep completion`, and the program as a shell is told of it: read off the definitions of the calls.
import type { Command } from 'commander'
import type { CommandPlace, Values } from '../commands/completion-tree.ts'
import type { Shell } from './shell.ts'

export function addCompletion(root: Command, shell: Shell): void {
  const { completing } = shell.words
  root
    .command('completion')
    .description(completing.about)
    .argument('<shell>', completing.shell)
    .addHelpText('after', `\n${completing.more}`)
    .action(async (name: string) => {
      const { completionCommand } = await import('../commands/completion.ts')
      const { valuesOf } = await import('../commands/completion-values.ts')
      shell.finish(completionCommand(name, placesIn(root, valuesOf(await shell.context()))))
    })
}

type ValuesFor = (path: string, name: string, placeholder: string) => Values

function placesIn(command: Command, valuesFor: ValuesFor, path = ''): CommandPlace[] {
  const help = command.createHelp()
  const commands = help.visibleCommands(command)
  const options = help.visibleOptions(command).map(option => ({
    names: [option.short, option.long].flatMap(name => name ?? []),
    about: option.description,
    values: option.required || option.optional ? optionValues(option.long ?? '', option.flags) : undefined,
  }))
  const place = {
    path,
    commands: commands.map(each => ({ name: each.name(), about: each.description() })),
    options,
    argument: argumentValues(),
  }
  const below = command.commands.flatMap(each => placesIn(each, valuesFor, `${path} ${each.name()}`.trim()))
  return [place, ...below]

  function optionValues(long: string, flags: string): Values {
    return valuesFor(path, long, /[<[]([^\].>]+)/.exec(flags)?.[1] ?? '')
  }

  function argumentValues(): Values {
    const [first] = command.registeredArguments
    return first ? valuesFor(path, first.name(), first.name()) : { is: 'anything' }
  }
}
