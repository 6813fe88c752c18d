// What a column of a table is about, from its heading: a path of icp.yaml, or the Chinese or English name of a field.
import type { Path } from '../model/filing.ts'
import { leafPath, leaves } from '../model/leaves.ts'
import { namesOfField } from './field-name.ts'

export const toPath = (written: string): Path => written.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key))

const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase()
const withoutIndices = (path: string) => path.replace(/\.\d+(?=\.|$)/g, '')

/** Names that several fields share lead nowhere. */
function pathsByName(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const shared = new Set<string>()
  for (const path of leaves.keys()) {
    for (const name of new Set(namesOfField(toPath(path))?.map(folded))) {
      const other = found.get(name)
      if (other !== undefined && withoutIndices(other) !== withoutIndices(path)) shared.add(name)
      found.set(name, other ?? path)
    }
  }
  return new Map([...found].filter(([name]) => !shared.has(name)))
}

/** Undefined for a heading that says nothing of a filing. */
export function columnPaths(): (heading: string) => string | undefined {
  const names = pathsByName()
  return heading => (leaves.has(leafPath(heading.trim())) ? heading.trim() : names.get(folded(heading)))
}
