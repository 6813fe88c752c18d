// The call of `icp-prep check`: its arguments and options.
import { Option, type Command } from 'commander'
import type { CheckOptions } from '../commands/check.ts'
import { collected, onOption, ownRulesOption, personalOption, readerOption } from './options.ts'
import type { Shell } from './shell.ts'

type CheckFlags = {
  reporter: string[]
  output?: string
  on?: string
  rules?: string
  textReader?: string
  identity?: string[]
  shard?: string
  jobs?: string
  strict?: true
  maxWarnings?: string
  changedSince?: string
  baseline?: string
  writeBaseline?: string
  ahead?: string
  notes?: true
  showPersonal?: true
}

const several = (value: string, before: readonly string[]) => [...before, value]

export function addCheck(root: Command, shell: Shell): void {
  const { words } = shell
  const { options } = words.ci
  root
    .command('check')
    .description(words.cli.check)
    .argument('[paths...]', words.cli.checkPaths)
    .addOption(new Option('--reporter <name>', words.cli.reporter).default([], 'pretty').argParser(several))
    .option('--output <file>', options.output)
    .addOption(onOption(shell))
    .option('--shard <i/n>', words.cli.shard)
    .option('--jobs <n>', words.cli.jobs)
    .option('--identity <file>', words.cli.identity, collected)
    .option('--strict', words.cli.strict)
    .option('--max-warnings <count>', options.maxWarnings)
    .option('--ahead <days>', options.ahead)
    .option('--changed-since <revision>', options.changedSince)
    .option('--baseline <file>', options.baseline)
    .option('--write-baseline <file>', options.writeBaseline)
    .addOption(ownRulesOption(shell))
    .addOption(readerOption(shell))
    .option('--notes', words.cli.notes)
    .addOption(personalOption(shell))
    .action(async (paths: string[], flags: CheckFlags) => {
      if (paths.includes('-')) {
        const { linesCommand } = await import('../commands/lines-command.ts')
        shell.finish(await linesCommand(paths, flags, shell))
        return
      }
      const { checkCommand } = await import('../commands/check.ts')
      shell.finish(await checkCommand(paths, optionsFrom(flags, shell), await shell.context(flags)))
    })
}

/** Personal data are shown in full on a terminal only: a pipe may end in a log. */
function optionsFrom(flags: CheckFlags, shell: Shell): CheckOptions {
  const { stdoutIsTerminal, colour, columns, version, pathOf, stepSummary, write, keepHeapSmall, progress, threads } =
    shell
  const { reporter, notes, strict, showPersonal, on: _on, jobs, ...given } = flags
  return {
    ...given,
    reporters: reporter,
    strict: strict === true,
    notes: notes === true,
    personal: showPersonal === true && stdoutIsTerminal,
    colour,
    version,
    pathOf,
    forMany: {
      write,
      keepHeapSmall,
      threads: { ...threads, ownRules: flags.rules, textReader: flags.textReader },
      ...(jobs === undefined ? {} : { jobs }),
      ...(progress ? { progress } : {}),
    },
    ...(columns === undefined ? {} : { columns }),
    ...(stepSummary === undefined ? {} : { stepSummary }),
  }
}
