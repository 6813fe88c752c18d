// What is shipped and what it stands on: the package's files, the packages it needs, what these may do and under which licence.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const packed = z
  .array(z.object({ files: z.array(z.object({ path: z.string(), mode: z.number() })) }))
  .transform(([first]) => first?.files ?? [])

/** Without its scripts: a build in the middle of the tests would pull the program from under them. */
const files = packed.parse(
  JSON.parse(spawnSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], { encoding: 'utf8' }).stdout),
)

describe('the package', () => {
  it('holds the program, what it was built to, the rules and who may do what with it', () => {
    const others = files.filter(({ path }) => !/^(?:bin|dist|rules)\//.test(path)).map(({ path }) => path)
    expect(others).toEqual(['LICENSE', 'README.md', 'package.json'])
    expect(files.length).toBeGreaterThan(100)
  })

  it('holds no file of a kind that is not needed to run it', () => {
    const kinds = new Set(
      files
        .filter(({ path }) => !/^(?:LICENSE|bin\/)/.test(path))
        .map(({ path }) => path.replace(/^.*?\.(?=d\.ts$)|^.*\.(?!ts$)/, '')),
    )
    const needed = ['bin', 'cache', 'cjs', 'd.ts', 'jpg', 'js', 'json', 'md', 'pdf', 'png', 'words', 'yaml']
    expect([...kinds].filter(kind => !needed.includes(kind))).toEqual([])
  })

  it('holds nothing hidden, no test, no source and no map of it', () => {
    const odd = files.filter(({ path }) =>
      /(^|\/)\.|\.test\.|(^|\/)test\/|(?<!\.d)\.ts$|\.map$|\.env|\.pem$|\.key$|\.tgz$/.test(path),
    )
    expect(odd).toEqual([])
  })

  it('knows no user of the machine it was built on', () => {
    const home = homedir()
    const naming = files.filter(({ path }) => readFileSync(path).includes(Buffer.from(`${home}/`)))
    expect(naming.map(({ path }) => path)).toEqual([])
  })

  it('has one file to run, and none that others may write to', () => {
    expect(files.filter(({ mode }) => (mode & 0o111) !== 0).map(({ path }) => path)).toEqual(['bin/icp-prep.js'])
    expect(files.filter(({ mode }) => (mode & 0o022) !== 0)).toEqual([])
  })
})

const manifest = z
  .object({
    license: z.string(),
    engines: z.object({ node: z.string() }),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    peerDependencies: z.record(z.string(), z.string()),
    peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean() })),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

const lockedPackage = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  /** of tools, or of packages that are optional */
  devOptional: z.boolean().optional(),
  optional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  link: z.boolean().optional(),
})
const { packages, lockfileVersion } = z
  .object({ lockfileVersion: z.number(), packages: z.record(z.string(), lockedPackage) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))

const locked = Object.entries(packages).filter(([place]) => place !== '')
const shipped = locked.filter(([, { dev }]) => dev !== true)

describe('the lock file', () => {
  it('pins every package to its bytes', () => {
    expect(lockfileVersion).toBe(3)
    const loose = locked.filter(
      ([, { version, integrity }]) => version === undefined || !integrity?.startsWith('sha512-'),
    )
    expect(loose.map(([place]) => place)).toEqual([])
  })

  it('takes nothing from a repository, a folder or an address of its own', () => {
    const elsewhere = locked.filter(([, { resolved, link }]) => link === true || resolved !== undefined)
    expect(elsewhere.map(([place]) => place)).toEqual([])
  })

  it('has no package that runs something when it is installed', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([place]) => place)).toEqual([])
  })

  it('belongs to this manifest', () => {
    const { dependencies } = z
      .object({ packages: z.object({ '': z.object({ dependencies: z.record(z.string(), z.string()) }) }) })
      .parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages['']
    expect(dependencies).toEqual(manifest.dependencies)
  })
})

/** Taking part in an MIT program asks for no more than to be named; libvips (LGPL) is a library of its own that sharp loads. */
const allowed = /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|PSF-2\.0|CC0-1\.0)(?: OR [\w.-]+\)?)?$/
const lgpl = /^node_modules\/@img\/sharp-/

/** Licence files that no field of the manifest names. */
const read: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' }

function licenceOf(place: string, license: string | undefined): string {
  const said = read[place]
  if (license !== undefined || said === undefined) return license ?? 'unknown'
  const text = existsSync(join(place, 'LICENSE')) ? readFileSync(join(place, 'LICENSE'), 'utf8') : ''
  return said === 'MIT' && /Permission is hereby granted, free of charge/.test(text) ? said : 'unknown'
}

const bill = z.object({ components: z.array(z.object({ purl: z.string() })) })

describe('the licences', () => {
  it('of all that is installed with it allow what it does', () => {
    const others = shipped
      .map(([place, { license }]) => ({ place, licence: licenceOf(place, license) }))
      .filter(
        ({ place, licence }) => !allowed.test(licence) && !(lgpl.test(place) && /LGPL-3\.0-or-later/.test(licence)),
      )
    expect(others).toEqual([])
    expect(shipped.length).toBeGreaterThan(50)
  })

  it('of its own is the one it names', () => {
    expect(manifest.license).toBe('MIT')
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^MIT License[^]*Permission is hereby granted, free of charge/)
  })

  it('come with every package in the bill of materials that npm writes', () => {
    const call = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx']
    const { stdout, status } = spawnSync('npm', call, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    expect(status).toBe(0)
    const { components } = bill.parse(JSON.parse(stdout))
    const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)))
    const required = shipped.filter(([, { optional }]) => optional !== true)
    const missing = required.filter(
      ([place, { version }]) => !listed.has(`pkg:npm/${place.replace(/^.*node_modules\//, '')}@${version}`),
    )
    expect(missing.map(([place]) => place)).toEqual([])
  })
})

describe('the installation', () => {
  it('refuses a Node that the program was not tried with', () => {
    expect(manifest.engines.node).toMatch(/^>=20\.\d+$/)
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^engine-strict=true$/m)
  })

  it('runs nothing on the computer of who installs the package', () => {
    const hooks = Object.keys(manifest.scripts).filter(name =>
      /^(?:pre|post)?install$|^(?:pre|post)prepare$/.test(name),
    )
    expect(hooks).toEqual([])
  })

  it('brings no package that is asked for only where somebody wants it', () => {
    const asked = Object.keys(manifest.peerDependencies)
    expect(asked.filter(name => manifest.peerDependenciesMeta[name]?.optional !== true)).toEqual([])
    expect(asked.filter(name => name in manifest.dependencies)).toEqual([])
  })

  it('puts nothing at the top of the repository but what belongs there', () => {
    const tracked = spawnSync('git', ['ls-files'], { encoding: 'utf8' }).stdout.trim().split('\n')
    const top = [...new Set(tracked.map(path => path.split('/')[0] ?? ''))].filter(name => !name.startsWith('.'))
    const expected = [
      'LICENSE',
      'README.md',
      'bin',
      'package-lock.json',
      'package.json',
      'rules',
      'src',
      'test',
      'tsconfig.json',
    ]
    expect(top.sort()).toEqual(expected)
    expect(readdirSync('bin').filter(name => statSync(join('bin', name)).isDirectory())).toEqual([])
  })
})

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesIn(path)
    return sum + lstatSync(path).size
  }, 0)

it('what is installed with the package and the package itself take no more than 80 MB', () => {
  const there = shipped.filter(([place, { devOptional }]) => devOptional !== true && existsSync(place))
  const required = shipped.filter(([, { optional }]) => optional !== true)
  expect(required.filter(([place]) => !existsSync(place)).map(([place]) => place)).toEqual([])
  const own = files.reduce((sum, { path }) => sum + statSync(path).size, 0)
  const all = there.reduce((sum, [place]) => sum + bytesIn(place), own)
  expect(all).toBeGreaterThan(10_000_000)
  expect(all).toBeLessThanOrEqual(80_000_000)
})

describe('the list of licences', () => {
  it('names every package that is installed, in its version, with its licence', () => {
    const rows = [
      ...readFileSync('.github/THIRD-PARTY.md', 'utf8').matchAll(/^\| ([^ ]+)(?: \\\*)? +\| ([^ ]+) +\| (.+?) +\|$/gm),
    ]
    const listed = rows.slice(1).map(([, name, version, licence]) => `${name} ${version} ${licence}`)
    const expected = shipped.map(
      ([place, { version, license }]) =>
        `${place.replace(/^.*node_modules\//, '')} ${version} ${licenceOf(place, license)}`,
    )
    expect(new Set(listed.filter(row => !row.startsWith('---')))).toEqual(new Set(expected))
  })

  it('comes in the package with the texts of the licences', () => {
    expect(files.map(({ path }) => path)).toContain('dist/third-party-licences.md')
    const text = readFileSync('dist/third-party-licences.md', 'utf8')
    const without = shipped.filter(
      ([place, { version }]) => !text.includes(`## ${place.replace(/^.*node_modules\//, '')} ${version} (`),
    )
    expect(without.map(([place]) => place)).toEqual([])
    expect(
      text.match(/Permission is hereby granted|Permission to use, copy|Apache License|LGPL|Redistribution and use/g)
        ?.length,
    ).toBeGreaterThan(60)
  })
})

const workflow = z
  .object({
    permissions: z.object({}),
    jobs: z.object({
      release: z.object({
        permissions: z.record(z.string(), z.string()),
        steps: z.array(
          z.object({ id: z.string().optional(), uses: z.string().optional(), run: z.string().optional() }),
        ),
      }),
    }),
  })
  .parse(parse(readFileSync('.github/workflows/release.yml', 'utf8')))
const { release } = workflow.jobs

describe('a release', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'icp-prep-release-'))
  afterAll(() => rmSync(checkout, { recursive: true, force: true }))
  const scriptOf = (id: string) => release.steps.find(step => step.id === id)?.run ?? 'exit 99'
  const tag = `v${z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version}`
  const step = (id: string, env: Readonly<Record<string, string>> = {}) => {
    // As GitHub runs the scripts of a step.
    const call = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(id)]
    // The build was done before the tests.
    const surroundings = { ...process.env, npm_config_ignore_scripts: 'true', TAG: tag, ...env }
    return spawnSync('bash', call, { cwd: checkout, encoding: 'utf8', env: surroundings })
  }

  beforeAll(() => {
    for (const name of [
      'bin',
      'dist',
      'rules',
      'README.md',
      'LICENSE',
      'package.json',
      'package-lock.json',
      '.config',
      '.github',
    ])
      cpSync(name, join(checkout, name), { recursive: true })
  }, 60_000)

  it('runs no step but for a tag that says the version', () => {
    expect([step('version').status, step('version', { TAG: 'v99.0.0' }).status]).toEqual([0, 1])
  })

  it('packs, lists what is installed in both forms, sums up and writes its notes', () => {
    for (const id of ['pack', 'sbom', 'sums', 'notes']) expect(step(id)).toMatchObject({ status: 0 })
    const path = (name: string) => join(checkout, 'release', name)
    const tarball = readdirSync(path('')).find(name => name.endsWith('.tgz')) ?? ''
    expect(tarball).toBe(`icp-prep-${tag.slice(1)}.tgz`)
    const cyclonedx = z
      .object({
        bomFormat: z.literal('CycloneDX'),
        components: z.array(z.object({ purl: z.string(), licenses: z.array(z.unknown()).optional() })),
      })
      .parse(JSON.parse(readFileSync(path('sbom.cdx.json'), 'utf8')))
    const spdx = z
      .object({ spdxVersion: z.string(), packages: z.array(z.object({ name: z.string(), versionInfo: z.string() })) })
      .parse(JSON.parse(readFileSync(path('sbom.spdx.json'), 'utf8')))
    const required = shipped.filter(([, { optional }]) => optional !== true)
    const named = new Set(spdx.packages.map(({ name, versionInfo }) => `${name} ${versionInfo}`))
    const urls = new Set(cyclonedx.components.map(({ purl }) => decodeURIComponent(purl)))
    const missing = required.filter(([place, { version }]) => {
      const name = place.replace(/^.*node_modules\//, '')
      return !named.has(`${name} ${version}`) || !urls.has(`pkg:npm/${name}@${version}`)
    })
    expect(missing.map(([place]) => place)).toEqual([])
    const tools = ['vitest', 'typescript', 'oxlint']
    expect(spdx.packages.filter(({ name }) => tools.includes(name))).toEqual([])
    const sums = readFileSync(path('SHA256SUMS'), 'utf8')
    const digest = createHash('sha256')
      .update(readFileSync(path(tarball)))
      .digest('hex')
    expect(sums).toContain(`${digest}  ${tarball}`)
    expect(readFileSync(path('NOTES.md'), 'utf8')).toMatch(/sbom\.cdx\.json[^]*\| sharp +\|/)
  }, 60_000)

  it('pins every action to a commit, and may write nothing but the release and its provenance', () => {
    const loose = release.steps.flatMap(({ uses }) => uses ?? []).filter(uses => !/@[0-9a-f]{40}$/.test(uses))
    expect(loose).toEqual([])
    expect(workflow.permissions).toEqual({})
    expect(release.permissions).toEqual({ contents: 'write', 'id-token': 'write' })
    expect(release.steps.flatMap(({ run }) => run ?? []).filter(run => run.includes('${{'))).toEqual([])
  })

  it('publishes what was packed, with provenance', () => {
    const publish = release.steps.flatMap(({ run }) => run ?? []).filter(run => run.includes('npm publish'))
    expect(publish).toEqual([
      expect.stringMatching(/^npm publish \.\/release\/\*\.tgz --provenance .*--ignore-scripts$/),
    ])
  })
})

it('a Node that is too old is refused when the package is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-engines-'))
  const own = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const newer = { name: own['name'], version: own['version'], engines: { node: '>=99' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(newer))
  cpSync('.npmrc', join(folder, '.npmrc'))
  const { status, stderr } = spawnSync('npm', ['install', '--offline', '--no-audit'], { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(status).not.toBe(0)
  expect(stderr).toContain('EBADENGINE')
})
