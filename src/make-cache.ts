// Build step: runs a check of the example in this process and keeps what V8 compiled for it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CachedBundle } from './code-cache.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'icp-prep-build-'))
const example = readFileSync(here('../rules/examples/enterprise-guangdong/icp.yaml'), 'utf8')
const file = join(work, 'icp.yaml')
writeFileSync(file, example.replace(/\{\{[^}]*\}\}/g, '2030-01-01').replace(/\nmaterials:[^]*/, '\n'))

const bundle = new CachedBundle(here('./app'))
const cli = bundle.load('./cli.cjs')
const run = cli['run']
if (typeof run !== 'function') throw new Error('the bundled program has no run()')
for (const lang of ['zh', 'en']) await run(['--help', '--lang', lang], false)
for (const lang of ['zh', 'en'])
  for (const reporter of ['pretty', 'json']) await run(['check', file, '--lang', lang, '--reporter', reporter], false)
bundle.writeCaches()
rmSync(work, { recursive: true, force: true })
