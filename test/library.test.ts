// The library as a program of somebody else's uses it: packed, unpacked, compiled against its types, run.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { madeUpFiling } from './made-up-filings.ts'

const here = process.cwd()
const project = mkdtempSync(join(tmpdir(), 'icp-prep-library-'))
const run = (command: string, args: string[], cwd = project) => spawnSync(command, args, { cwd, encoding: 'utf8' })

const consumer = `
import { checkFiling, loadRulebook, type CheckResult, type Finding } from 'icp-prep'
const rulebook = await loadRulebook()
const filing = ${JSON.stringify(madeUpFiling(5))}
const result: CheckResult = checkFiling(filing, { rulebook, on: '2026-11-24', language: 'zh' })
const rules = result.is === 'judged' ? result.findings.map(({ rule }: Finding) => rule) : []
const yaml = checkFiling('icp: 1\\nsponser: {}\\n', { on: '2026-11-24' })
const digits = checkFiling({ icp: 1, sponsor: { document: { number: 110101199003078888 } } }, { on: '2026-11-24' })
const failed = await loadRulebook('/nowhere').catch((error: Error) => error.message)
// @ts-expect-error the day is never guessed
const noDay = () => checkFiling('icp: 1', {})
const shown = JSON.stringify(result).includes(filing.principal.mobile)
export default { rules, yaml, digits, failed, shown, digest: rulebook.digest.length, noDay: String(noDay) !== '' }
`

describe('icp-prep as a dependency', () => {
  beforeAll(() => {
    const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], here)
    if (packed.status !== 0) throw new Error(packed.stderr)
    const modules = join(project, 'node_modules')
    mkdirSync(join(modules, 'icp-prep'), { recursive: true })
    const archive = readdirSync(project).find(name => name.endsWith('.tgz')) ?? ''
    run('tar', ['-xzf', join(project, archive), '-C', join(modules, 'icp-prep'), '--strip-components=1'])
    for (const name of readdirSync(join(here, 'node_modules'))) {
      if (!name.startsWith('.')) symlinkSync(join(here, 'node_modules', name), join(modules, name))
    }
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(project, 'use.ts'), consumer)
  }, 120_000)

  it('compiles against its types alone, and judges', () => {
    const tsc = join(here, 'node_modules', 'typescript', 'bin', 'tsc')
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node']
    const compiled = run(process.execPath, [tsc, ...options, 'use.ts'])
    expect([compiled.stdout, compiled.status]).toEqual(['', 0])
    const tell = 'const { default: told } = await import("./use.js"); console.log(JSON.stringify(told))'
    const { stdout, stderr } = run(process.execPath, ['--input-type=module', '-e', tell])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      rules: expect.arrayContaining(['aliyun/prod-term-billing', 'national/material-base-org']),
      yaml: { is: 'unreadable', problems: [{ field: 'sponser', line: 2, column: 1 }] },
      digits: { is: 'unreadable', problems: [{ message: expect.stringContaining('digits') }] },
      failed: expect.stringContaining('/nowhere'),
      shown: false,
      digest: 64,
    })
  }, 120_000)
})
