/* Names in an archive that would meet on some disk: the same, in another case, in another Unicode form. */
import type { BundleProblem } from '../model/bundle-problem.ts'
import { foldedName } from './bag-name.ts'

type Taken = { readonly name: string; readonly is: 'file' | 'folder' }

const clash = (name: string, earlier: Taken, is: Taken['is']): BundleProblem | undefined => {
  if (earlier.is !== is) return { code: 'name-is-folder', path: name }
  if (earlier.name === name) return is === 'file' ? { code: 'name-twice', path: name } : undefined
  const isForm = earlier.name.normalize('NFC') === name.normalize('NFC')
  return { code: isForm ? 'name-form' : 'name-case', path: name, detail: earlier.name }
}

/** What it returns is given one name after the other, a folder's with a slash at its end, and tells the first clash. */
export const clashingNames = (): ((name: string) => BundleProblem | undefined) => {
  const taken = new Map<string, Taken>()
  const take = (name: string, is: Taken['is']): BundleProblem | undefined => {
    const folded = foldedName(name)
    const earlier = taken.get(folded)
    if (earlier) return clash(name, earlier, is)
    taken.set(folded, { name, is })
    return undefined
  }
  return name => {
    const isFolder = name.endsWith('/')
    const parts = name.replace(/\/$/, '').split('/')
    for (let length = 1; length < parts.length; length += 1) {
      const problem = take(parts.slice(0, length).join('/'), 'folder')
      if (problem) return problem
    }
    return take(parts.join('/'), isFolder ? 'folder' : 'file')
  }
}
