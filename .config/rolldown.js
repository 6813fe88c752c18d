import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { cli: 'src/cli.ts', 'build-rules': 'src/build-rules.ts' },
  platform: 'node',
  external: ['inquirer', /^@inquirer\//, 'lcn'],
  output: {
    dir: 'dist',
    format: 'esm',
    minify: { compress: true, mangle: false, codegen: true },
    chunkFileNames: 'chunk-[name]-[hash].js',
    cleanDir: true,
  },
})
