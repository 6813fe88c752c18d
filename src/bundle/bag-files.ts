/* What really lies in a bag's folder; nothing is opened and no link is followed. */
import { lstatSync, readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { bagProblem, type BagProblem } from '../model/bag-problem.ts'
import { errorCode } from './hash-file.ts'

/** Path relative to the bag, with slashes → bytes. `refused` are links, devices and what could not be listed. */
export type BagFiles = {
  payload: Map<string, number>
  tags: Map<string, number>
  refused: Set<string>
  hasData: boolean
  problems: BagProblem[]
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1)

const refuse = (found: BagFiles, problem: BagProblem & { path: string }): void => {
  found.refused.add(problem.path)
  found.problems.push(problem)
}

const addFile = (found: BagFiles, bag: string, path: string): void => {
  try {
    const files = path.startsWith('data/') ? found.payload : found.tags
    files.set(path, lstatSync(join(bag, path)).size)
  } catch (error) {
    // Above all a name that is no UTF-8: it comes out of the listing spoilt, and no such file is found.
    refuse(found, { ...bagProblem('unreadable', { detail: errorCode(error) }), path })
  }
}

/** Takes note of one entry; returns it when it is a folder to look into. */
const addEntry = (found: BagFiles, bag: string, child: Dirent, path: string): string[] => {
  if (child.isDirectory()) return [path]
  if (child.isFile()) addFile(found, bag, path)
  else refuse(found, { ...bagProblem(child.isSymbolicLink() ? 'symlink' : 'special-file'), path })
  return []
}

const listFolder = (found: BagFiles, bag: string, folder: string): string[] => {
  try {
    return readdirSync(join(bag, folder), { withFileTypes: true })
      .toSorted(byName)
      .flatMap(child => addEntry(found, bag, child, folder === '' ? child.name : `${folder}/${child.name}`))
  } catch (error) {
    refuse(found, { ...bagProblem('unreadable', { detail: errorCode(error) }), path: folder })
    return []
  }
}

export const listBag = (bag: string): BagFiles => {
  const found: BagFiles = { payload: new Map(), tags: new Map(), refused: new Set(), hasData: false, problems: [] }
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    found.hasData ||= folder === 'data'
    for (const child of listFolder(found, bag, folder).toReversed()) folders.push(child)
  }
  return found
}
