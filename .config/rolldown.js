import { defineConfig } from 'rolldown'

const shared = {
  platform: 'node',
  external: ['lcn', 'sharp', /^zxing-wasm/, 'heic-decode', '@hyzyla/pdfium'],
  // ES modules, of which unused parts can be left out.
  resolve: { mainFields: ['module', 'main'] },
}

/** One file for all that a check needs: every further file costs about a millisecond at start-up. */
const check =
  /src\/(facts|conditions|model|report)\/|src\/rules\/(about|changes|check|needs|rule-plan|bound-line|subject-judging|finding|judge|rulebook|select|source|sheet|rule)\.ts|src\/disk\/(filing|read-file|yaml|yaml-mistake|yaml-places|yaml-problem|yaml-tree|compiled-book|places|position|rule-digest)\.ts|src\/commands\/(check|judge-filing|find-filings|malformed|tell-input|changed-rules|open-book|rules-broken)\.ts|node_modules\/(zod|js-yaml|tldts|chalk)\//

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
    input: { cli: 'src/start.ts', 'build-rules': 'src/build-rules.ts', 'make-cache': 'src/make-cache.ts' },
    output: { dir: 'dist', format: 'esm', chunkFileNames: '[name]-[hash].js' },
  },
])
