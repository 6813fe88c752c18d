// The call of `icp-prep footer`: its argument and options.
import { Option, type Command } from 'commander'
import { collected } from './options.ts'
import type { Shell } from './shell.ts'

type FooterFlags = { number?: string[]; publicSecurity?: string; reporter: string }

export function addFooter(root: Command, shell: Shell): void {
  const { words } = shell
  root
    .command('footer')
    .description(words.cli.footer)
    .argument('[dir]', words.cli.footerDir)
    .option('--number <number>', words.cli.footerNumber, collected)
    .option('--public-security <number>', words.cli.footerSecurity)
    .addOption(new Option('--reporter <name>', words.cli.footerReporter).default('html'))
    .action(async (dir: string | undefined, { number = [], publicSecurity, reporter }: FooterFlags) => {
      const { footerCommand } = await import('../commands/footer.ts')
      shell.finish(footerCommand(dir ?? '.', { number, publicSecurity, reporter }, await shell.context()))
    })
}
