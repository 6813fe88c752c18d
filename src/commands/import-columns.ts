// Which column of a table goes where: what the mapping says, else what the heading says itself.
import { readTextFile } from '../disk/read-file.ts'
import { readYaml, type Tree } from '../disk/yaml.ts'
import { columnPaths } from '../locales/column-paths.ts'
import type { ImportProblem } from '../locales/import-words.ts'
import { leafPath, leaves } from '../model/leaves.ts'
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'
import { filingLimit } from './judge-filing.ts'
import { UserError } from './user-error.ts'

export type Mapping = {
  /** heading → path; '' for a column that is left out */
  readonly columns: ReadonlyMap<string, string>
  readonly defaults: ReadonlyMap<string, string>
  readonly folder: string | undefined
}

export const refusal = (problem: ImportProblem) => new UserError({ code: 'import', problem })
export const shown = (text: string) => visible(maskNumbers(text))
const noMapping: Mapping = { columns: new Map(), defaults: new Map(), folder: undefined }

/** @throws UserError for what is no mapping of texts */
function textsIn(tree: Tree | undefined, name: string): ReadonlyMap<string, string> {
  if (tree === undefined || tree === null) return new Map()
  if (typeof tree === 'string' || Array.isArray(tree)) throw refusal({ code: 'map-shape', name })
  return new Map(
    Object.entries(tree).map(([key, value]) => {
      if (value !== null && typeof value !== 'string') throw refusal({ code: 'map-shape', name: shown(key) })
      return [key.trim(), value?.trim() ?? '']
    }),
  )
}

/** @throws UserError, FileProblem, YamlProblem */
export function readMapping(file: string | undefined): Mapping {
  if (file === undefined) return noMapping
  const { tree } = readYaml(readTextFile(file, filingLimit))
  if (tree === null || typeof tree === 'string' || Array.isArray(tree))
    throw refusal({ code: 'map-shape', name: shown(file) })
  const top = new Map<string, Tree>(Object.entries(tree))
  for (const key of top.keys()) {
    if (!['columns', 'defaults', 'folder'].includes(key)) throw refusal({ code: 'map-shape', name: shown(key) })
  }
  const columns = textsIn(top.get('columns'), 'columns')
  const defaults = textsIn(top.get('defaults'), 'defaults')
  for (const path of [...columns.values(), ...defaults.keys()]) {
    if (path !== '' && !leaves.has(leafPath(path))) throw refusal({ code: 'no-path', name: shown(path) })
  }
  const folder = top.get('folder') ?? undefined
  if (folder !== undefined && typeof folder !== 'string') throw refusal({ code: 'map-shape', name: 'folder' })
  return { columns, defaults, folder: folder?.trim() || undefined }
}

/** The path of every column, '' where it has none; the mapping goes before guesses. @throws UserError for wrong headings */
export function pathsOf(headings: readonly string[], { columns, folder }: Mapping): readonly string[] {
  const twice = headings.find((heading, index) => heading !== '' && headings.indexOf(heading) !== index)
  if (twice !== undefined) throw refusal({ code: 'twice', heading: shown(twice) })
  const asked = [...columns].filter(([, path]) => path !== '').map(([heading]) => heading)
  const absent = [...asked, ...(folder === undefined ? [] : [folder])].find(heading => !headings.includes(heading))
  if (absent !== undefined) throw refusal({ code: 'no-column', name: shown(absent) })
  const guess = columnPaths()
  const mapped = new Set(columns.values())
  const guessed = (heading: string) => {
    const path = guess(heading) ?? ''
    return mapped.has(path) ? '' : path
  }
  return headings.map(heading => columns.get(heading) ?? guessed(heading))
}

const isRepeat = (path: string, index: number, paths: readonly string[]) => path !== '' && paths.indexOf(path) !== index

/** Of several columns for one path the first; the others are left for the user to decide. */
export const firstOnly = (paths: readonly string[]): readonly string[] =>
  paths.map((path, index) => (isRepeat(path, index, paths) ? '' : path))

/** @throws UserError where two columns are for one path */
export function withoutRepeats(paths: readonly string[]): readonly string[] {
  const name = paths.find(isRepeat)
  if (name !== undefined) throw refusal({ code: 'same-path', name })
  return paths
}
