// Of the found filings those that a change since a git revision may have touched.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { parseFiling } from '../disk/filing.ts'
import { changedPaths, GitProblem } from '../disk/git.ts'
import { readTextFile } from '../disk/read-file.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import { filingLimit, idLookup } from './judge-filing.ts'
import { filesNamedIn } from './material-files.ts'
import { UserError } from './user-error.ts'

/**
 * A filing is touched where its file, anything in its folder or a file it names changed; all are where the rules of
 * one's own did. What lies outside the repository may always have changed.
 * @throws UserError where there is no git, no repository or no such revision
 */
export function changedSince(
  revision: string,
  found: readonly Found[],
  ownRules: string | undefined,
  context: Context,
): readonly Found[] {
  const { top, paths } = askGit(revision)
  const changed = new Changes(paths)
  if (ownRules !== undefined && changed.within(real(ownRules))) return found
  return found.filter(each => {
    const folder = real(each.bag ?? each.archive ?? dirname(each.file))
    const isOutside = folder !== top && !folder.startsWith(`${top}${sep}`)
    return isOutside || changed.within(folder) || filesOf(each.file, context).some(file => changed.within(file))
  })
}

function askGit(revision: string): { top: string; paths: readonly string[] } {
  try {
    const { top, paths } = changedPaths(revision, '.')
    return { top: real(top), paths }
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error
    throw new UserError({ code: error.code, got: revision, detail: error.detail })
  }
}

/** Changed files and every folder they lie in. */
class Changes {
  readonly #all = new Set<string>()
  readonly #files: ReadonlySet<string>

  constructor(paths: readonly string[]) {
    this.#files = new Set(paths)
    for (const path of paths) {
      for (let at = path; !this.#all.has(at); at = dirname(at)) this.#all.add(at)
    }
  }

  /** Did it, or something in it, change? A submodule changes as a whole. */
  within(path: string): boolean {
    if (this.#all.has(path)) return true
    for (let at = path; dirname(at) !== at; at = dirname(at)) if (this.#files.has(at)) return true
    return false
  }
}

/** The files a filing names, as far as it can be read: one that cannot changed when it broke. */
function filesOf(file: string, context: Context): string[] {
  try {
    const read = parseFiling(readTextFile(file, filingLimit), idLookup(context))
    if (read.is === 'malformed') return []
    return [...filesNamedIn(read.filing)].map(name => real(resolve(dirname(file), name)))
  } catch {
    return []
  }
}

/** git names files by where they really are; of what is gone the folder is looked up. */
function real(path: string): string {
  const whole = resolve(path)
  if (existsSync(whole)) return realpathSync(whole)
  const up = dirname(whole)
  return up === whole ? whole : resolve(real(up), whole.slice(up.length).replace(/^[\\/]+/, ''))
}
