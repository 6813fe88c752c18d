// Check of many filings: the same report however many threads, nothing lost on a bad one, across filings too.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
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

describe.each(['pretty', 'ndjson'])('a check of many with %s', reporter => {
  it('is the same with one thread, with three, and with every filing kept', () => {
    const set = 'mixed'
    const one = run(set, '--reporter', reporter, '--jobs', '1')
    const three = run(set, '--reporter', reporter, '--jobs', '3')
    expect(one.stdout.length).toBeGreaterThan(100_000)
    expect([three.stdout, three.stderr, three.status]).toEqual([one.stdout, one.stderr, one.status])
    run(set, '--reporter', `${reporter}:whole.${set}.${reporter}`)
    const whole = spawnSync('cat', [`whole.${set}.${reporter}`], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 })
    expect(one.stdout).toBe(whole.stdout)
  })

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
