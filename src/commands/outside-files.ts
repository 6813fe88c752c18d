// Files that a filing names outside its folder: whoever wrote it may mean any file of this computer.
import { resolve } from 'node:path'
import { leadsOutside } from '../disk/leads-outside.ts'
import type { Words } from '../locales/index.ts'
import type { Filing } from '../model/filing.ts'
import { visible } from '../model/visible.ts'
import { fileAt, filesNamedIn, type materialFiles } from './material-files.ts'

type Taken = Awaited<ReturnType<typeof materialFiles>>

/** A line for every such file: whether it was taken. */
export function tellOutside(filing: Filing, folder: string, taken: Taken, { pages }: Words): string[] {
  return [...filesNamedIn(filing)]
    .filter(name => fileAt(folder, name) !== undefined && leadsOutside(resolve(folder, name), folder))
    .map(name => pages.packed[taken.has(name) ? 'fromOutside' : 'leftOutside'](visible(name)))
}
