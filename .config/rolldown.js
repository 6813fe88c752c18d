import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { cli: 'src/cli.ts', 'build-rules': 'src/build-rules.ts', 'bench-judging': 'src/bench-judging.ts' },
  platform: 'node',
  external: ['inquirer', /^@inquirer\//, 'lcn'],
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    chunkFileNames: 'chunk-[name]-[hash].js',
    cleanDir: true,
    // One file for all that a check needs: every further file costs about a millisecond at start-up.
    codeSplitting: {
      groups: [
        { name: 'start', test: /src\/commands\/(outcome|user-error)/, priority: 2 },

        {
          name: 'check',
          test: /src\/(facts|conditions|rules|model|report)\/|src\/disk\/(filing|read-file|yaml|compiled-book|places|position)|src\/commands\/(check|judge-filing|find-filings|malformed|tell-input|changed-sheets)|node_modules\/(zod|js-yaml|tldts|chalk)/,
        },
      ],
    },
  },
})
