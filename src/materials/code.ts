// The code on a licence against what was typed.
import { isSameText } from '../model/fold.ts'
import type { Typed } from './compare-text.ts'
import { readLicenceCode } from './licence-code.ts'
import { doubtful, type Seen } from './problem.ts'
import { readCodes } from './qr.ts'
import type { Raster } from './raster.ts'

export async function codeProblems(image: Raster, typed: Typed): Promise<Seen[]> {
  if (!typed.number && typed.name === undefined) return []
  const { number, name } = readLicenceCode(await readCodes(image))
  const isOtherNumber = number !== undefined && typed.number && !isSameText(number, typed.number.value)
  const isOtherName = name !== undefined && typed.name !== undefined && !isSameText(name, typed.name)
  return [
    ...(isOtherNumber ? [doubtful('code-number', number, typed.number.value)] : []),
    ...(isOtherName ? [doubtful('code-name', name, typed.name)] : []),
  ]
}
