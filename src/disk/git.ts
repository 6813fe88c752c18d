// What a git repository says has changed. git itself is asked, never a shell.
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

export type GitProblemCode = 'no-git' | 'no-repository' | 'no-revision'

export class GitProblem extends Error {
  override readonly name = 'GitProblem'
  readonly code: GitProblemCode
  /** the last line git said */
  readonly detail: string

  constructor(code: GitProblemCode, detail = '') {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** A repository of thousands of filings may have changed in a million places. */
const mostBytes = 1_000_000_000

/**
 * Absolute paths that differ between the work tree and where it parted from the revision: committed or not, new files
 * that are not ignored, and both names of what was renamed.
 * @throws GitProblem
 */
export function changedPaths(revision: string, folder: string): { top: string; paths: readonly string[] } {
  const top = ask(folder, 'no-repository', 'rev-parse', '--show-toplevel').replace(/\r?\n$/, '')
  const base = partedAt(top, commitOf(top, revision))
  const tracked = ask(top, 'no-revision', 'diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', base, '--')
  const fresh = ask(top, 'no-repository', 'ls-files', '--others', '--exclude-standard', '-z')
  const names = `${tracked}${fresh}`.split('\0').filter(name => name !== '')
  return { top, paths: names.map(name => resolve(top, name)) }
}

/** A revision that looks like an option is none. */
function commitOf(top: string, revision: string): string {
  if (revision === '' || revision.startsWith('-')) throw new GitProblem('no-revision')
  return ask(top, 'no-revision', 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`).trim()
}

/** What the other branch did meanwhile is not this one's change. Histories that never met are compared as they are. */
function partedAt(top: string, commit: string): string {
  try {
    return ask(top, 'no-revision', 'merge-base', commit, 'HEAD').trim() || commit
  } catch (error) {
    if (error instanceof GitProblem && error.code === 'no-revision') return commit
    throw error
  }
}

function ask(folder: string, refused: GitProblemCode, ...args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: mostBytes,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') throw new GitProblem('no-git')
    const said = 'stderr' in error ? String(error.stderr) : ''
    throw new GitProblem(refused, said.trim().split('\n').at(-1) ?? '')
  }
}
