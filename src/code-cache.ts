// The bundled program, compiled once: V8's code cache is made by the build and spares most of a short run's time.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script, constants } from 'node:vm'

type Exports = Record<string, unknown>
type Wrapped = (exports: Exports, require: unknown, module: { exports: Exports }, file: string, folder: string) => void

const cacheOf = (file: string) => `${file}.cache`

/** CommonJS files of one folder, in ASCII; a cache made by another Node is refused by V8 and then simply not used. */
export class CachedBundle {
  readonly #folder: string
  readonly #scripts = new Map<string, Script>()
  readonly #modules = new Map<string, { exports: Exports }>()

  constructor(folder: string) {
    this.#folder = folder
  }

  load(name: string): Exports {
    const file = join(this.#folder, name)
    const known = this.#modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    this.#modules.set(file, module)
    const node = createRequire(file)
    const require = Object.assign((id: string) => (id.startsWith('./') ? this.load(id) : node(id)), node)
    const run: Wrapped = this.#script(file).runInThisContext()
    run(module.exports, require, module, file, dirname(file))
    return module.exports
  }

  #script(file: string): Script {
    const cache = cacheOf(file)
    const script = new Script(
      `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`,
      {
        filename: file,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
      },
    )
    this.#scripts.set(file, script)
    return script
  }

  /** After a run: what was compiled by then, functions called in it included. */
  writeCaches(): void {
    for (const [file, script] of this.#scripts) writeFileSync(cacheOf(file), script.createCachedData())
  }
}
