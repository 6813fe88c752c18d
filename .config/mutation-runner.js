// Runs tests for Stryker in one process: what is installed is loaded once, src and test anew for every mutant.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { rolldown } from 'rolldown'
import { expect } from 'vitest'

/** Where Stryker's mutants look whether they are the one that is tried, and count who comes by. */
const meeting = '__stryker__'
const stryker = (globalThis[meeting] ??= {})

/** A suite as the test file tells it: tests, suites, and what is done before and after. */
const suiteOf = (name, above) => ({ name, above, before: [], after: [], members: [] })

/** The part of Vitest that the tests of these rooms use; whoever uses more is told so by the import that fails. */
function vitestFor(root) {
  let suite = root
  const add = (name, run) => {
    const twins = suite.members.filter(member => member.title === name).length
    suite.members.push({ title: name, name: `${suite.name} ${name}${twins ? ` (${twins + 1})` : ''}`, run })
  }
  const open = (name, fill) => {
    const inner = suiteOf(`${suite.name} ${name}`, suite)
    suite.members.push(inner)
    suite = inner
    fill()
    suite = inner.above
  }
  const withForms = take => {
    const each = rows => (name, act) => {
      for (const row of rows) take(name, () => (Array.isArray(row) ? act(...row) : act(row)))
    }
    const nothing = Object.assign(() => {}, { each: () => () => {} })
    const runIf = wanted => (wanted ? withForms(take) : nothing)
    return Object.assign(take, { each, runIf, skipIf: unwanted => runIf(!unwanted) })
  }
  return {
    expect,
    it: withForms(add),
    describe: withForms(open),
    beforeAll: act => suite.before.push(act),
    afterAll: act => suite.after.push(act),
  }
}

const imported = new Map()
const modules = new WeakMap()

/** A namespace that a test file imports, as a module of its own. */
function moduleOf(namespace) {
  const names = Object.keys(namespace)
  return new vm.SyntheticModule(names, function () {
    for (const name of names) this.setExport(name, namespace[name])
  })
}

function installed(name) {
  if (!imported.has(name)) imported.set(name, import(name))
  return imported.get(name)
}

/** Each file knows itself by its own address, also where all stand in one text. */
const ownAddress = {
  name: 'own-address',
  transform: {
    filter: { code: /import\.meta/ },
    handler: (code, id) =>
      code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.resolve', 'import.meta.find'),
  },
}

const sheets = new Map()

/** No mutant stands in the reader of sheets, and reading all of them takes a second: each is read once. */
const sheetsReadOnce = {
  name: 'sheets-read-once',
  transform: {
    filter: { id: /src\/disk\/sheet-file\.ts$/ },
    handler: code =>
      code.replace(
        'export function readSheetFile(',
        'export const readSheetFile = import.meta.once(readNow)\nfunction readNow(',
      ),
  },
}

const once = read => (path, name) => {
  const key = `${name}\n${readFileSync(path, 'utf8')}`
  if (!sheets.has(key)) sheets.set(key, read(path, name))
  return sheets.get(key)
}

class TestFile {
  /** milliseconds that it took of late: what fails soon is best tried first */
  cost = 0

  constructor(path) {
    this.path = path
  }

  async bundle() {
    const made = await rolldown({
      input: this.path,
      external: id => !/^[./]/.test(id),
      platform: 'node',
      treeshake: false,
      plugins: [ownAddress, sheetsReadOnce],
    })
    const { output } = await made.generate({ format: 'esm', codeSplitting: false, minify: false })
    // V8 forgets who imports where it takes compiled code: what is imported later is asked for by name.
    this.code = output[0].code.replaceAll(/\bimport\(/g, 'import.meta.installed(')
    await made.close()
  }

  async load() {
    const root = suiteOf(`${this.path}#`)
    const vitest = vitestFor(root)
    const module = new vm.SourceTextModule(this.code, {
      identifier: this.path,
      cachedData: this.compiled,
      initializeImportMeta: meta => {
        meta.find = name => import.meta.resolve(name)
        meta.once = once
        meta.installed = installed
      },
    })
    await module.link(async name => {
      if (name === 'vitest') return moduleOf(vitest)
      const namespace = await installed(name)
      if (!modules.has(namespace)) modules.set(namespace, moduleOf(namespace))
      return modules.get(namespace)
    })
    this.compiled ??= module.createCachedData()
    await module.evaluate()
    return root
  }
}

const wantedIn = (suite, ids) =>
  suite.members.some(member => (member.run ? !ids || ids.has(member.name) : wantedIn(member, ids)))

/** Runs the wanted tests of a suite; stops at the first that fails where `tell` says so. */
async function runSuite(suite, ids, tell) {
  if (!wantedIn(suite, ids)) return true
  let on = true
  try {
    for (const act of suite.before) await act()
    for (const member of suite.members) {
      if (!on) break
      if (!member.run) on = await runSuite(member, ids, tell)
      else if (!ids || ids.has(member.name)) on = await runTest(member, tell)
    }
  } finally {
    for (const act of suite.after) await act()
  }
  return on
}

async function runTest({ name, run }, tell) {
  const start = performance.now()
  const result = { id: name, name, fileName: name.slice(0, name.indexOf('#')), status: 0 }
  stryker.currentTestId = name
  try {
    await run()
  } catch (error) {
    Object.assign(result, { status: 1, failureMessage: error instanceof Error ? error.message : String(error) })
  }
  stryker.currentTestId = undefined
  return tell({ ...result, timeSpentMs: performance.now() - start })
}

/** A test of so many milliseconds waits for programs that it starts, and these have no mutants. */
const watching = 10_000

class FreshRunner {
  files = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async fileAt(path) {
    const known = this.files.get(path)
    if (known) return known
    const file = new TestFile(path)
    await file.bundle()
    this.files.set(path, file)
    return file
  }

  /** Every file runs twice: a test that fails where it is loaded once more would take every mutant for found. */
  async dryRun({ testFiles }) {
    Object.assign(stryker, { activeMutant: undefined, mutantCoverage: undefined, hitCount: undefined })
    this.paths = testFiles.map(path => resolve(path))
    const tests = new Map()
    const keep = result => {
      if (result.timeSpentMs >= watching) delete stryker.mutantCoverage?.perTest[result.id]
      else tests.set(result.id, result)
      return true
    }
    for (const path of this.paths) await runSuite(await (await this.fileAt(path)).load(), undefined, keep)
    const again = new Set(tests.keys())
    for (const path of this.paths) {
      const root = await (await this.fileAt(path)).load()
      await runSuite(root, again, result => result.status === 0 || keep(result))
    }
    return { status: 'complete', tests: [...tests.values()], mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun({ testFilter, activeMutant, mutantActivation, hitLimit }) {
    const ids = testFilter && new Set(testFilter)
    const paths = ids ? new Set(testFilter.map(id => id.slice(0, id.indexOf('#')))) : new Set(this.paths)
    const whole = mutantActivation === 'static'
    Object.assign(stryker, { hitLimit, hitCount: 0, mutantCoverage: undefined })
    let nrOfTests = 0
    let failed
    const tell = result => {
      nrOfTests += 1
      if (result.status === 1) failed ??= result
      return !failed
    }
    const files = await Promise.all([...paths].map(path => this.fileAt(path)))
    for (const file of files.toSorted((left, right) => left.cost - right.cost)) {
      const start = performance.now()
      try {
        stryker.activeMutant = whole ? activeMutant.id : undefined
        const root = await file.load()
        stryker.activeMutant = activeMutant.id
        await runSuite(root, ids, tell)
      } catch (error) {
        failed ??= { id: `${file.path}#`, failureMessage: String(error) }
      }
      file.cost = (file.cost + performance.now() - start) / 2
      stryker.activeMutant = undefined
      if (failed) break
    }
    if (hitLimit !== undefined && stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' }
    if (!failed) return { status: 'survived', nrOfTests }
    return { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'fresh', injectableClass: FreshRunner }]
