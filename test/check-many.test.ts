// Check of many filings: the same report however many threads, nothing lost on a bad one, across filings too.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { madeUpFiling } from './made-up-filings.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-many-'))
const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const run = (...args: string[]) =>
  spawnSync(process.execPath, [bin, 'check', '--on', '2026-11-24', '--lang', 'en', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })

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
/** GitHub's annotations need every filing at once: beside them all reports are made in one piece. */
const inOnePiece = ['--reporter', 'github:annotations.txt']

describe.each(['pretty', 'json', 'ndjson', 'sarif', 'junit', 'gitlab'])('a check of many with %s', reporter => {
  it('is the same with one thread, with three, and with every filing kept', () => {
    const one = run('mixed', '--reporter', reporter, '--jobs', '1')
    const three = run('mixed', '--reporter', reporter, '--jobs', '3')
    expect(one.stdout.length).toBeGreaterThan(50_000)
    expect([three.stdout, three.stderr, three.status]).toEqual([one.stdout, one.stderr, one.status])
    const whole = run('mixed', '--reporter', reporter, ...inOnePiece)
    expect(whole.status).toBe(one.status)
    expect(one.stdout).toBe(whole.stdout)
  })
})

describe('several reports of one run', () => {
  const reports = ['json', 'sarif', 'junit'].flatMap(name => ['--reporter', `${name}:many.${name}`])

  it('are each what they are alone', () => {
    const { stdout, stderr, status } = run('mixed', '--reporter', 'ndjson', ...reports, '--jobs', '2')
    expect([status, stderr]).toEqual([2, expect.stringContaining('many.sarif')])
    expect(stdout).toBe(run('mixed', '--reporter', 'ndjson').stdout)
    for (const name of ['json', 'sarif', 'junit']) {
      expect(read(`many.${name}`)).toBe(run('mixed', '--reporter', name).stdout)
      expect(statSync(join(folder, `many.${name}`)).mode & 0o777).toBe(0o600)
    }
  })

  it('leave what was there where a folder stands in the way', () => {
    mkdirSync(join(folder, 'in-the-way'), { recursive: true })
    const { status, stderr } = run('good', '--reporter', 'json:in-the-way')
    expect([status, stderr]).toEqual([2, expect.stringContaining('in-the-way')])
  })
})

describe('known findings of many filings', () => {
  it.each(['json', 'sarif', 'pretty'])(
    'are marked in %s by threads as in one piece, across filings too; those gone are told',
    reporter => {
      run('mixed', '--write-baseline', 'known.json')
      const known: { findings: { file: string }[] } = JSON.parse(read('known.json'))
      const gone = { file: 'mixed/0007/icp.yaml', rule: 'national/gone', kind: 'fail', fingerprint: 'p'.repeat(32) }
      const [, ...others] = known.findings
      writeFileSync(join(folder, 'some.json'), JSON.stringify({ format: 1, findings: [...others, gone] }))
      const threads = run('mixed', '--reporter', reporter, '--baseline', 'some.json', '--jobs', '3')
      const whole = run('mixed', '--reporter', reporter, '--baseline', 'some.json', ...inOnePiece)
      expect(threads.stdout).toBe(whole.stdout)
      expect(threads.stderr).toContain('national/gone')
      expect(`${threads.stderr}${threads.status}`).toBe(
        `${whole.stderr.replace(/.*annotations\.txt\n/, '')}${whole.status}`,
      )
    },
  )
})

describe.each(['pretty', 'ndjson'])('a check of many with %s', reporter => {
  it('tells of two filings that share a number, however far apart', () => {
    const { stdout } = run('mixed', '--reporter', reporter, '--jobs', '3')
    expect(stdout.match(/fleet\/mobile-one-sponsor/g)).toHaveLength(2)
    expect(stdout).toContain('mixed/0102/icp.yaml')
    expect(stdout).not.toContain('13800000002')
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
  it.each(['0', 'many', '999'])('--jobs %s is refused', jobs => {
    expect(run('good', '--jobs', jobs)).toMatchObject({ status: 2, stdout: '' })
  })

  it('shares of a folder are judged apart and make up the whole', () => {
    const filesIn = (...args: string[]) =>
      run('good', '--reporter', 'ndjson', ...args).stdout.match(/^\{"file":"[^"]*"/gm) ?? []
    const shares = ['1/3', '2/3', '3/3'].flatMap(shard => filesIn('--shard', shard))
    expect(shares.toSorted()).toEqual(filesIn())
    expect(shares).toHaveLength(105)
  })
})
