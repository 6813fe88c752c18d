// `--rules DIR`: a company's stricter rules over the shipped ones.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const folder = mkdtempSync(join(tmpdir(), 'icp-prep-own-'))
const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' })

function rules(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, file, '..'), { recursive: true })
    writeFileSync(join(folder, name, file), text)
  }
  return name
}

const sheet = (id: string, rule: string) => `sheet: ${id}
title: { zh: 公司规定, en: Company rules }
sources:
  handbook: { kind: office-guide, publisher: The company, title: 手册, as-of: '2026', read: 2026-11-24 }
rules:
${rule}`

const twoYears = `  - id: server-two-years
    title: { zh: 服务器须购买两年, en: The server is bought for two years }
    require: { access.months: { at-least: 24 } }
    fix: { zh: 续费到两年, en: Extend it to two years }
    source: { handbook: '' }
    examples: [{ pass: { access.months: 24 } }, { fail: { access.months: 12 } }]
`

beforeAll(() => {
  run('init', 'good', '--example')
})

it('a sheet at the top of the folder applies besides the shipped ones', () => {
  const own = rules('stricter', { 'company.yaml': sheet('company', twoYears) })
  const { stdout, status } = run('check', 'good', '--rules', own, '--lang', 'en')
  expect(stdout).toContain('Guangdong, Alibaba Cloud, and Company rules')
  expect(stdout).toContain('The server is bought for two years')
  expect(stdout).toContain('company/server-two-years')
  expect(status).toBe(1)
})

it('a rule of it may replace a shipped one', () => {
  const replacing = twoYears.replace('    require:', '    replaces: guangdong/commitment-letter\n    require:')
  const own = rules('lenient', { 'company.yaml': sheet('company', replacing) })
  writeFileSync(
    join(folder, 'letter.yaml'),
    'icp: 1\nprovider: aliyun\nprovince: guangdong\nsponsor: { kind: enterprise }\n',
  )
  expect(run('check', 'letter.yaml').stdout).toContain('guangdong/commitment-letter')
  expect(run('check', 'letter.yaml', '--rules', own).stdout).not.toContain('guangdong/commitment-letter')
})

it('a sheet of the name of a shipped one stands in for it', () => {
  const own = rules('instead', { 'provinces/guangdong.yaml': sheet('guangdong', twoYears) })
  const { stdout } = run('check', 'good', '--rules', own, '--reporter', 'json')
  expect(stdout).toContain('guangdong/server-two-years')
  expect(stdout).not.toContain('guangdong/commitment-signature')
})

it('mistakes in it are told at their place, and nothing is judged', () => {
  const own = rules('wrong', {
    'company.yaml': sheet('company', twoYears.replace('access.months: { at', 'access.month: { at')),
  })
  const { stdout, stderr, status } = run('check', 'good', '--rules', own, '--lang', 'en')
  expect(stderr).toContain('wrong/company.yaml:8:16 unknown fact "access.month"')
  expect(stderr).toContain('did you mean access.months?')
  expect([stdout, status]).toEqual(['', 2])
})

it('a folder that is not there is named', () => {
  expect(run('check', 'good', '--rules', 'nowhere').stderr).toContain('nowhere does not exist')
})
