// Names, flags, help and exit codes. The only file that touches `process`.
import { Command, CommanderError, Option } from 'commander'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Context } from './commands/context.ts'
import { exit, type Outcome } from './commands/outcome.ts'
import { UserError } from './commands/user-error.ts'
import type { Language } from './locales/index.ts'
import { loadWords } from './locales/load.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const rulesFolder = here('../rules')

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(here('../package.json'), 'utf8'))
  return manifest.version
}

/** The language must be known before the help is written, so it is looked for in the bare arguments. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  if (asked === 'zh' || asked === 'en') return asked
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Today in China, which keeps UTC+8 the whole year. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}

const words = await loadWords(languageOf(process.argv.slice(2)))

function usesColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return process.stdout.isTTY === true && TERM !== 'dumb'
}

function finish({ text, code, talk }: Outcome): void {
  if (talk) process.stderr.write(`${talk}\n`)
  if (text) process.stdout.write(`${text}\n`)
  process.exitCode = code
}

async function context(on?: string): Promise<Context> {
  if (on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new UserError({ code: 'bad-day', got: on })
  const { CompiledBook } = await import('./disk/compiled-book.ts')
  return { words, today: today(), on, book: new CompiledBook(here('./book')), version: version() }
}

const onOption = () => new Option('--on <day>', words.cli.on)
const personalOption = () => new Option('--show-personal', words.cli.showPersonal)

type CheckFlags = { reporter: string; on?: string; strict?: true; notes?: true; showPersonal?: true }

function addCheck(program: Command): void {
  program
    .command('check')
    .description(words.cli.check)
    .argument('[paths...]', words.cli.checkPaths)
    .addOption(new Option('--reporter <name>', words.cli.reporter).default('pretty'))
    .addOption(onOption())
    .option('--strict', words.cli.strict)
    .option('--notes', words.cli.notes)
    .addOption(personalOption())
    .action(async (paths: string[], flags: CheckFlags) => {
      const { checkCommand } = await import('./commands/check.ts')
      const options = { ...reportOptions(flags), reporter: flags.reporter, strict: flags.strict === true }
      finish(await checkCommand(paths, options, await context(flags.on)))
    })
}

/** Personal data are shown in full on a terminal only: a pipe may end in a log. */
const reportOptions = (flags: { notes?: true; showPersonal?: true }) => ({
  personal: flags.showPersonal === true && process.stdout.isTTY === true,
  notes: flags.notes === true,
  colour: usesColour(),
})

function addPack(program: Command): void {
  program
    .command('pack')
    .description(words.cli.pack)
    .argument('[dir]', words.cli.packDir)
    .option('--out <folder>', words.cli.out)
    .option('--force', words.cli.force)
    .addOption(onOption())
    .action(async (dir: string | undefined, flags: { out?: string; force?: true; on?: string }) => {
      const { packCommand } = await import('./commands/pack.ts')
      const options = { force: flags.force === true, ...(flags.out === undefined ? {} : { out: flags.out }) }
      finish(await packCommand(dir ?? '.', options, await context(flags.on)))
    })
}

type InitFlags = { answers?: string; example?: string | true; on?: string; force?: true }

function addInit(program: Command): void {
  program
    .command('init')
    .description(words.cli.init)
    .argument('[dir]', words.cli.initDir)
    .option('--answers <file>', words.cli.answers)
    .option('--example [name]', words.cli.example)
    .addOption(onOption())
    .action(async (dir: string | undefined, flags: InitFlags) => {
      const { initCommand } = await import('./commands/init.ts')
      const { stdin: input, stdout: output } = process
      const terminal = input.isTTY === true && output.isTTY === true ? { input, output } : undefined
      const options = {
        ...(flags.answers === undefined ? {} : { answers: flags.answers }),
        ...(flags.example === undefined ? {} : { example: flags.example }),
        colour: usesColour(),
      }
      finish(await initCommand(dir, options, { ...(await context(flags.on)), terminal, rulesFolder }))
    })
}

function addRules(program: Command): void {
  const rules = program.command('rules').description(words.cli.rules)
  const folder = () => new Option('--rules <folder>', words.cli.rulesFolder).default(rulesFolder, 'rules')
  const load = () => import('./commands/rules.ts')
  const pages = () => import('./commands/rule-pages.ts')
  rules
    .command('list', { isDefault: true })
    .description(words.cli.rulesList)
    .addOption(folder())
    .action(async (flags: { rules: string }) => finish((await pages()).listRules(flags.rules, words)))
  rules
    .command('show <sheet>')
    .description(words.cli.rulesShow)
    .addOption(folder())
    .action(async (sheet: string, flags: { rules: string }) => finish((await pages()).showSheet(flags.rules, sheet, words)))
  rules
    .command('explain <rule>')
    .description(words.cli.rulesExplain)
    .addOption(folder())
    .action(async (rule: string, flags: { rules: string }) => finish((await pages()).explainRule(flags.rules, rule, words)))
  rules
    .command('lint [folder]')
    .description(words.cli.rulesLint)
    .action(async (path: string | undefined) => finish((await load()).lintRules(path ?? rulesFolder, words)))
  rules
    .command('test [sheet]')
    .description(words.cli.rulesTest)
    .addOption(folder())
    .action(async (sheet: string | undefined, flags: { rules: string }) => finish((await load()).testRules(flags.rules, sheet, words)))
}

function addSchema(program: Command): void {
  program
    .command('schema')
    .description(words.cli.schema)
    .argument('[name]', words.cli.schemaName, 'filing')
    .action(async (name: string) => {
      const { schemaCommand } = await import('./commands/schema.ts')
      finish(schemaCommand(name, await context()))
    })
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': words.cli.usage,
  'Arguments:': words.cli.arguments,
  'Options:': words.cli.options,
  'Global Options:': words.cli.globalOptions,
  'Commands:': words.cli.commands,
}

/** Columns a text takes in a terminal: a Chinese character takes two. */
const columns = (text: string) => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter) ? 2 : 1), 0)

function configure(command: Command): void {
  command
    .configureHelp({ styleTitle: title => titles[title] ?? title, displayWidth: columns })
    .helpOption('-h, --help', words.cli.help)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  if (command.commands.length > 0) command.helpCommand('help [command]', words.cli.helpCommand)
  command.commands.forEach(configure)
}

function program(): Command {
  const root = new Command('icp-prep').description(words.cli.about)
  root.version(version(), '-V, --version', words.cli.version).option('--lang <language>', words.cli.lang)
  for (const add of [addInit, addCheck, addPack, addRules, addSchema]) add(root)
  root.commands.forEach(command => command.addOption(new Option('--lang <language>', words.cli.lang)))
  configure(root)
  root.addHelpText('after', () => `\n${words.cli.exitCodes}\n${words.cli.exits.map(line => `  ${line}`).join('\n')}`)
  return root
}

async function failed(error: unknown): Promise<Outcome> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return { text: '', code: error.exitCode === 0 ? exit.ready : exit.wrongInput }
    const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
    const told = words.cli.wrongCall[error.code]?.(word) ?? error.message
    return { text: '', code: exit.wrongInput, talk: `${told}\n${words.input.tryHelp}` }
  }
  if (error instanceof UserError) return { text: '', code: exit.wrongInput, talk: words.input.problem(error.problem) }
  const { tellInput } = await import('./commands/tell-input.ts')
  const told = tellInput(error, words)
  if (told !== undefined) return { text: '', code: exit.wrongInput, talk: told }
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : []
  const name = error instanceof Error ? error.name : 'unknown'
  return { text: '', code: exit.bug, talk: [words.input.bug(version()), name, ...frames].join('\n') }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? exit.ready)
  throw error
})

try {
  await program().parseAsync(process.argv)
} catch (error) {
  finish(await failed(error))
}
