// The commands by name: arguments, flags and help, in the reader's language.
import { Command, Option } from 'commander'
import type { Terminal } from './interview/prompt.ts'
import type { Context } from './commands/context.ts'
import type { Outcome } from './commands/outcome.ts'
import type { Words } from './locales/index.ts'

export type ContextFlags = { readonly on?: string; readonly rules?: string }

/** What the commands need of the process around them. */
export type Shell = {
  readonly words: Words
  readonly version: string
  readonly rulesFolder: string
  readonly today: string
  readonly colour: boolean
  /** somebody sits in front of it and can answer */
  readonly terminal: Terminal | undefined
  readonly stdoutIsTerminal: boolean
  /** of the terminal behind stdout */
  readonly columns: number | undefined
  readonly context: (flags?: ContextFlags) => Promise<Context>
  readonly finish: (outcome: Outcome) => void
}

const onOption = ({ words }: Shell) => new Option('--on <day>', words.cli.on)
const ownRulesOption = ({ words }: Shell) => new Option('--rules <folder>', words.cli.ownRules)
const personalOption = ({ words }: Shell) => new Option('--show-personal', words.cli.showPersonal)

type CheckFlags = { reporter: string; on?: string; rules?: string; strict?: true; notes?: true; showPersonal?: true }

function addCheck(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('check')
    .description(words.cli.check)
    .argument('[paths...]', words.cli.checkPaths)
    .addOption(new Option('--reporter <name>', words.cli.reporter).default('pretty'))
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .option('--strict', words.cli.strict)
    .option('--notes', words.cli.notes)
    .addOption(personalOption(shell))
    .action(async (paths: string[], flags: CheckFlags) => {
      const { checkCommand } = await import('./commands/check.ts')
      const { columns } = shell
      const options = {
        ...reportOptions(flags, shell),
        reporter: flags.reporter,
        strict: flags.strict === true,
        ...(columns === undefined ? {} : { columns }),
      }
      shell.finish(await checkCommand(paths, options, await shell.context(flags)))
    })
}

/** Personal data are shown in full on a terminal only: a pipe may end in a log. */
const reportOptions = (flags: { notes?: true; showPersonal?: true }, { stdoutIsTerminal, colour }: Shell) => ({
  personal: flags.showPersonal === true && stdoutIsTerminal,
  notes: flags.notes === true,
  colour,
})

function addPack(root: Command, shell: Shell): void {
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
      const { packCommand } = await import('./commands/pack.ts')
      const options = { force: flags.force === true, ...(flags.out === undefined ? {} : { out: flags.out }) }
      shell.finish(await packCommand(dir ?? '.', options, await shell.context(flags)))
    })
}

type CompareFlags = { provinces?: string; providers?: string; reporter: string; on?: string; rules?: string }

function addCompare(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('compare')
    .description(words.cli.compare)
    .argument('[dir]', words.cli.comparePath)
    .option('--provinces <list>', words.cli.provinces)
    .option('--providers <list>', words.cli.providers)
    .addOption(new Option('--reporter <name>', words.cli.compareReporter).default('pretty'))
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (dir: string | undefined, flags: CompareFlags) => {
      const { compareCommand } = await import('./commands/compare.ts')
      const { colour, columns } = shell
      const options = { ...flags, colour, ...(columns === undefined ? {} : { columns }) }
      shell.finish(await compareCommand(dir ?? '.', options, await shell.context(flags)))
    })
}

type InitFlags = { answers?: string; example?: string | true; on?: string; rules?: string; force?: true }

function addInit(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('init')
    .description(words.cli.init)
    .argument('[dir]', words.cli.initDir)
    .option('--answers <file>', words.cli.answers)
    .option('--example [name]', words.cli.example)
    .addOption(onOption(shell))
    .addOption(ownRulesOption(shell))
    .action(async (dir: string | undefined, flags: InitFlags) => {
      const { initCommand } = await import('./commands/init.ts')
      const { terminal, rulesFolder, colour } = shell
      const options = {
        ...(flags.answers === undefined ? {} : { answers: flags.answers }),
        ...(flags.example === undefined ? {} : { example: flags.example }),
        colour,
      }
      shell.finish(await initCommand(dir, options, { ...(await shell.context(flags)), terminal, rulesFolder }))
    })
}

function addRules(root: Command, shell: Shell): void {
  const { words } = shell
  const rules = root.command('rules').description(words.cli.rules)
  const folder = () => new Option('--rules <folder>', words.cli.rulesFolder).default(shell.rulesFolder, 'rules')
  const load = () => import('./commands/rules.ts')
  const pages = () => import('./commands/rule-pages.ts')
  rules
    .command('list', { isDefault: true })
    .description(words.cli.rulesList)
    .addOption(folder())
    .action(async (flags: { rules: string }) => shell.finish((await pages()).listRules(flags.rules, words)))
  rules
    .command('show <sheet>')
    .description(words.cli.rulesShow)
    .addOption(folder())
    .action(async (sheet: string, flags: { rules: string }) =>
      shell.finish((await pages()).showSheet(flags.rules, sheet, words)),
    )
  rules
    .command('explain <rule>')
    .description(words.cli.rulesExplain)
    .addOption(folder())
    .action(async (rule: string, flags: { rules: string }) =>
      shell.finish((await pages()).explainRule(flags.rules, rule, words)),
    )
  rules
    .command('lint [folder]')
    .description(words.cli.rulesLint)
    .action(async (path: string | undefined) =>
      shell.finish((await load()).lintRules(path ?? shell.rulesFolder, words, shell.rulesFolder)),
    )
  rules
    .command('test [sheet]')
    .description(words.cli.rulesTest)
    .addOption(folder())
    .action(async (sheet: string | undefined, flags: { rules: string }) =>
      shell.finish((await load()).testRules(flags.rules, sheet, words, shell.rulesFolder)),
    )
  addRuleKeeping(rules, shell)
}

/** The commands that change sheets or compare them over time. */
function addRuleKeeping(rules: Command, { words, rulesFolder, today, finish }: Shell): void {
  const folder = () => new Option('--rules <folder>', words.cli.rulesFolder).default(rulesFolder, 'rules')
  rules
    .command('stale')
    .description(words.cli.rulesStale)
    .addOption(folder())
    .addOption(new Option('--days <count>', words.cli.days).default('180'))
    .action(async (flags: { rules: string; days: string }) => {
      const { staleSources } = await import('./commands/rules-stale.ts')
      finish(staleSources(flags.rules, flags.days, today, words))
    })
  rules
    .command('diff <from> [to]')
    .description(words.cli.rulesDiff)
    .addOption(folder())
    .action(async (from: string, to: string | undefined, flags: { rules: string }) => {
      const { diffRules } = await import('./commands/rules-diff.ts')
      finish(diffRules(flags.rules, from, to, today, words))
    })
  rules
    .command('new <kind> <name>')
    .description(words.cli.rulesNew)
    .addOption(folder())
    .action(async (kind: string, name: string, flags: { rules: string }) => {
      const { newEntry } = await import('./commands/rules-new.ts')
      finish(newEntry(flags.rules, kind, name, today, words))
    })
}

function addSchema(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('schema')
    .description(words.cli.schema)
    .argument('[name]', words.cli.schemaName, 'filing')
    .action(async (name: string) => {
      const { schemaCommand } = await import('./commands/schema.ts')
      shell.finish(schemaCommand(name, await shell.context()))
    })
}

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

/** A call that commander refuses is thrown as its CommanderError; nothing exits and nothing is printed on the way. */
export function program(shell: Shell): Command {
  const { words, version } = shell
  const root = new Command('icp-prep').description(words.cli.about)
  root.version(version, '-V, --version', words.cli.version).option('--lang <language>', words.cli.lang)
  for (const add of [addInit, addCheck, addPack, addCompare, addRules, addSchema]) add(root, shell)
  root.commands.forEach(command => command.addOption(new Option('--lang <language>', words.cli.lang)))
  configure(root, words)
  root.addHelpText('after', () => `\n${words.cli.exitCodes}\n${words.cli.exits.map(line => `  ${line}`).join('\n')}`)
  return root
}
