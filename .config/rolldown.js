import { defineConfig } from 'rolldown'

const numbers = /new (Uint8Array|Uint16Array)\(\[([\d,\s]*)\]\)/g

/** The public suffixes are 30,000 numbers: read from base64 they are there at once, as a list they cost 10 ms a start. */
const suffixesAsBytes = {
  name: 'suffixes-as-bytes',
  transform: {
    filter: { id: /tldts\/.*\/data\/trie\.js$/ },
    handler: code =>
      code.replace(numbers, (_, type, list) => {
        const Numbers = type === 'Uint8Array' ? Uint8Array : Uint16Array
        const base64 = Buffer.from(Numbers.from(JSON.parse(`[${list}]`)).buffer).toString('base64')
        return `new ${type}(new Uint8Array(Buffer.from('${base64}', 'base64')).buffer)`
      }),
  },
}

const shared = {
  platform: 'node',
  plugins: [suffixesAsBytes],
  external: ['lcn', 'sharp', /^zxing-wasm/, 'heic-decode', '@hyzyla/pdfium'],
  // ES modules, of which unused parts can be left out.
  resolve: { mainFields: ['module', 'main'] },
}

/** One file for all that a check needs: every further file costs about a millisecond at start-up. */
const check =
  /src\/(facts|conditions|model)\/|src\/report\/(?!(json|ndjson|sarif|rule-help|junit|github|gitlab|markdown|alert|fingerprint|baseline)\.ts)|src\/rules\/(about|changes|check|needs|rule-plan|bound-line|subject-judging|finding|judge|rulebook|select|source|sheet|rule)\.ts|src\/disk\/(filing|read-file|ignore-files|yaml|yaml-mistake|yaml-places|yaml-problem|yaml-tree|compiled-book|places|position)\.ts|src\/commands\/(check|judge-found|judge-filing|find-filings|outputs|passes|whole-number|refused-by-system|malformed|tell-input|open-book|rules-broken)\.ts|node_modules\/(zod|js-yaml|tldts|chalk)\//

export default defineConfig([
  {
    ...shared,
    input: { cli: 'src/cli.ts', 'bench-judging': 'src/bench-judging.ts' },
    // CommonJS, because only that can be compiled ahead (src/code-cache.ts).
    output: {
      dir: 'dist/app',
      format: 'cjs',
      minify: true,
      cleanDir: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: {
        groups: [
          { name: 'start', test: /src\/commands\/(outcome|user-error)/, priority: 2 },
          { name: 'check', test: check, priority: 1 },
        ],
      },
    },
  },
  {
    ...shared,
    input: { 'build-rules': 'src/build-rules.ts', 'make-cache': 'src/make-cache.ts' },
    output: { dir: 'dist', format: 'esm', chunkFileNames: '[name]-[hash].js' },
  },
  {
    ...shared,
    // CommonJS too: Node's loader of ES modules takes longer to start than the program.
    input: { start: 'src/start.ts' },
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs' },
  },
])
