// How the program is called: arguments, names of files, and what is set around it.
import * as fc from 'fast-check'
import type { Case } from './case.ts'
import type { Surface } from './fuzz.ts'
import { names, noise, words } from './hostile.ts'
import { call, reported, reporters, smallFiling, soundFiling, soundSheet } from './worlds.ts'

const commands = [
  'init',
  'check',
  'attach',
  'forms',
  'pack',
  'status',
  'footer',
  'compare',
  'import',
  'schema',
  'completion',
  'help',
  '',
]
const rulesCommands = ['list', 'show', 'explain', 'stale', 'diff', 'new', 'help', '']

/** Of two seconds each: these read all shipped sheets. */
const calledFor: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...commands).map(name => [name]) },
  { weight: 1, arbitrary: fc.constantFrom(...rulesCommands).map(name => ['rules', name]) },
)

const options: Readonly<Record<string, readonly string[]>> = {
  all: [
    '--lang',
    '--help',
    '-h',
    '-V',
    '--version',
    '--',
    '-',
    '--no-lang',
    '--__proto__',
    '-x',
    '--constructor',
    '--lang=zh=en',
  ],
  init: ['--answers', '--example', '--on', '--rules'],
  check: [
    '--reporter',
    '--output',
    '--on',
    '--shard',
    '--jobs',
    '--identity',
    '--strict',
    '--max-warnings',
    '--ahead',
    '--changed-since',
    '--baseline',
    '--write-baseline',
    '--rules',
    '--notes',
    '--show-personal',
  ],
  attach: ['--as', '--of', '--dir', '--watermark', '--dry-run', '--on', '--rules'],
  forms: ['--out', '--font', '--only', '--force', '--on', '--rules'],
  pack: ['--out', '--force', '--zip', '--seal-to', '--seal-to-file', '--algorithm', '--font', '--on', '--rules'],
  status: ['--set', '--reporter', '--on', '--rules'],
  footer: ['--number', '--public-security', '--reporter'],
  compare: ['--provinces', '--providers', '--reporter', '--on', '--rules'],
  import: ['--map', '--out', '--write-map'],
  rules: ['--rules', '--days'],
  completion: ['bash', 'zsh', 'fish', '--words', '--rules'],
}

const known = fc.constantFrom(
  'icp.yaml',
  '.',
  'a.png',
  't.csv',
  'own',
  'none',
  'out',
  'out.json',
  '..',
  '../case',
  '/dev/null',
  '/dev/zero',
  '/proc/self/environ',
  '/',
  '/etc/x',
  'zh',
  'en',
  '2026-12-01',
  '2026-02-30',
  '9999-12-31',
  '1/2',
  '0/0',
  '3/2',
  '1/99999999999',
  '0',
  '1',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  'Infinity',
  'business-licence',
  'id-card-front',
  'principal',
  'services.0.lead',
  'services.99999999.lead',
  'guangdong',
  'aliyun',
  'all',
  'all,all',
  'national',
  'national/domain-name',
  'submitted=2026-12-01',
  'numbers=粤ICP备99000001号',
  '=',
  'submitted',
  '粤ICP备99000001号-1',
  'sha512',
  'json:out.json',
  'sarif:',
  ':',
  'html',
  'text',
  'ics',
  'filing',
  'sheet',
  'HEAD',
  '--upload-pack=x',
  '-',
  '--',
  '**',
  '{a,b}{c,d}',
  '[',
  '!(',
  `${'{a,'.repeat(30)}${'}'.repeat(30)}`,
  `${'*a'.repeat(30)}b`,
  `${'**/'.repeat(30)}x`,
  '@(a|b)+(c)',
  '$HOME',
  '~',
  ...reporters,
)
const value = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: names },
)

const world: Case['files'] = [
  ['icp.yaml', smallFiling],
  ['t.csv', 'provider,province\naliyun,广东\n'],
  [
    'a.png',
    {
      hex: '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082',
    },
  ],
  ['own/mine.yaml', soundSheet],
  ['rules/mine.yaml', soundSheet],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/icp.yaml', smallFiling],
]

/** NUL cannot be an argument of a process. */
const sayable = (text: string) => text.replaceAll('\0', '')

/** What a path of its own choice names may lie anywhere: it was asked for. */
const calls: Surface = {
  name: 'arguments',
  share: 100,
  calls: calledFor.chain(command => {
    const own = [...(options[command[0] ?? ''] ?? []), ...(options['all'] ?? [])]
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...own), value).map(pair => [...pair]) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...own), value).map(([name, given]) => [`${name}=${given}`]) },
      { weight: 2, arbitrary: value.map(each => [each]) },
      { weight: 1, arbitrary: fc.constantFrom(...own).map(each => [each]) },
    )
    return fc
      .tuple(fc.array(part, { maxLength: 5 }), noise)
      .map(([parts, stdin]) =>
        call([...command, ...parts.flat()].filter(each => each !== '').map(sayable), world, { stdin }),
      )
  }),
}

const bytes = fc.oneof(
  { weight: 4, arbitrary: names },
  {
    weight: 1,
    arbitrary: fc.constantFrom('fffe', 'c328', 'd3aad2b5', 'eda080', '8030', '1b5b324aff').map(hex => ({ hex })),
  },
)

const named: readonly ((name: string) => readonly string[])[] = [
  () => ['check', '.'],
  () => ['status', '.'],
  () => ['check', '**'],
  () => ['attach', '.', '--dry-run'],
  name => ['check', name],
  name => ['check', `./${name}/icp.yaml`],
  name => ['check', 'icp.yaml', '--output', `./${name}.txt`],
  name => ['status', `./${name}`],
  name => ['compare', `./${name}`],
  name => ['pack', `./${name}`, '--out', `./${name}.bundle`],
  () => ['pack', '.', '--out', 'b', '--zip'],
  name => ['attach', `./${name}.png`, '--as', 'business-licence'],
  name => ['attach', `./${name}.png`],
  name => ['forms', `./${name}`, '--out', `./${name}.forms`],
  name => ['import', `./${name}.csv`, '--out', `./${name}`],
]

const fileNames: Surface = {
  name: 'file-names',
  share: 90,
  calls: fc
    .tuple(bytes, fc.constantFrom(...named), reported, fc.boolean(), fc.boolean())
    .map(([name, args, told, isFolder, isLinked]) => {
      const shown = typeof name === 'string' ? name : Buffer.from(name.hex, 'hex').toString()
      const made = args(shown)
      const takes = made[0] === 'check' ? told : told.slice(0, made[0] === 'import' ? 2 : 4)
      const hex = Buffer.from(typeof name === 'string' ? name : Buffer.from(name.hex, 'hex')).toString('hex')
      const ending = (text: string) => ({ hex: `${hex}${Buffer.from(text).toString('hex')}` })
      const filing = `${smallFiling}materials:\n  - { is: business-licence, file: ${JSON.stringify(`${shown}.png`)} }\n`
      return call(
        [...made, ...takes],
        [
          ['icp.yaml', filing],
          [ending(isFolder ? '/icp.yaml' : '.yaml'), filing],
          [ending('.png'), 'no picture'],
          [ending('.csv'), `sponsor.name,folder\n${JSON.stringify(shown)},${JSON.stringify(shown)}\n`],
        ],
        isLinked
          ? {
              links: [
                ['link', '/etc'],
                ['loop', '.'],
                ['gone', 'nowhere'],
              ],
            }
          : {},
      )
    }),
}

const set = (...values: readonly (string | null)[]) => fc.constantFrom(...values, null)
const surroundings = fc.record({
  LANG: set('', 'C', 'zh_CN.UTF-8', 'zh', 'xx', '\u001B[31m', 'zh'.repeat(5000), 'en_US.GBK'),
  LC_ALL: set('', 'POSIX', 'zh_TW'),
  HOME: set('', '/nowhere', 'relative', '/dev/null'),
  TERM: set('dumb', '', 'xterm-256color', '\u001B'),
  COLUMNS: set('0', '1', '-1', 'x', '99999999999', '1e9', ''),
  LINES: set('0', 'x'),
  NO_COLOR: set('', '1'),
  FORCE_COLOR: set('', '0', '1', '3', 'x', '-1'),
  CI: set('true', ''),
  GITHUB_WORKSPACE: set('', '/', '.', '/nowhere', '\u0001'),
  GITHUB_STEP_SUMMARY: set('', 'summary.md', 'none/summary.md', '.'),
  CI_PROJECT_DIR: set('/', 'x'),
  TZ: set('', 'Nowhere/None', 'Pacific/Kiritimati', ':/etc/passwd'),
  SOURCE_DATE_EPOCH: set('0', 'x', '-1', '99999999999999'),
})

const environment: Surface = {
  name: 'environment',
  share: 50,
  calls: fc
    .tuple(
      surroundings,
      fc.constantFrom<(readonly string[])[]>(
        ['--help'],
        ['check', 'icp.yaml'],
        ['check', 'icp.yaml', '--reporter', 'github'],
        ['status', '.'],
        ['compare', '.'],
        ['init'],
        ['pack', '.', '--out', 'b'],
        ['footer', '.'],
        ['schema'],
        ['check', 'icp.yaml', '--reporter', 'markdown'],
        ['check', 'none'],
        ['x'],
      ),
    )
    .map(([env, args]) =>
      call(
        args,
        [
          ['icp.yaml', soundFiling],
          ['rules/mine.yaml', soundSheet],
        ],
        { env },
      ),
    ),
}

export const callSurfaces: readonly Surface[] = [calls, fileNames, environment]
