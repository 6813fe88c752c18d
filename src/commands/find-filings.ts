// From the paths of a call to the filings behind them: files, folders, bundles, folders of either.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from './user-error.ts'

export type Found = { readonly file: string; readonly bag?: string }

const skipped = new Set(['node_modules', '.git'])
const deepest = 8

/** @throws UserError where a path does not exist or a folder holds no filing */
export function findFilings(paths: readonly string[]): Found[] {
  return paths.flatMap(path => {
    if (!existsSync(path)) throw new UserError({ code: 'missing', path })
    if (!statSync(path).isDirectory()) return [{ file: path }]
    const found = inFolder(path, 0)
    if (found.length === 0) throw new UserError({ code: 'no-filing', path })
    return found
  })
}

/** A bundle's filing lies in its payload; whether it may be trusted is verified before it is read. */
function inFolder(folder: string, depth: number): Found[] {
  if (existsSync(join(folder, 'bagit.txt'))) return [{ file: join(folder, 'data', 'icp.yaml'), bag: folder }]
  const own = existsSync(join(folder, 'icp.yaml')) ? [{ file: join(folder, 'icp.yaml') }] : []
  if (own.length > 0 || depth >= deepest) return own
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !skipped.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(entry => inFolder(join(folder, entry.name), depth + 1))
}
