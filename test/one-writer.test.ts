// Several programs writing to one filing at the same moment: every answer arrives, and a killed one's lock is no obstacle.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { asOnlyWriter } from '../src/disk/one-writer.ts'
import { run } from './trust/program.ts'

const bin = fileURLToPath(new URL('../bin/icp-prep.js', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'icp-prep-writers-'))
const lock = '.icp-prep.lock'

beforeAll(() => {
  run(['init', 'filing', '--example'], { cwd: work })
})

/** Exit code of a program that runs beside the others. */
const beside = (...args: string[]) =>
  new Promise<number | null>(resolve => {
    spawn(process.execPath, [bin, ...args], { cwd: work, stdio: 'ignore' }).on('exit', resolve)
  })

it('days entered by six programs at once all stand in the filing', async () => {
  const marks = ['submitted', 'provider-reviewed', 'sms-verified', 'approved', 'opened', 'footer']
  const codes = await Promise.all(marks.map(mark => beside('status', 'filing', '--set', `${mark}=2026-11-20`)))
  const text = readFileSync(join(work, 'filing', 'icp.yaml'), 'utf8')
  expect(codes.filter(code => code === 2 || code === 3)).toEqual([])
  expect(marks.filter(mark => !text.includes(`${mark}: 2026-11-20`))).toEqual([])
  expect(readdirSync(join(work, 'filing'))).not.toContain(lock)
})

it('a lock that a killed program left is taken over', { timeout: 20_000 }, () => {
  const folder = mkdtempSync(join(work, 'left-'))
  writeFileSync(join(folder, lock), '')
  expect(asOnlyWriter(folder, () => statSync(join(folder, lock)).mode & 0o777)).toBe(0o600)
  expect(readdirSync(folder)).toEqual([])
})

it('the lock goes whatever happens while it is held', () => {
  const folder = mkdtempSync(join(work, 'failing-'))
  expect(() =>
    asOnlyWriter(folder, () => {
      throw new Error('the work failed')
    }),
  ).toThrow('the work failed')
  expect(readdirSync(folder)).toEqual([])
})
