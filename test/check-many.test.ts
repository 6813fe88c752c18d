// Check of many filings: the same report however many threads, nothing lost on a bad one, across filings too.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCommand, type CheckOptions } from '../src/commands/check.ts'
import { CompiledBook } from '../src/disk/compiled-book.ts'
import { languages } from '../src/locales/index.ts'
import { madeUpFiling } from './made-up-filings.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-many-'))
const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const run = (...args: string[]) =>
  spawnSync(process.execPath, [bin, 'check', '--on', '2026-11-24', '--lang', 'en', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })

const dist = (name: string) => join(process.cwd(), 'dist', name)
const day = '2026-11-24'
const context = { words: languages.en, today: day, on: day, book: new CompiledBook(dist('book')), version: '1.2.3' }

type More = Partial<CheckOptions> & { readonly jobs?: string }

/** In this process, which has long been compiled; `jobs` undefined keeps every filing, as it is done with few. */
async function check(set: string, reporter: string, { jobs, ...more }: More = {}) {
  let written = ''
  const forMany = {
    ...(jobs === undefined ? {} : { jobs }),
    threads: {
      entry: dist('start-thread.cjs'),
      bookFolder: dist('book'),
      ownRules: undefined,
      textReader: undefined,
    },
    write: (text: string | Uint8Array) => {
      written += Buffer.from(text).toString()
      return undefined
    },
    keepHeapSmall: () => undefined,
  }
  const own = { personal: false, notes: false, colour: false, strict: false, version: '1.2.3', reporters: [reporter] }
  const many = jobs === undefined ? {} : { forMany }
  const { text, talk, code } = await checkCommand([join(folder, set)], { ...own, ...more, ...many }, context)
  return { text: text === '' ? written : `${text}\n`, talk, code }
}

function write(set: string, index: number, text: string): void {
  const place = join(folder, set, String(index).padStart(4, '0'))
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'icp.yaml'), text)
}

/** Every filing is whole; two in far batches share a mobile number. */
beforeAll(() => {
  for (let index = 1; index <= 105; index += 1) {
    const text = JSON.stringify(madeUpFiling(index), null, 1)
    write('good', index, text)
    write('mixed', index, index === 102 ? text.replaceAll('13800000204', '13800000002') : text)
  }
  write('mixed', 60, 'icp: 1\nsponser: {}\n')
  write('mixed', 105, 'icp: [')
})

const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const all = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'gitlab', 'github', 'markdown']

describe.each(all)('a check of many with %s', reporter => {
  it('is the same with one thread, with three, and with every filing kept', async () => {
    const kept = await check('mixed', reporter)
    expect(kept.text.length).toBeGreaterThan(50_000)
    expect(await check('mixed', reporter, { jobs: '1' })).toEqual(kept)
    expect(await check('mixed', reporter, { jobs: '3' })).toEqual(kept)
  })
})

describe('several reports of one run', () => {
  const file = (name: string) => join(folder, `many.${name}`)

  it('are each what they are alone, the summary of a run on GitHub behind what earlier steps wrote', async () => {
    const reporters = ['github', ...['json', 'sarif', 'junit'].map(name => `${name}:${file(name)}`)]
    const stepSummary = join(folder, 'summary.md')
    writeFileSync(stepSummary, 'earlier\n')
    const { text, talk } = await check('mixed', 'github', { reporters, stepSummary, jobs: '2' })
    expect(talk).toContain('many.sarif')
    expect(text).toBe((await check('mixed', 'github')).text)
    expect(read('summary.md')).toBe(`earlier\n${(await check('mixed', 'markdown')).text}`)
    for (const name of ['json', 'sarif', 'junit']) {
      expect(read(`many.${name}`)).toBe((await check('mixed', name)).text)
      expect(statSync(file(name)).mode & 0o777).toBe(0o600)
    }
  })

  it('leave what was there where a folder stands in the way', async () => {
    mkdirSync(join(folder, 'in-the-way', 'kept'), { recursive: true })
    const reporters = [`sarif:${file('other')}`, `json:${join(folder, 'in-the-way')}`]
    await expect(check('good', 'json', { reporters, jobs: '1' })).rejects.toMatchObject({
      problem: { code: 'directory' },
    })
    expect(readdirSync(folder).filter(name => name.includes('many.other'))).toEqual([])
    expect(readdirSync(join(folder, 'in-the-way'))).toEqual(['kept'])
  })
})

describe('known findings of many filings', () => {
  const inFolder = (name: string) => join(folder, name)

  it('are written as they are in one piece, and are known from then on', async () => {
    const kept = await check('mixed', 'sarif', { writeBaseline: inFolder('kept.json') })
    const { talk, ...many } = await check('mixed', 'sarif', { writeBaseline: inFolder('streamed.json'), jobs: '3' })
    expect(many).toEqual({ text: kept.text, code: kept.code })
    expect(talk).toBe(kept.talk?.replace('kept.json', 'streamed.json'))
    expect(read('streamed.json')).toBe(read('kept.json'))
  })

  it.each(['json', 'sarif', 'pretty'])(
    'are marked in %s by threads as in one piece, across filings too; those gone are told',
    async reporter => {
      await check('mixed', 'ndjson', { writeBaseline: inFolder('known.json'), jobs: '1' })
      const known: { findings: { file: string }[] } = JSON.parse(read('known.json'))
      const gone = { file: 'mixed/0007/icp.yaml', rule: 'national/gone', kind: 'fail', fingerprint: 'p'.repeat(32) }
      const [, ...others] = known.findings
      writeFileSync(inFolder('some.json'), JSON.stringify({ format: 1, findings: [...others, gone] }))
      const threads = await check('mixed', reporter, { baseline: inFolder('some.json'), jobs: '3' })
      expect(threads.talk).toContain('national/gone')
      expect(threads).toEqual(await check('mixed', reporter, { baseline: inFolder('some.json') }))
    },
  )
})

describe.each(['pretty', 'ndjson'])('a check of many with %s', reporter => {
  it('tells of two filings that share a number, however far apart', async () => {
    const { text } = await check('mixed', reporter, { jobs: '3' })
    expect(text.match(/fleet\/mobile-one-sponsor/g)).toHaveLength(2)
    expect(text).toContain('mixed/0102/icp.yaml')
    expect(text).not.toContain('13800000002')
  })
})

describe('filings that cannot be used', () => {
  it('are told and decide the exit code; the others are judged all the same', () => {
    const { stdout, stderr, status } = run('mixed', '--jobs', '2')
    expect(stderr).toContain('mixed/0060/icp.yaml:2:1')
    expect(stderr).toContain('mixed/0105/icp.yaml:1:')
    expect(stdout).toContain('103 filings, 0 ready')
    expect(status).toBe(2)
  })
})

describe('--jobs and --shard', () => {
  it.each(['0', 'many', '999'])('--jobs %s is refused', async jobs => {
    await expect(check('good', 'json', { jobs })).rejects.toMatchObject({ problem: { code: 'bad-count' } })
  })

  it('shares of a folder are judged apart and make up the whole', async () => {
    const filesIn = async (more: More) => (await check('good', 'ndjson', more)).text.match(/^\{"file":"[^"]*"/gm) ?? []
    const shares = await Promise.all(['1/3', '2/3', '3/3'].map(shard => filesIn({ shard, jobs: '1' })))
    expect(shares.flat().toSorted()).toEqual(await filesIn({ jobs: '1' }))
    expect(shares.flat()).toHaveLength(105)
  })
})
