// Rules about scans: what a look measured, judged by the shipped sheet and by sheets of one's own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { judgeScan, type ScanMeasures } from '../src/rules/scans.ts'
import { asSharp, shoot } from './scans/scene.ts'
import { ruleOf, type Parts } from './small-rules.ts'

const told = (measures: ScanMeasures, ...rules: Parts[]) =>
  judgeScan(
    measures,
    rules.map((parts, index) => ruleOf(`own/rule-${index}`, parts)),
    () => [],
  ).map(({ rule, problem }) => [rule.id, rule.severity, problem.code, problem.got, problem.want])

const sharp: Parts = { require: { 'scan.sharpness': { 'at-least': 0.1 } } }

describe('a rule about scans', () => {
  it('is judged by what was measured, and never makes more than a warning', () => {
    expect(told({ 'scan.sharpness': { value: 0.08 } }, sharp)).toEqual([
      ['own/rule-0', 'warning', 'blurred', '0.08', '0.1'],
    ])
    expect(told({ 'scan.sharpness': { value: 0.08 } }, { ...sharp, severity: 'info' })).toEqual([
      ['own/rule-0', 'info', 'blurred', '0.08', '0.1'],
    ])
    expect(told({ 'scan.sharpness': { value: 0.1 } }, sharp)).toEqual([])
  })

  it('says nothing of what was not measured', () => {
    expect(told({}, sharp, { require: { 'scan.difference': { 'at-least': 0.15 } } })).toEqual([])
  })

  it('may be about one kind of paper', () => {
    const ofCards = { ...sharp, when: { 'scan.is': 'id-card-front' } }
    const blurred = { 'scan.sharpness': { value: 0.05 } }
    expect(told({ ...blurred, 'scan.is': { value: 'id-card-front' } }, ofCards)).toHaveLength(1)
    expect(told({ ...blurred, 'scan.is': { value: 'commitment-letter' } }, ofCards)).toEqual([])
  })

  it('tells what decided: the sides, the program, the other picture', () => {
    const measures: ScanMeasures = {
      'scan.cut-sides': { value: 2, because: ['top', 'left'] },
      'scan.is-screenshot': { value: true, because: ['Snipaste'] },
    }
    const rules = [{ require: { 'scan.cut-sides': { 'at-most': 1 } } }, { require: { 'scan.is-screenshot': false } }]
    expect(told(measures, ...rules)).toEqual([
      ['own/rule-0', 'warning', 'cut', 'top, left', '1'],
      ['own/rule-1', 'warning', 'screenshot', 'Snipaste', 'false'],
    ])
  })
})

const folder = mkdtempSync(join(tmpdir(), 'scan-rules-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(process.cwd(), 'bin', 'icp-prep.js'), ...args, '--lang', 'en'], {
    cwd: folder,
    encoding: 'utf8',
  })

const reportSchema = z.object({
  filings: z.array(z.object({ findings: z.array(z.looseObject({ rule: z.string(), kind: z.string() })) })),
})

const scanFindings = (...args: string[]) =>
  reportSchema
    .parse(JSON.parse(run('check', 'icp.yaml', '--reporter', 'json', ...args).stdout))
    .filings.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'bad-scan'))

function ownRules(name: string, file: string, text: string): string {
  mkdirSync(dirname(join(folder, name, file)), { recursive: true })
  writeFileSync(join(folder, name, file), text)
  return name
}

const company = (rule: string) => `sheet: company
title: { zh: 公司规定, en: Company rules }
sources:
  handbook: { kind: office-guide, publisher: The company, title: 手册, as-of: '2026', read: 2026-11-24 }
rules:
${rule}`

const sharper = (least: number, severity = 'warning') => `  - id: sharper
    title: { zh: 本公司要求更清晰, en: Our scans are sharper }
    severity: ${severity}
    replaces: scans/sharp-writing
    require: { scan.sharpness: { at-least: ${least} } }
    fix: { zh: 用扫描仪, en: Use the scanner on the third floor }
    source: { handbook: '' }
    examples: [{ pass: { scan.sharpness: 9 } }, { fail: { scan.sharpness: 0 } }]
`

describe('check', () => {
  beforeAll(async () => {
    const scan = asSharp(await shoot({ paper: 'id-card-front', seed: 1, manner: 'flat' }))
    writeFileSync(join(folder, 'blurred.jpg'), await scan.blur(3).jpeg().toBuffer())
    writeFileSync(
      join(folder, 'icp.yaml'),
      'icp: 1\nprovince: guangdong\nprovider: aliyun\nmaterials:\n  - { is: id-card-front, of: principal, file: blurred.jpg }\n',
    )
  })

  it('names the rule, what was measured, what was wanted, what to do and on whose word', () => {
    const [found, ...others] = scanFindings()
    expect(others).toEqual([])
    expect(found).toMatchObject({
      rule: 'scans/sharp-writing',
      severity: 'warning',
      detail: expect.stringMatching(/^The writing is sharp: sharpness 0\.\d+; expected at least 0\.065$/),
      fix: expect.stringContaining('hold still'),
      scan: { code: 'blurred', want: '0.065' },
    })
    expect(run('check', 'icp.yaml').stdout).toContain('Huawei Cloud')
    expect(run('rules', 'explain', 'scans/sharp-writing').stdout).toContain('scan.sharpness: at-least 0.065')
  })

  it('asks for as much as a sheet of one’s own does', () => {
    const stricter = ownRules('stricter', 'company.yaml', company(sharper(9)))
    expect(scanFindings('--rules', stricter)).toMatchObject([
      {
        rule: 'company/sharper',
        detail: expect.stringContaining('expected at least 9'),
        fix: 'Use the scanner on the third floor',
        sources: [{ publisher: 'The company' }],
      },
    ])
    const looser = ownRules('looser', 'company.yaml', company(sharper(0.0001)))
    expect(scanFindings('--rules', looser)).toEqual([])
    expect(run('rules', 'test', '--rules', looser).stdout).toContain('2 passed, 0 failed')
  })

  it('asks for nothing where the sheet of scans is emptied, and for more where a provider does', () => {
    const emptied = 'sheet: scans\ntitle: { zh: 无, en: None }\nsources: {}\nrules: []\n'
    expect(scanFindings('--rules', ownRules('emptied', 'scans.yaml', emptied))).toEqual([])
    const aliyun = company(sharper(9)).replace('sheet: company', 'sheet: aliyun')
    const provider = ownRules('provider', 'providers/aliyun.yaml', aliyun)
    expect(scanFindings('--rules', provider)).toMatchObject([{ rule: 'aliyun/sharper' }])
  })

  it('is told where a sheet makes an error of what a picture only suggests', () => {
    const strict = ownRules('errors', 'company.yaml', company(sharper(9, 'error')))
    const { stdout, status } = run('rules', 'lint', strict)
    expect(stdout).toContain('errors/company.yaml:8:5')
    expect(stdout).toContain('warning')
    expect(status).toBe(1)
    const mixed = company(sharper(9).replace('    require:', '    when: { sponsor.kind: enterprise }\n    require:'))
    expect(run('rules', 'lint', ownRules('mixed', 'company.yaml', mixed)).stdout).toContain('filing, scan')
  })
})
