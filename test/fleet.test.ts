// Rules across filings: what several filings share, who is told, and that nobody's data are.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { traitsOf } from '../src/facts/traits.ts'
import { Fleet } from '../src/rules/fleet.ts'
import { companyGroups } from '../src/rules/related.ts'
import { compileSheet } from '../src/disk/compile-book.ts'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import { madeUpFiling } from './made-up-filings.ts'
import { tables, today, type Small } from './small-world.ts'

const sheet = readRulesFolder('rules').sheets.find(({ folder }) => folder === 'fleet')?.sheet
if (!sheet) throw new Error('there is no sheet across filings')
const { rules } = compileSheet(sheet)

const codes = ['91440300MA5FKT2C9R', '91440300MA5000001T', '91440300MA5000002P'] as const
const wang = '44030519900101123X'
const chen = '440305198802290043'

/** A website of the n-th company, led by somebody of its own. */
function company(index: 0 | 1 | 2, { sponsor = {}, service = {}, ...more }: Parts = {}): Small {
  return {
    provider: 'aliyun',
    sponsor: { kind: 'enterprise', name: `公司${index}`, document: { number: codes[index] }, ...sponsor },
    principal: { name: '王海', document: { number: `${wang}${index}` }, mobile: `1380013800${index}` },
    services: [{ kind: 'website', domains: [{ name: `example${index}.cn` }], ...service }],
    ...more,
  }
}

type Parts = Omit<Small, 'sponsor' | 'services'> & {
  sponsor?: Small['sponsor']
  service?: NonNullable<Small['services']>[number]
}

/** `filing: rule field` for every finding. */
function found(...filings: Small[]): string[] {
  const fleet = new Fleet(text => text)
  filings.forEach((filing, position) => {
    const traits = traitsOf({ filing: { icp: '1', ...filing }, day: today, tables })
    if (traits) fleet.add(position, traits)
  })
  return fleet
    .judge(rules, () => [])
    .map(({ filing, finding: { rule, field } }) => `${filing}: ${rule.slice(6)} ${field?.join('.')}`)
}

const led = (number: string, more = {}) => ({ lead: { name: '陈雨', document: { number }, ...more } })
const ecs = (more: NonNullable<Parts['service']>['access'] = {}) => ({
  access: { product: 'ecs', resource: 'i-1', 'codes-used': 0, ...more },
})
const number = (mobile: string) => ({ principal: { mobile } })
const uuid = '0d6f1a35-3b0e-4f0e-9d0c-0a1b2c3d4e5f'

describe('filings that share nothing', () => {
  it.each([
    ['two companies', [company(0), company(1)]],
    [
      'a filing alone, whatever repeats in it',
      [company(0, { service: { ...led(wang), domains: [{ name: 'a.cn' }, { name: 'a.cn' }] } })],
    ],
    [
      'filings that do not say whose they are',
      [company(0, { sponsor: { document: {} } }), company(0, { sponsor: { document: {} } })],
    ],
  ])('%s: nothing is found', (_what, filings) => {
    expect(found(...filings)).toEqual([])
  })
})

describe('a thing that several filings share', () => {
  const mobile = ['0: mobile-one-sponsor principal.mobile', '1: mobile-one-sponsor principal.mobile']
  const lead = [
    '0: lead-one-company services.0.lead.document.number',
    '1: lead-one-company services.0.lead.document.number',
  ]
  const order = ['0: sponsor-one-order sponsor.document.number', '1: sponsor-one-order sponsor.document.number']

  it.each<[string, Small[], string[]]>([
    ['a mobile number of two sponsors', [company(0, number('13911112222')), company(1, number('13911112222'))], mobile],
    [
      'the same with country code and blanks',
      [company(0, number('13911112222')), company(1, number('+86 139-1111 2222'))],
      mobile,
    ],
    [
      'a lead of two companies',
      [company(0, { service: led(chen) }), company(1, { service: led(chen.toLowerCase()) })],
      lead,
    ],
    [
      'a lead of two companies with one legal representative',
      [wang, wang].map((legal, at) =>
        company(at === 0 ? 0 : 1, { service: led(chen), 'legal-representative': { document: { number: legal } } }),
      ),
      [],
    ],
    [
      'a lead of a company and its superior',
      [company(0, { service: led(chen) }), company(1, { service: led(chen), sponsor: { superior: '公司0' } })],
      [],
    ],
    [
      'a lead who files as an individual besides',
      [company(0, { service: led(chen) }), company(1, { sponsor: { kind: 'individual', document: { number: chen } } })],
      [],
    ],
    [
      'two filings of one sponsor',
      [company(0), company(0, { service: { domains: [{ name: 'other.cn' }] }, ...number('13800138000') })],
      order,
    ],
    [
      'a domain of two sponsors',
      [
        company(0, { service: { domains: [{ name: 'A.CN' }] } }),
        company(1, { service: { domains: [{ name: 'www.a.cn' }] } }),
      ],
      ['0: domain-one-sponsor services.0.domains.0.name', '1: domain-one-sponsor services.0.domains.0.name'],
    ],
    [
      'a domain twice of one sponsor',
      [company(0), company(0)],
      [
        '0: sponsor-one-order sponsor.document.number',
        '0: domain-one-filing services.0.domains.0.name',
        '1: sponsor-one-order sponsor.document.number',
        '1: domain-one-filing services.0.domains.0.name',
      ],
    ],
    [
      'the domain of a website behind an app',
      [company(0), company(1, { service: { kind: 'app', domains: [{ name: 'example0.cn' }] } })],
      [],
    ],
    [
      'a server of two sponsors',
      [company(0, { service: ecs() }), company(1, { service: ecs() })],
      ['0: server-one-account services.0.access.resource', '1: server-one-account services.0.access.resource'],
    ],
    [
      'a server of two sponsors, one with a code',
      [company(0, { service: ecs() }), company(1, { service: ecs({ code: uuid }) })],
      [],
    ],
    [
      'the same id at another provider',
      [company(0, { service: ecs() }), company(1, { service: ecs(), provider: 'tencent' })],
      [],
    ],
    [
      'a code for two services',
      [
        company(0, { service: ecs({ resource: 'i-2', code: uuid }) }),
        company(1, { service: ecs({ code: uuid.toUpperCase() }) }),
      ],
      ['0: code-once services.0.access.code', '1: code-once services.0.access.code'],
    ],
  ])('%s', (_what, filings, expected) => {
    expect(found(...filings)).toEqual(expected)
  })

  it.each([
    [3, []],
    [4, ['0: server-codes services.0.access.resource', '1: server-codes services.0.access.resource']],
  ])('a server with four codes left, for one service and then %d', (count, expected) => {
    const service = { kind: 'website', ...ecs({ 'codes-used': 1 }) }
    const filings = [company(0, { service }), { ...company(0), services: Array.from({ length: count }, () => service) }]
    expect(found(...filings).filter(line => line.includes('server'))).toEqual(expected)
  })

  it('is none of a service that is on record and stays as it is', () => {
    const record = { number: '粤ICP备99000001号-1', provider: 'aliyun' }
    const filed = company(0, {
      sponsor: { record: { number: '粤ICP备99000001号', provider: 'aliyun' } },
      service: { record },
    })
    expect(found(filed, company(0))).toEqual([])
  })
})

describe('organizations that are related', () => {
  const filer = (key: string, ties: string[], isOrganization = true) => ({ key, ties, isOrganization })

  it.each([
    [[], 0],
    [[filer('a', ['x']), filer('b', ['y'])], 2],
    [[filer('a', ['x']), filer('b', ['x'])], 1],
    [[filer('a', ['x']), filer('b', ['y']), filer('c', ['x', 'y'])], 1],
    [[filer('a', []), filer('a', [])], 1],
    [[filer('a', []), filer('b', [], false)], 1],
  ])('%j are %d', (filers, groups) => {
    expect(companyGroups(filers)).toBe(groups)
  })
})

describe('check over a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-fleet-'))
  const write = (name: string, change: (text: string) => string, index: number) => {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'icp.yaml'), change(JSON.stringify(madeUpFiling(index), null, 2)))
  }
  write('a', text => text, 1)
  write('b', text => text.replaceAll('13800000004', '13800000002'), 2)
  write('c', text => text, 3)
  const { NO_COLOR: _, ...env } = process.env
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(process.cwd(), 'bin', 'icp-prep.js'), 'check', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    })
  const jsonSchema = z.object({
    filings: z.array(
      z.object({
        file: z.string(),
        findings: z.array(
          z.looseObject({
            rule: z.string(),
            about: z.string().optional(),
            severity: z.string(),
            place: z.object({ line: z.number(), column: z.number() }).optional(),
            sources: z.array(z.unknown()),
          }),
        ),
      }),
    ),
  })

  it('tells each filing which other shares a number with it, at its line, with the source', () => {
    const { filings } = jsonSchema.parse(JSON.parse(run('.', '--reporter', 'json', '--on', today).stdout))
    const told = filings.flatMap(({ file, findings }) =>
      findings
        .filter(({ rule }) => rule.startsWith('fleet/'))
        .map(({ rule, about, severity, sources }) => [file, rule, about, severity, sources.length]),
    )
    expect(told).toEqual([
      ['a/icp.yaml', 'fleet/mobile-one-sponsor', 'b/icp.yaml', 'warning', 4],
      ['b/icp.yaml', 'fleet/mobile-one-sponsor', 'a/icp.yaml', 'warning', 4],
    ])
    const places = filings.flatMap(({ findings }) => findings.filter(({ rule }) => rule.startsWith('fleet/')))
    for (const { place } of places) expect(place?.line).toBeGreaterThan(30)
  })

  it('says it in both languages, without the number', () => {
    const [zh, en] = ['zh', 'en'].map(lang => run('.', '--lang', lang, '--on', today).stdout)
    expect(zh).toContain('一个手机号码只用于一个主体（b/icp.yaml）  fleet/mobile-one-sponsor')
    expect(zh).toContain('涉及的主体个数 填的是 2；应为 不多于 1')
    expect(en).toContain('A mobile number stands for one sponsor only (a/icp.yaml)  fleet/mobile-one-sponsor')
    expect(`${zh}${en}`).not.toContain('13800000002')
  })

  it('has nothing to compare where there is one filing', () => {
    expect(run('a', '--on', today).stdout).not.toContain('fleet/')
  })
})
