import { runInNewContext } from 'node:vm'
import { defineConfig, rolldown } from 'rolldown'

const suffixData = await import('../node_modules/tldts/dist/es6/src/data/trie.js')

/** Arrays of numbers and ASCII texts, one after the other, and the expressions that make them again. */
function asBytes(values) {
  const parts = []
  let length = 0
  const expressions = values.map(value => {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from(value.buffer)
    const from = length
    length += Math.ceil(bytes.length / 8) * 8
    parts.push(bytes, Buffer.alloc(length - from - bytes.length))
    return typeof value === 'string'
      ? `bytes.latin1Slice(${from}, ${from + bytes.length})`
      : `new ${value.constructor.name}(bytes.buffer, bytes.byteOffset + ${from}, ${value.length})`
  })
  return { bytes: Buffer.concat(parts), expressions }
}

/** Declares the values by their names, read from a file beside the program. */
function fromFile(file, names, values, declare, emit) {
  const { bytes, expressions } = asBytes(values)
  emit({ type: 'asset', fileName: file, source: bytes })
  return `import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
const bytes = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '${file}'))
${names.map((name, index) => `${declare} ${name} = ${expressions[index]}\n`).join('')}`
}

/** The tables that tldts works out of its data whenever it is loaded. */
function derived(source) {
  const names = ['edgeOffset', 'edgeHash', 'wildcardEdge']
  return { names, values: runInNewContext(`${source}; [${names.join()}]`, { ...suffixData, Uint32Array, Int32Array }) }
}

/** The public suffixes are 30,000 numbers: taken as bytes they are there at once, listed and hashed they cost 20 ms a start. */
const suffixesAsBytes = {
  name: 'suffixes-as-bytes',
  transform: {
    filter: { id: /tldts\/.*\/(data\/trie|suffix-trie)\.js$/ },
    handler(code, id) {
      const emit = asset => this.emitFile(asset)
      if (id.endsWith('data/trie.js')) {
        const all = Object.entries(suffixData)
        const tables = all.filter(([, value]) => typeof value !== 'number')
        const [names, values] = [tables.map(([name]) => name), tables.map(([, value]) => value)]
        const numbers = all.filter(([, value]) => typeof value === 'number')
        return `${fromFile('suffixes.bin', names, values, 'export const', emit)}
${numbers.map(([name, value]) => `export const ${name} = ${value}\n`).join('')}`
      }
      const working = /const numberOfNodes = [^]*?\n}\n(?=\/\/ Result)/.exec(code)
      if (!working) throw new Error('tldts makes its tables in another way: look at .config/rolldown.js')
      const { names, values } = derived(working[0])
      return `${code.replace(working[0], '')}\n${fromFile('suffix-edges.bin', names, values, 'const', emit)}`
    },
  },
}

/** Commander starts other programs only where a command is one; Node's part for that would be loaded at every start. */
const noChildren = {
  name: 'no-children',
  transform: {
    filter: { id: /commander\/lib\/command\.js$/ },
    handler(code) {
      const made = code.replace("require('node:child_process')", '{}')
      if (made === code) throw new Error('commander starts programs in another way: look at .config/rolldown.js')
      return made
    },
  },
}

/** The program says itself whether it writes in colour; what chalk would find out at every start costs more than chalk. */
const noDetection = {
  name: 'no-detection',
  transform: {
    filter: { id: /chalk\/source\/vendor\/supports-color\/index\.js$/ },
    handler: () => 'export default { stdout: false, stderr: false }',
  },
}

/** Tables as data: the filing's shape and the names of facts, worked out at every start, would cost as much as a check. */
const tablesAhead = {
  name: 'tables-ahead',
  transform: {
    filter: { id: /src\/(model\/filing-shape|locales\/fact-names)\.ts$/ },
    async handler(code, id) {
      const alone = await rolldown({ input: id, platform: 'node' })
      const { output } = await alone.generate({ format: 'esm', codeSplitting: false })
      const made = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`)
      return Object.entries(made)
        .map(([name, table]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(table))})\n`)
        .join('')
    },
  },
}

const shared = {
  platform: 'node',
  plugins: [suffixesAsBytes, tablesAhead, noChildren, noDetection],
  external: ['lcn', 'pdfkit', 'sharp', /^zxing-wasm/, 'heic-decode', '@hyzyla/pdfium', 'sax'],
  // ES modules, of which unused parts can be left out.
  resolve: { mainFields: ['module', 'main'] },
}

/** One file for all that a check needs: every further file costs about a millisecond at start-up. */
const check =
  /src\/(facts|conditions|model\/(?!(field|filing|shape-of|known-keys|material|leaves)\.ts))|src\/report\/(?!(json|json-filing|filing-data|gathered|ndjson|sarif|rule-help|junit|github|gitlab|markdown|alert|fingerprint|baseline)\.ts)|src\/rules\/(about|changes|check|needs|rule-plan|bound-line|scans|subject-judging|finding|judge|rulebook|select|source|step|rule)\.ts|src\/disk\/(filing|is-there|folder-busy|read-file|ignore-files|yaml|yaml-mistake|yaml-places|yaml-problem|yaml-tree|compiled-book|book-files|packed-tables|packed-sheet|places|position)\.ts|src\/commands\/(check|judge-found|judge-filing|find-filings|outputs|passes|many-options|shard|with-known|write-reports|whole-number|refused-by-system|malformed|tell-input|open-book|rules-broken)\.ts|node_modules\/(js-yaml|tldts|chalk)\//

/** A script compiled ahead makes Node warn at its first import(): what is not bundled is required instead. */
const required = {
  name: 'required',
  renderChunk: code =>
    code.replaceAll(
      /\bimport\(([`'"])([@\w][^`'"$]*)\1\)/g,
      (_, __, name) => `Promise.resolve().then(() => (it => ({ ...it, default: it }))(require('${name}')))`,
    ),
}

/** Scripts are read as Latin-1, which needs no decoding: every other character is written as an escape. */
const asAscii = {
  name: 'as-ascii',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replace(/[^\0-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  },
}

export default defineConfig([
  {
    ...shared,
    input: { cli: 'src/cli.ts', thread: 'src/thread.ts', 'bench-judging': 'src/bench-judging.ts' },
    plugins: [...shared.plugins, required, asAscii],
    // CommonJS, because only that can be compiled ahead (src/code-cache.ts).
    output: {
      dir: 'dist/app',
      format: 'cjs',
      // Packages left outside are required: from a compiled script, Node warns of import().
      dynamicImportInCjs: false,
      minify: true,
      cleanDir: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: {
        groups: [
          {
            name: 'start',
            test: /src\/(commands\/(outcome|user-error)|model\/(visible|mask|long-numbers|filing-problem))\.ts/,
            priority: 2,
          },
          { name: 'check', test: check, priority: 1 },
        ],
      },
    },
  },
  {
    ...shared,
    input: { library: 'src/library.ts', 'build-rules': 'src/build-rules.ts', 'make-cache': 'src/make-cache.ts' },
    output: { dir: 'dist', format: 'esm', chunkFileNames: '[name].js' },
  },
  {
    ...shared,
    // CommonJS too: Node's loader of ES modules takes longer to start than the program.
    input: { start: 'src/start.ts' },
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
  {
    ...shared,
    // By itself: what it shares with the program's start would be one more file to open there.
    input: { 'start-thread': 'src/start-thread.ts' },
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
  {
    ...shared,
    // Loaded by Node itself, so that its import() is Node's own.
    input: { 'import-module': 'src/import-module.ts' },
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
])
