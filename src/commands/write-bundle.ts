// A planned bundle onto the disk, in the shape asked for.
import { bagContent } from '../bundle/bag-content.ts'
import type { Packing } from '../bundle/packing.ts'
import type { Bundle } from '../bundle/plan.ts'
import { WriteRefused, type WriteRefusal } from '../bundle/write-refused.ts'
import type { Context } from './context.ts'
import type { Shape } from './pack-shape.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

/** @returns how many files the bundle has. @throws WriteRefused, the system's own errors */
export async function writeBundle(
  { files }: Bundle,
  packing: Packing,
  { target, is, recipients, algorithm }: Shape,
  replace: boolean,
  context: Context,
): Promise<number> {
  const { today, version, whenStopped = () => () => undefined } = context
  const info = { baggingDate: today, externalIdentifier: packing.id, softwareAgent: `icp-prep ${version}` }
  if (is === 'folder') {
    const { writeBag } = await import('../bundle/write-bag.ts')
    return writeBag(target, files, info, { replace, algorithm }).length
  }
  const { zipBag } = await import('../bundle/zip-bag.ts')
  const { writeArchive } = await import('../bundle/write-archive.ts')
  const { sealFor } = await import('../bundle/seal.ts')
  const zip = zipBag(bagContent(files, info, algorithm), { day: today, algorithm })
  await writeArchive(target, is === 'sealed' ? sealFor(recipients, zip) : zip, { replace, whenStopped })
  return files.length + tagFiles
}

/** bagit.txt, bag-info.txt and the two manifests. */
const tagFiles = 4

type Refusal = 'exists' | 'not-a-folder' | 'not-a-file' | 'not-a-bundle' | 'being-written' | 'unconfirmed' | 'missing'

const refusals: Partial<Record<WriteRefusal, Refusal>> = {
  'target-exists': 'exists',
  'target-not-a-folder': 'not-a-folder',
  'target-not-a-file': 'not-a-file',
  'not-a-bag': 'not-a-bundle',
  'another-writer': 'being-written',
  unconfirmed: 'unconfirmed',
  'source-not-a-file': 'missing',
}

/** Where the disk, its owner or what is there already stands in the way. */
export function refusalOf(error: unknown, target: string): UserError | undefined {
  if (!(error instanceof WriteRefused)) return refusedBySystem(error, target)
  const code = refusals[error.code]
  return code && new UserError({ code, path: code === 'missing' ? error.path : target })
}
