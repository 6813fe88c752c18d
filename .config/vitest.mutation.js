import { defineConfig } from 'vitest/config'

/** Every mutant is a run of its own: its test files share what they load. */
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, isolate: false } })
