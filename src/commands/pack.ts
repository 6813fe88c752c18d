// `icp-prep pack`: judge the filing, plan its bundle, write it. Refuses no filing, but says loudly what is missing.
import { dirname } from 'node:path'
import { BundleRefused } from '../bundle/bundle-refused.ts'
import { readTextFile } from '../disk/read-file.ts'
import { parseFiling } from '../disk/filing.ts'
import type { Context } from './context.ts'
import { filingIn } from './filing-in.ts'
import { filingLimit, idLookup, report } from './judge-filing.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import type { Judged } from './packing.ts'
import { shapeOf, type Shape, type ShapeOptions } from './pack-shape.ts'
import { tellUnreadable } from './tell-input.ts'
import { refusalOf, writeBundle } from './write-bundle.ts'

export type PackOptions = ShapeOptions & {
  readonly force: boolean
  /** file of a Chinese font for the forms */
  readonly font?: string
  /** whoever calls has just told how ready the filing is */
  readonly isReported?: true
}

/** @throws UserError for a folder without filing, a bundle that is there already, a disk that takes nothing */
export async function packCommand(dir: string, options: PackOptions, context: Context): Promise<Outcome> {
  try {
    const file = filingIn(dir)
    return await packFiling(file, await shapeOf(file, options), options, context)
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    const { tellRefused } = await import('./tell-refused.ts')
    return { text: '', code: exit.wrongInput, talk: tellRefused(error.problem, context.words) }
  }
}

async function packFiling(file: string, shape: Shape, options: PackOptions, context: Context): Promise<Outcome> {
  try {
    const judged = await judge(file, context)
    if (typeof judged === 'string') return { text: '', code: exit.wrongInput, talk: judged }
    const { packingOf } = await import('./packing.ts')
    const { plan } = await import('../bundle/plan.ts')
    const { formsToPack, tellUnprinted } = await import('./pack-forms.ts')
    const { talk, ...forms } = await formsToPack(judged.reported, options.font, context)
    const packing = { ...packingOf(judged, shape.algorithm, context), ...(forms.count > 0 ? { forms } : {}) }
    const bundle = plan(packing)
    const count = await writeBundle(bundle, packing, shape, options.force, context)
    const { told } = await import('./told-packed.ts')
    const { tellOutside } = await import('./outside-files.ts')
    const { filing } = judged.reported
    const outside = tellOutside(filing, dirname(file), judged.files, context.words)
    const said = [...outside, ...talk, ...tellUnprinted(packing, dirname(file))].join('\n')
    return {
      text: told(shape, bundle, packing, count, options.isReported === true),
      code: packing.ready ? exit.ready : exit.findings,
      ...(said === '' ? {} : { talk: said }),
    }
  } catch (error) {
    const talk = tellUnreadable(error, file, context.words)
    if (talk === undefined) throw refusalOf(error, shape.target) ?? error
    return { text: '', code: exit.wrongInput, talk }
  }
}

/** A text: every mistake of form, which leaves nothing to pack. */
async function judge(file: string, context: Context): Promise<Judged | string> {
  const text = readTextFile(file, filingLimit)
  const read = parseFiling(text, idLookup(context))
  if (read.is === 'malformed') return tellMalformed(file, read.problems, context.words)
  const { materialFiles } = await import('./material-files.ts')
  const files = await materialFiles(read.filing, dirname(file))
  return { text, files, reported: await report(file, read, context) }
}
