// A disk that fails at any one call: what was saved is whole, what is told is true, nothing half-written stays.
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-faults-'))
const log = join(folder, 'faults.log')
const preload = fileURLToPath(new URL('./trust/failing-disk.cjs', import.meta.url))
const original = join(folder, 'original')
/** No command here writes in more calls than that into the filing's folder itself. */
const most = 40

beforeAll(() => {
  run(['init', 'original', '--example'], { cwd: folder })
})

/** One run whose n-th writing call fails; `fault` is the call that failed, empty where there were fewer. */
function failing(args: readonly string[], name: string, at: number, code: string) {
  cpSync(original, join(folder, name), { recursive: true })
  writeFileSync(log, '')
  const env = { FAULT_AT: String(at), FAULT_CODE: code, FAULT_BELOW: join(folder, name), FAULT_LOG: log }
  const result = run(
    args.map(arg => arg.replace('FILING', name)),
    { cwd: folder, env, node: ['--require', preload] },
  )
  return { ...result, fault: readFileSync(log, 'utf8').trim() }
}

describe.each(['ENOSPC', 'EIO', 'EACCES'])('%s', code => {
  it('while an answer is saved leaves the answers as they were, or as they are to be', () => {
    const before = readFileSync(join(original, 'icp.yaml'), 'utf8')
    const after: string[] = []
    const told: unknown[] = []
    for (let at = 1; at <= most; at += 1) {
      const name = `status-${code}-${at}`
      const { status, stderr, fault } = failing(['status', 'FILING', '--set', 'submitted=2026-11-20'], name, at, code)
      const text = readFileSync(join(folder, name, 'icp.yaml'), 'utf8')
      if (fault === '') {
        after.push(text)
        break
      }
      const left = readdirSync(join(folder, name)).filter(each => each.startsWith('.'))
      told.push([fault, status, text === before, left, /icp\.yaml/.test(stderr)])
    }
    expect(after[0]).toContain('submitted: 2026-11-20')
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual(told.map(each => [Array.isArray(each) ? each[0] : each, 2, true, [], true]))
  })
})
