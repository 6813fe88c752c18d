// Where a Chinese font lies: in an optional package, beside the work or beside the tool.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

/** A complete Noto Sans SC; its subsets lack characters that are common in names. */
const optionalFont = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

/** The package as installed in the folder the call is made in, else where the tool is; undefined if it is nowhere. */
export function installedFont(): string | undefined {
  for (const from of [resolve('package.json'), import.meta.url]) {
    try {
      return createRequire(from).resolve(optionalFont)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
    }
  }
  return undefined
}
