// A reader of text that the person at the command line names: the only code of others that is ever run.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TextReader } from '../materials/text-reader.ts'
import { UserError } from './user-error.ts'

type Importing = { readonly importModule: (specifier: string) => Promise<unknown> }

/**
 * @param module a file, or a package installed in the folder of the run or beside this program
 * @throws UserError
 */
export async function openReader(module: string): Promise<TextReader> {
  const refused = (is: 'missing' | 'no-reader' | 'broken') =>
    new UserError({ code: 'text-reader', problem: { is, module } })
  const specifier = specifierOf(module)
  if (specifier === undefined) throw refused('missing')
  // Beside the compiled program, which cannot import by itself.
  const { importModule }: Importing = createRequire(import.meta.url)('../import-module.cjs')
  let loaded: unknown
  try {
    loaded = await importModule(specifier)
  } catch (error) {
    throw refused(specifier === module && isNotFound(error) ? 'missing' : 'broken')
  }
  const reader = readerIn(loaded)
  if (!reader) throw refused('no-reader')
  return reader
}

const isPath = (module: string) => /^(\.{0,2}[/\\]|[A-Za-z]:)|\.[cm]?js$/.test(module)

/** A package may export itself to `import` alone, which only `import()` finds: then its bare name. */
function specifierOf(module: string): string | undefined {
  const file = resolve(module)
  if (isPath(module)) return existsSync(file) ? pathToFileURL(file).href : undefined
  try {
    return pathToFileURL(createRequire(resolve('package.json')).resolve(module)).href
  } catch {
    return module
  }
}

const isNotFound = (error: unknown) =>
  error instanceof Error && 'code' in error && /MODULE_NOT_FOUND|INVALID_(MODULE|URL)/.test(String(error.code))

/** `read` itself, or a default export that has it; CommonJS may wrap it once more. */
function readerIn(loaded: unknown, depth = 0): TextReader | undefined {
  if (isReader(loaded)) return { read: image => loaded.read(image) }
  const isWrapped = typeof loaded === 'object' && loaded !== null && 'default' in loaded
  return isWrapped && depth < 2 ? readerIn(loaded.default, depth + 1) : undefined
}

const isReader = (found: unknown): found is TextReader =>
  typeof found === 'object' && found !== null && 'read' in found && typeof found.read === 'function'
