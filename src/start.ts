// The program's way in: `bin/` imports this file, and the bundle behind it does the rest.
import { fileURLToPath } from 'node:url'
import { CachedBundle } from './code-cache.ts'

const cli = new CachedBundle(fileURLToPath(new URL('./app', import.meta.url))).load('./cli.cjs')
if (typeof cli['start'] === 'function') cli['start']()
