// What `pack` is to write: a folder, an archive or a sealed archive; where; for whom; with which checksums.
import { dirname, join } from 'node:path'
import { sealAlgorithms, type SealAlgorithm } from '../bundle/bag.ts'
import { BundleRefused } from '../bundle/bundle-refused.ts'
import { readTextFile } from '../disk/read-file.ts'
import { UserError } from './user-error.ts'

export type ShapeOptions = {
  /** the folder or archive to write; `bundle`, `bundle.zip` or `bundle.zip.age` beside the filing if not given */
  readonly out?: string
  readonly zip?: boolean
  /** `age1…` */
  readonly sealTo?: readonly string[]
  /** files with a recipient a line */
  readonly sealToFiles?: readonly string[]
  /** of the checksums; sha256 if not given */
  readonly algorithm?: string
}

export type Shape = {
  readonly target: string
  readonly is: 'folder' | 'archive' | 'sealed'
  readonly recipients: readonly string[]
  readonly algorithm: SealAlgorithm
}

/** No list of recipients comes near this size. */
const recipientsLimit = 1_000_000

const isAlgorithm = (name: string): name is SealAlgorithm => sealAlgorithms.some(known => known === name)

/** @throws UserError, BundleRefused for recipients nothing can be sealed for, FileProblem for their files */
export async function shapeOf(filing: string, options: ShapeOptions): Promise<Shape> {
  const { algorithm = 'sha256' } = options
  if (!isAlgorithm(algorithm))
    throw new UserError({ code: 'wrong-option', option: '--algorithm', got: algorithm, known: sealAlgorithms })
  const recipients = await recipientsIn(options)
  const is = isIn(options, recipients)
  return { is, target: targetOf(filing, is, options.out), recipients, algorithm }
}

function isIn({ zip, out = '' }: ShapeOptions, recipients: readonly string[]): Shape['is'] {
  if (recipients.length > 0) return 'sealed'
  if (/\.age$/i.test(out)) throw new BundleRefused({ code: 'recipients-missing', path: out })
  return zip === true || /\.zip$/i.test(out) ? 'archive' : 'folder'
}

/** An archive is named for what it is: `.zip`, sealed `.zip.age`. */
function targetOf(filing: string, is: Shape['is'], out = join(dirname(filing), 'bundle')): string {
  if (is === 'folder') return out
  const stem = out.replace(/\.age$/i, '').replace(/\.zip$/i, '')
  return `${stem}.zip${is === 'sealed' ? '.age' : ''}`
}

async function recipientsIn({ sealTo = [], sealToFiles = [] }: ShapeOptions): Promise<string[]> {
  if (sealTo.length === 0 && sealToFiles.length === 0) return []
  const { keysIn, recipientsOf } = await import('../bundle/seal.ts')
  const inFiles = sealToFiles.flatMap(path => {
    const keys = keysIn(readTextFile(path, recipientsLimit), path)
    if (keys.length === 0) throw new BundleRefused({ code: 'recipients-empty', path })
    return keys
  })
  return recipientsOf([...sealTo.map(key => ({ key })), ...inFiles])
}
