// From the paths of a call to the files behind them: files, and what lies right in a folder.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Inputs = {
  readonly files: readonly string[]
  /** a folder was given, or several files */
  readonly areSeveral: boolean
  /** folders inside the given ones, which are not gone into */
  readonly passedOver: number
}

/** In the order given, a folder's files by name; hidden ones and icp.yaml are left out. What does not exist stays in. */
export function inputsOf(paths: readonly string[]): Inputs {
  const found = paths.map(path => (isFolder(path) ? filesIn(path) : { files: [path], passedOver: 0 }))
  const files = [...new Set(found.flatMap(each => each.files))]
  return {
    files,
    areSeveral: files.length > 1 || paths.some(isFolder),
    passedOver: found.reduce((sum, { passedOver }) => sum + passedOver, 0),
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

function filesIn(folder: string): Omit<Inputs, 'areSeveral'> {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !/\.ya?ml$|^(thumbs\.db|desktop\.ini)$/i.test(name))
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
  return {
    files: entries.filter(entry => !entry.isDirectory()).map(({ name }) => join(folder, name)),
    passedOver: entries.filter(entry => entry.isDirectory()).length,
  }
}
