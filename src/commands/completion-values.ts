// Which words an option or an argument takes: read off the rule book and the lists the commands check against.
import { sealAlgorithms } from '../bundle/bag.ts'
import { milestones } from '../model/progress.ts'
import { reporterNames } from '../report/index.ts'
import { compareReporters } from './compare-reporters.ts'
import { shells } from './completion.ts'
import type { Values } from './completion-tree.ts'
import type { Context } from './context.ts'
import { footerReporters } from './footer.ts'
import { kinds } from './rules-new.ts'
import { statusReporters } from './status-reporters.ts'

const words = (all: readonly string[]): Values => ({ is: 'words', words: all })
const list = (all: readonly string[]): Values => ({ is: 'list', words: all })

/** Steps that `--set` takes besides the milestones. */
const otherSteps = ['returned', 'numbers', 'public-security-number']

/** By command and option, or by command and the name of its argument; what is not here is told by its placeholder. */
function known({ book }: Pick<Context, 'book'>): ReadonlyMap<string, () => Values> {
  const { provinces, providers, materials } = book.common
  const sheets = () => ['national', 'fleet', ...provinces, ...providers]
  const rules = () => sheets().flatMap(name => book.sheet(name)?.rules.map(({ id }) => id) ?? [])
  return new Map<string, () => Values>([
    ['--lang', () => words(['zh', 'en'])],
    ['check --reporter', () => words(reporterNames)],
    ['compare --reporter', () => words(Object.keys(compareReporters))],
    ['status --reporter', () => words(Object.keys(statusReporters))],
    ['footer --reporter', () => words(footerReporters)],
    ['compare --provinces', () => list(['all', ...provinces])],
    ['compare --providers', () => list(['all', ...providers])],
    ['pack --algorithm', () => words(sealAlgorithms)],
    ['status --set', () => words([...milestones, ...otherSteps].map(step => `${step}=`))],
    ['attach --as', () => words(Object.keys(materials))],
    ['forms --only', () => list(Object.keys(materials))],
    ['schema name', () => words(['filing', 'sheet'])],
    ['completion shell', () => words(shells)],
    ['rules show sheet', () => words(sheets())],
    ['rules test sheet', () => words(sheets())],
    ['rules explain rule', () => words([...new Set(rules())])],
    ['rules new kind', () => words(kinds)],
  ])
}

const placeholders: Readonly<Record<string, Values['is'] & ('file' | 'folder')>> = {
  dir: 'folder',
  folder: 'folder',
  file: 'file',
  files: 'file',
  path: 'file',
  paths: 'file',
}

/** `path` of the command, `name` of the option or argument, `placeholder` as the help writes it. */
export function valuesOf(context: Pick<Context, 'book'>): (path: string, name: string, placeholder: string) => Values {
  const special = known(context)
  return (path, name, placeholder) =>
    (special.get(`${path} ${name}`) ?? special.get(name))?.() ?? { is: placeholders[placeholder] ?? 'anything' }
}
