// The commands by name: arguments, flags and help, in the reader's language.
import { Command, Option } from 'commander'
import { addAttach } from './calls/attach.ts'
import { addCheck } from './calls/check.ts'
import { addCompare } from './calls/compare.ts'
import { addCompletion } from './calls/completion.ts'
import { addForms } from './calls/forms.ts'
import { addFooter } from './calls/footer.ts'
import { addImport } from './calls/import.ts'
import { addInit } from './calls/init.ts'
import { addPack } from './calls/pack.ts'
import { addRules } from './calls/rules.ts'
import { addSchema } from './calls/schema.ts'
import { addStatus } from './calls/status.ts'
import type { Shell } from './calls/shell.ts'
import type { Words } from './locales/index.ts'

const titlesIn = ({ cli }: Words): Readonly<Record<string, string>> => ({
  'Usage:': cli.usage,
  'Arguments:': cli.arguments,
  'Options:': cli.options,
  'Global Options:': cli.globalOptions,
  'Commands:': cli.commands,
})

/** Columns a text takes in a terminal: a Chinese character takes two. */
const columns = (text: string) =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter)
        ? 2
        : 1),
    0,
  )

function configure(command: Command, words: Words): void {
  const titles = titlesIn(words)
  command
    .configureHelp({ styleTitle: title => titles[title] ?? title, displayWidth: columns })
    .helpOption('-h, --help', words.cli.help)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  if (command.commands.length > 0) command.helpCommand('help [command]', words.cli.helpCommand)
  command.commands.forEach(each => configure(each, words))
}

const calls: Readonly<Record<string, (root: Command, shell: Shell) => void>> = {
  init: addInit,
  check: addCheck,
  attach: addAttach,
  forms: addForms,
  pack: addPack,
  status: addStatus,
  footer: addFooter,
  compare: addCompare,
  import: addImport,
  rules: addRules,
  schema: addSchema,
  completion: addCompletion,
}

/** The call that is asked for needs none of the others, the version none at all; completion tells of all. */
function needed(asked: string | undefined): ((root: Command, shell: Shell) => void)[] {
  if (asked === '--version' || asked === '-V') return []
  const call = asked === undefined || asked === 'completion' || !Object.hasOwn(calls, asked) ? undefined : calls[asked]
  return call ? [call] : Object.values(calls)
}

/**
 * A call that commander refuses is thrown as its CommanderError; nothing exits and nothing is printed on the way.
 * `asked`: the first argument; where it names a call, the others are left out.
 */
export function program(shell: Shell, asked?: string): Command {
  const { words, version } = shell
  const root = new Command('icp-prep').description(words.cli.about)
  root.version(version, '-V, --version', words.cli.version).option('--lang <language>', words.cli.lang)
  for (const add of needed(asked)) add(root, shell)
  root.commands.forEach(command => command.addOption(new Option('--lang <language>', words.cli.lang)))
  configure(root, words)
  root.addHelpText('after', () => `\n${words.cli.exitCodes}\n${words.cli.exits.map(line => `  ${line}`).join('\n')}`)
  return root
}
