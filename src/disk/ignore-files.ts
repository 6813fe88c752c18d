// `.icpignore`: which files and folders are left out, in the syntax of .gitignore; each file rules its own folder.
import type { Ignore } from 'ignore'
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isThere } from './is-there.ts'
import { readTextFile } from './read-file.ts'

export const ignoreName = '.icpignore'

/** Of a few thousand lines. */
const mostBytes = 200_000

/** What the `.icpignore` files from the top of the repository down say; a deeper one has the last word. */
export class IgnoreFiles {
  readonly #workFolder: string
  readonly #matchers = new Map<string, Ignore | undefined>()
  readonly #repositories = new Map<string, string | undefined>()

  /** `workFolder`: where the search for ignore files ends outside a repository */
  constructor(workFolder: string) {
    this.#workFolder = resolve(workFolder)
  }

  /** Is it, or a folder it lies in, left out? */
  async leavesOut(path: string, isFolder: boolean): Promise<boolean> {
    const whole = resolve(path)
    const top = this.#topOf(dirname(whole))
    const parts = relative(top, whole).split(sep)
    for (const [index] of parts.entries()) {
      const isLast = index === parts.length - 1
      const part = join(top, ...parts.slice(0, index + 1))
      if (await this.#isIgnored(part, top, isFolder || !isLast)) return true
    }
    return false
  }

  async #isIgnored(path: string, top: string, isFolder: boolean): Promise<boolean> {
    for (const folder of foldersUp(dirname(path), top)) {
      const matcher = await this.#matcherOf(folder)
      const name = relative(folder, path).split(sep).join('/')
      const said = matcher?.test(isFolder ? `${name}/` : name)
      if (said?.ignored) return true
      if (said?.unignored) return false
    }
    return false
  }

  async #matcherOf(folder: string): Promise<Ignore | undefined> {
    if (!this.#matchers.has(folder)) {
      const file = join(folder, ignoreName)
      this.#matchers.set(folder, isThere(file) ? await matcherFrom(readTextFile(file, mostBytes)) : undefined)
    }
    return this.#matchers.get(folder)
  }

  /** The folder that holds `.git`, else the folder of the run, else the folder itself. */
  #topOf(folder: string): string {
    const isBelow = folder === this.#workFolder || folder.startsWith(this.#workFolder + sep)
    return this.#repositoryOf(folder) ?? (isBelow ? this.#workFolder : folder)
  }

  /** Every folder is looked at once, however many filings lie below it. */
  #repositoryOf(folder: string): string | undefined {
    if (!this.#repositories.has(folder)) {
      const up = dirname(folder)
      const above = () => (up === folder ? undefined : this.#repositoryOf(up))
      this.#repositories.set(folder, existsSync(join(folder, '.git')) ? folder : above())
    }
    return this.#repositories.get(folder)
  }
}

/** A pattern that cannot be one leaves nothing out, as in git. */
async function matcherFrom(text: string): Promise<Ignore> {
  const { default: ignore } = await import('ignore')
  const isPattern = (line: string) => {
    try {
      return ignore().add(line).test('a/b') !== undefined
    } catch {
      return false
    }
  }
  return ignore().add(text.split(/\r?\n/).filter(isPattern))
}

/** The folder and those it lies in, up to the top one. */
function foldersUp(folder: string, top: string): string[] {
  const up = dirname(folder)
  return folder === top || up === folder ? [folder] : [folder, ...foldersUp(up, top)]
}
