// A thread's way in, as src/start.ts is the program's: the bundle is compiled already.
import { fileURLToPath } from 'node:url'
import { CachedBundle } from './code-cache.ts'

const thread = new CachedBundle(fileURLToPath(new URL('./app', import.meta.url))).load('./thread.cjs')
if (typeof thread['start'] === 'function') thread['start']()
