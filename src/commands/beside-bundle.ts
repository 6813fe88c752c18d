// The filing a bundle was packed from, where it still lies beside it: does it say the same, are its files the same?
import { dirname } from 'node:path'
import { findAlgorithm, hashFile } from '../bundle/hash-file.ts'
import { movedFiles, slotsOf } from '../bundle/slots.ts'
import { setAnswer } from '../disk/edit-yaml.ts'
import { FileProblem, readTextFile } from '../disk/read-file.ts'
import { parseFiling } from '../disk/filing.ts'
import { YamlProblem } from '../disk/yaml-problem.ts'
import type { ChangedFile } from '../report/since-packed.ts'
import type { Context } from './context.ts'
import { filingLimit, idLookup } from './judge-filing.ts'
import { materialFiles } from './material-files.ts'

/** `sums`: of the bundle's payload; `filingText`: its icp.yaml. */
export type Packed = {
  readonly sums: ReadonlyMap<string, string>
  readonly algorithm: string
  readonly filingText: string
}

/** Undefined where no filing lies there, or none that can be read: that is no fault of the bundle. */
export async function changedBeside(
  beside: string,
  packed: Packed,
  context: Context,
): Promise<ChangedFile[] | undefined> {
  try {
    const text = readTextFile(beside, filingLimit)
    const read = parseFiling(text, idLookup(context))
    if (read.is === 'malformed') return undefined
    const { filing } = read
    const files = await materialFiles(filing, dirname(beside))
    const slots = slotsOf(filing, context.book.common.materials, name => files.get(name))
    const asPacked = movedFiles(filing, slots).reduce((edited, { field, path }) => setAnswer(edited, field, path), text)
    const sources = slots.flatMap(({ path, source }) => (source === undefined ? [] : [{ path, source }]))
    return [
      ...(asPacked === packed.filingText ? [] : [{ path: 'icp.yaml', is: 'replaced' } as const]),
      ...changedMaterials(sources, packed),
    ]
  } catch (error) {
    if (error instanceof FileProblem || error instanceof YamlProblem) return undefined
    throw error
  }
}

type Source = { readonly path: string; readonly source: string }

/** By what the files hold: one more paper gives the others new numbers, and changes none of them. */
function changedMaterials(sources: readonly Source[], { sums, algorithm }: Packed): ChangedFile[] {
  const known = findAlgorithm(algorithm)
  if (known === undefined) return []
  const now = sources.map(each => ({ ...each, sum: hashFile(each.source, [known])[0] ?? '' }))
  const inBundle = new Set(sums.values())
  const here = new Set(now.map(({ sum }) => sum))
  const fresh = now.filter(({ sum }) => !inBundle.has(sum))
  const stale = [...sums].filter(([path, sum]) => path.startsWith('materials/') && !here.has(sum))
  const paths = new Set(fresh.map(({ path }) => path))
  const gone = new Set(stale.map(([path]) => path))
  return [
    ...[...gone].map(path => ({ path, is: paths.has(path) ? ('replaced' as const) : ('removed' as const) })),
    ...fresh.filter(({ path }) => !gone.has(path)).map(({ source }) => ({ path: source, is: 'added' as const })),
  ]
}
