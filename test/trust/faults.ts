// Rounds with one fault of the disk each, and what must be true after every one of them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { run } from './program.ts'

export type Scenario = {
  readonly args: readonly string[]
  /** the call after it, which clears up what a fault left; the same again if not given */
  readonly next?: readonly string[]
  /** files that change together or not at all: the beginnings of their paths */
  readonly together: readonly (readonly string[])[]
  /** tells of what was found, the fault too: it is written whole, with another content */
  readonly report?: string
  /** calls up to the last on one of these files; all calls if not given */
  readonly until?: RegExp
}

const state = z.record(z.string(), z.string())
const call = z.object({ name: z.string(), file: z.string(), site: z.string(), halves: z.boolean() })
const round = z.object({
  at: z.number(),
  how: z.string(),
  status: z.number().optional(),
  stdout: z.string(),
  stderr: z.string(),
  thrown: z.string().optional(),
  files: state,
  left: z.array(z.string()),
  /** the world where something was left, to be called in again */
  again: z.string().optional(),
  fault: z.object({ name: z.string(), file: z.string() }).optional(),
  before: state.optional(),
  calls: z.array(call).optional(),
})
type Round = z.infer<typeof round>
type Call = z.infer<typeof call>

const program = fileURLToPath(new URL('fault-rounds.cjs', import.meta.url))

/** `folder`: holds `template`, the world as each round finds it. */
function played(
  folder: string,
  { args, next = args }: Scenario,
  rounds: readonly { at: number; how: string }[],
): Round[] {
  const own = mkdtempSync(join(folder, 'rounds-'))
  const into = join(own, 'told.ndjson')
  writeFileSync(into, '')
  const inEnglish = (words: readonly string[]) => [...words, '--lang', 'en']
  const plan = { template: join(folder, 'template'), world: join(own, 'world'), rounds, into }
  const input = JSON.stringify({ ...plan, args: inEnglish(args), next: inEnglish(next) })
  const { status, stderr } = spawnSync(process.execPath, [program], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the rounds ended with ${status}\n${stderr}`)
  const lines = readFileSync(into, 'utf8').trim().split('\n')
  return lines.map(line => tidied(round.parse(JSON.parse(line)), inEnglish(next)))
}

/** What is named for the process of the rounds is left over only once that has ended. */
function tidied(told: Round, next: readonly string[]): Round {
  if (told.again === undefined) return told
  run(next, { cwd: told.again, env: { TMPDIR: join(told.again, 'tmp') } })
  const left = readdirSync(told.again, { recursive: true, encoding: 'utf8' }).filter(path => !isSeen(path))
  return { ...told, left: left.filter(path => path !== 'tmp') }
}

const reading = ['EIO', 'EACCES', 'EMFILE']
const writing = ['ENOSPC', ...reading]
const writes =
  /^(?:write|append|fsync|fdatasync|mkdir|rename|link|symlink|copy|rm|unlink|open|close|truncate|ftruncate|chmod)/

/** Places tried in any scenario so far. */
const seen = new Set<string>()

/** One code for each place in the program that calls the disk; `all`: every call with every code. */
function roundsFor(calls: readonly Call[], all: boolean): { at: number; how: string }[] {
  return calls.flatMap(({ name, site, halves }, index) => {
    const place = `${name} ${site}`
    if (!all && seen.has(place)) return []
    seen.add(place)
    if (name === 'existsSync') return [{ at: index + 1, how: 'EIO' }]
    const codes = writes.test(name) ? writing : reading
    const picked = all ? codes : codes.slice(index % codes.length).slice(0, 1)
    return [...picked, ...(halves ? ['SHORT'] : [])].map(how => ({ at: index + 1, how }))
  })
}

const isSeen = (path: string) => !/(?:^|\/)\.|^tmp(?:\/|$)/.test(path)
/** Every sealing has a key of its own: only the length is the same. */
const sameness = (path: string, look: string | undefined) => (path.endsWith('.age') ? look?.replace(/ \w+$/, '') : look)
const reason =
  /may not be read|disk is full|no permission|could not read or write|cannot be read|did not confirm|does not exist|not a folder|there is no/

function complaints(fault: Round, before: Round['files'], whole: Round, { together, report }: Scenario): string[] {
  const { files, status, stdout, stderr, thrown, left } = fault
  const after = whole.files
  const all = [...new Set([before, after, files].flatMap(Object.keys))].filter(path => isSeen(path) && path !== report)
  const isLike = (path: string, other: Round['files']) => sameness(path, files[path]) === sameness(path, other[path])
  const half = all.filter(path => !isLike(path, before) && !isLike(path, after))
  const torn = together.filter(starts => {
    const paths = all.filter(path => starts.some(start => path === start || path.startsWith(`${start}/`)))
    const isFolder = (path: string) => files[path]?.endsWith('folder') === true
    return ![before, after].some(other => paths.every(path => isFolder(path) || isLike(path, other)))
  })
  const isSame = status === whole.status && stdout === whole.stdout
  const isWhole = all.every(path => isLike(path, after))
  const isTold = reason.test(`${stdout}${stderr}`) && !/\.icp-prep-|\.(?:new|old|gone)-\w/.test(`${stdout}${stderr}`)
  return [
    ...half.map(path => `${path} is neither what it was nor what it was to be`),
    ...torn.map(starts => `${starts.join(', ')}: a part of it`),
    ...left.map(path => `${path} stays`),
    ...(thrown === undefined && /^ +at /m.test(stderr) ? ['a stack'] : []),
    ...(thrown === undefined ? [] : [thrown]),
    ...(status !== 2 && !(isSame && isWhole) ? [`ends with ${status}`] : []),
    ...(status === 2 && !isSame && !isTold ? ['not told why'] : []),
  ]
}

/** @returns how many rounds there were, and what was wrong after any of them */
export function afterEachFault(folder: string, scenario: Scenario, all: boolean): { rounds: number; wrong: unknown[] } {
  const [whole] = played(folder, scenario, [{ at: 0, how: '' }])
  if (!whole?.calls || !whole.before) throw new Error('nothing was recorded')
  const { before, calls } = whole
  const { until } = scenario
  const last = until ? calls.findLastIndex(({ file }) => until.test(file)) + 1 : calls.length
  const rounds = roundsFor(calls.slice(0, last), all)
  const wrong = played(folder, scenario, rounds).flatMap(each => {
    const found = each.fault ? complaints(each, before, whole, scenario) : []
    return found.length === 0 ? [] : [{ at: each.at, how: each.how, fault: each.fault, found, told: each.stderr }]
  })
  return { rounds: rounds.length, wrong }
}
