// `icp-prep pack`: judge the filing, plan its bundle, write it. Refuses no filing, but says loudly what is missing.
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Bundle } from '../bundle/plan.ts'
import type { Packing } from '../bundle/packing.ts'
import { WriteRefused, type WriteRefusal } from '../bundle/write-refused.ts'
import { readTextFile } from '../disk/read-file.ts'
import { parseFiling } from '../disk/filing.ts'
import type { Context } from './context.ts'
import { filingLimit, idLookup, report } from './judge-filing.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import type { Judged } from './packing.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { shellWord } from './shell-word.ts'
import { tellUnreadable } from './tell-input.ts'
import { UserError } from './user-error.ts'

/** `out`: the bundle's folder, `<dir>/bundle` if not given; `personal`: identity numbers unmasked in the checklist too. */
export type PackOptions = {
  readonly out?: string
  readonly force: boolean
  readonly personal?: boolean
  /** whoever calls has just told how ready the filing is */
  readonly isReported?: true
}

/** @throws UserError for a folder without filing, a bundle that is there already, a disk that takes nothing */
export async function packCommand(dir: string, options: PackOptions, context: Context): Promise<Outcome> {
  const file = filingIn(dir)
  const target = options.out ?? join(dirname(file), 'bundle')
  try {
    const judged = await judge(file, context)
    if (typeof judged === 'string') return { text: '', code: exit.wrongInput, talk: judged }
    const { packingOf } = await import('./packing.ts')
    const { plan } = await import('../bundle/plan.ts')
    const packing = packingOf(judged, options.personal ?? false, context)
    const bundle = plan(packing)
    const count = await write(target, bundle, packing, options.force, context)
    return { text: told(target, bundle, packing, count, options), code: packing.ready ? exit.ready : exit.findings }
  } catch (error) {
    const talk = tellUnreadable(error, file, context.words)
    if (talk === undefined) throw refusalOf(error, target) ?? error
    return { text: '', code: exit.wrongInput, talk }
  }
}

function filingIn(path: string): string {
  if (!existsSync(path)) throw new UserError({ code: 'missing', path })
  if (!statSync(path).isDirectory()) return path
  const file = join(path, 'icp.yaml')
  if (!existsSync(file)) throw new UserError({ code: 'no-filing', path })
  return file
}

/** A text: every mistake of form, which leaves nothing to pack. */
async function judge(file: string, context: Context): Promise<Judged | string> {
  const text = readTextFile(file, filingLimit)
  const read = parseFiling(text, idLookup(context))
  if (read.is === 'malformed') return tellMalformed(file, read.problems, context.words)
  const { materialFiles } = await import('./material-files.ts')
  const files = await materialFiles(read.filing, dirname(file))
  return { text, files, reported: await report(file, read, context) }
}

async function write(target: string, { files }: Bundle, packing: Packing, replace: boolean, context: Context) {
  const { writeBag } = await import('../bundle/write-bag.ts')
  const info = {
    baggingDate: context.today,
    externalIdentifier: packing.id,
    softwareAgent: `icp-prep ${context.version}`,
  }
  return writeBag(target, files, info, { replace }).length
}

/** As many as one glance takes in. */
const shortList = 5

function told(
  target: string,
  { missing }: Bundle,
  { summary, words }: Packing,
  count: number,
  { isReported }: PackOptions,
): string {
  const { packed } = words.pages
  const rest = missing.length > shortList ? [packed.andMore(missing.length - shortList)] : []
  return [
    packed.written(target, count),
    ...(isReported ? [] : [summary]),
    ...(missing.length > 0 ? [packed.missing([...missing.slice(0, shortList), ...rest])] : []),
    packed.see(join(target, 'data', 'checklist.html')),
    packed.verify(`icp-prep check ${shellWord(target)}`),
  ].join('\n')
}

const refusals: Partial<
  Record<WriteRefusal, 'exists' | 'not-a-folder' | 'not-a-bundle' | 'being-written' | 'missing'>
> = {
  'target-exists': 'exists',
  'target-not-a-folder': 'not-a-folder',
  'not-a-bag': 'not-a-bundle',
  'another-writer': 'being-written',
  'source-not-a-file': 'missing',
}

/** Where the disk, its owner or what is there already stands in the way. */
function refusalOf(error: unknown, target: string): UserError | undefined {
  if (!(error instanceof WriteRefused)) return refusedBySystem(error, target)
  const code = refusals[error.code]
  return code && new UserError({ code, path: code === 'missing' ? error.path : target })
}
