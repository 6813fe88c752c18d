// From the paths of a call to the filings behind them: files, folders, bundles, folders of either, patterns of these.
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { IgnoreFiles } from '../disk/ignore-files.ts'
import { isThere } from '../disk/is-there.ts'
import { UserError } from './user-error.ts'

/** `bag`: the folder of the bundle the filing lies in; `archive`: the file that holds one, `.zip` or sealed `.age`. */
export type Found = { readonly file: string; readonly bag?: string; readonly archive?: string }

/** What is told of it goes by this name. */
export const shownOf = ({ file, bag, archive }: Found): string => archive ?? bag ?? file

/** Archives are opened where the call names them; a folder of them is no folder of filings. */
const archives = /\.(?:zip|age)$/i
/** `*.zip`, `*.{zip,age}`: any other pattern that happens to match an archive does not mean it. */
const asksForArchives = /\.[^./]*(?:zip|age)[^./]*$/i

/** `ignored`: what an .icpignore left out, as far as it was come upon. */
export type Search = { readonly found: readonly Found[]; readonly ignored: readonly string[] }

const skipped = new Set(['node_modules', '.git'])
const deepest = 8

/**
 * In the order of the paths, each filing once. `mayFindNothing`: an empty folder is no mistake.
 * @throws UserError where a path does not exist, a pattern matches nothing or a folder holds no filing
 */
export async function findFilings(paths: readonly string[], mayFindNothing = false): Promise<Search> {
  const ignoring = new IgnoreFiles('.')
  const walk: Walk = { ignoring, found: new Map(), ignored: [] }
  for (const path of paths) {
    if (isThere(path)) await take(path, walk, mayFindNothing)
    else for (const each of await matching(path)) await take(each, walk, true)
  }
  return { found: [...walk.found.values()], ignored: walk.ignored }
}

type Walk = { readonly ignoring: IgnoreFiles; readonly found: Map<string, Found>; readonly ignored: string[] }

async function take(path: string, walk: Walk, mayFindNothing: boolean): Promise<void> {
  const isFolder = statSync(path).isDirectory()
  if (await walk.ignoring.leavesOut(path, isFolder)) {
    walk.ignored.push(path)
    return
  }
  if (!isFolder) return keep(archives.test(path) ? { file: path, archive: path } : { file: path }, walk)
  const before = walk.found.size + walk.ignored.length
  const seen = await inFolder(path, 0, walk)
  if (!seen && !mayFindNothing && walk.found.size + walk.ignored.length === before) {
    throw new UserError({ code: 'no-filing', path })
  }
}

function keep(found: Found, { found: all }: Walk): void {
  const key = resolve(found.file)
  if (!all.has(key)) all.set(key, found)
}

/** A bundle's filing lies in its payload; whether it may be trusted is verified before it is read. */
async function inFolder(folder: string, depth: number, walk: Walk): Promise<boolean> {
  const own = ownFiling(folder)
  if (own) {
    if (await walk.ignoring.leavesOut(own.file, false)) walk.ignored.push(own.file)
    else keep(own, walk)
    return true
  }
  if (depth >= deepest) return false
  let seen = false
  for (const name of foldersIn(folder)) {
    const path = join(folder, name)
    if (await walk.ignoring.leavesOut(path, true)) walk.ignored.push(path)
    else seen = (await inFolder(path, depth + 1, walk)) || seen
  }
  return seen
}

function ownFiling(folder: string): Found | undefined {
  if (isThere(join(folder, 'bagit.txt'))) return { file: join(folder, 'data', 'icp.yaml'), bag: folder }
  return isThere(join(folder, 'icp.yaml')) ? { file: join(folder, 'icp.yaml') } : undefined
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !skipped.has(entry.name))
    .map(entry => entry.name)
    .sort()

/** Only a shell that knows no `**`, or a quoted pattern, leaves it to us. */
async function matching(pattern: string): Promise<string[]> {
  if (!/[*?[\]{}()!]/.test(pattern)) throw new UserError({ code: 'missing', path: pattern })
  const { glob } = await import('tinyglobby')
  const options = {
    absolute: isAbsolute(pattern),
    onlyFiles: false,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  }
  const matches = await glob(sep === '\\' ? pattern.replaceAll('\\', '/') : pattern, options)
  const useful = matches
    .map(match => match.replace(/\/$/, ''))
    .filter(
      match => isFolderAt(match) || /\.ya?ml$/.test(match) || (archives.test(match) && asksForArchives.test(pattern)),
    )
  if (useful.length === 0) throw new UserError({ code: 'no-match', got: pattern })
  return useful.map(bundleOf).sort()
}

const isFolderAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** A pattern finds the filing inside a bundle too; the bundle is what must verify. */
function bundleOf(path: string): string {
  const payload = dirname(path)
  const isPayload = basename(path) === 'icp.yaml' && basename(payload) === 'data'
  return isPayload && isThere(join(dirname(payload), 'bagit.txt')) ? dirname(payload) : path
}
