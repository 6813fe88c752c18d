// Manifest and lock file as if there were no tools for development: `npm sbom --omit dev` would leave out what these need too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = 'production'] = process.argv.slice(2)
const read = name => JSON.parse(readFileSync(name, 'utf8'))
const isInstalled = ([, { dev }]) => dev !== true

const { devDependencies: _tools, scripts: _scripts, ...manifest } = read('package.json')
const lock = read('package-lock.json')
const { devDependencies: _their, ...root } = lock.packages['']
const packages = { ...Object.fromEntries(Object.entries(lock.packages).filter(isInstalled)), '': root }

mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
