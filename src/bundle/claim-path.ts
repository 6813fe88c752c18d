/* Which paths a new bag may still take: none that leaves it, none that meets another. */
import { foldedName, pathFault } from './bag-name.ts'
import { WriteRefused } from './write-refused.ts'

/**
 * Remembers every path it is given, so that no two meet on a disk that ignores case or Unicode form. What it returns
 * throws WriteRefused: `unsafe-path`, `colliding-paths`.
 */
export const claimingPaths = (): ((path: string) => void) => {
  const taken = new Map<string, 'file' | 'folder'>()
  return path => {
    const fault = pathFault(path)
    if (fault !== undefined) throw new WriteRefused('unsafe-path', path, fault)
    const parts = foldedName(path).split('/')
    const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
    const file = parts.join('/')
    if (taken.has(file) || folders.some(folder => taken.get(folder) === 'file')) {
      throw new WriteRefused('colliding-paths', path)
    }
    for (const folder of folders) taken.set(folder, 'folder')
    taken.set(file, 'file')
  }
}
