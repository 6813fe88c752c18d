// `icp-prep import`: filings out of tables, through the built program.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const head = 'sponsor.name,sponsor.kind,principal.document.number'
const good = '海风科技,企业,44030519900101123X'

/** A folder with the table in it, and what the program does there. */
function world(table: string | Uint8Array, name = 'clients.csv') {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-import-'))
  writeFileSync(join(folder, name), table)
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [bin, 'import', name, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' },
    })
  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
  return { folder, run, read }
}

describe('a row becomes a filing', () => {
  it('of its own, for its owner only, with every digit kept', () => {
    const { folder, run, read } = world(`\uFEFF${head}\r\n${good}\r\n`)
    const { status, stdout } = run('--out', 'out')
    expect(stdout).toContain('1 imported, 0 not')
    expect(status).toBe(0)
    expect(read('out', '海风科技', 'icp.yaml')).toBe(
      'icp: 1\nsponsor:\n  name: 海风科技\n  kind: enterprise\nprincipal:\n  document:\n    number: 44030519900101123X\n',
    )
    expect(statSync(join(folder, 'out', '海风科技')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'out', '海风科技', 'icp.yaml')).mode & 0o777).toBe(0o600)
    expect(existsSync(join(folder, 'out', 'rejected.csv'))).toBe(false)
  })

  it('from GB18030', () => {
    // 海风 in GB18030
    const table = Buffer.concat([
      Buffer.from('sponsor.name\r\n'),
      Buffer.from([0xba, 0xa3, 0xb7, 0xe7]),
      Buffer.from('\r\n'),
    ])
    const { run, read } = world(table)
    expect(run().status).toBe(0)
    expect(read('海风', 'icp.yaml')).toContain('name: 海风')
  })

  it.each([';', '\t'])('from columns between %j', mark => {
    const { run, read } = world(`${head}\n${good}\n`.replaceAll(',', mark))
    expect(run().status).toBe(0)
    expect(read('海风科技', 'icp.yaml')).toContain('number: 44030519900101123X')
  })

  it('with days, yes and no, lists and services as they are meant', () => {
    const heads = 'principal.document.valid-from,principal.document.valid-to,principal.student,services.0.content'
    const { run, read } = world(`${heads},services.0.domains.0.name\n2024/1/5,长期,FALSE,a；b,sea.example\n`)
    expect(run().status).toBe(0)
    const text = read('2', 'icp.yaml')
    for (const part of [
      'valid-from: 2024-01-05',
      'valid-to: long-term',
      'student: "false"',
      'content: [a, b]',
      'name: sea.example',
    ])
      expect(text).toContain(part)
  })

  it('under the Chinese and English names of fields', () => {
    const { run, read } = world('主体负责人姓名,principal: mobile number\n林晓,13800138000\n')
    expect(run().status).toBe(0)
    expect(read('2', 'icp.yaml')).toContain('name: 林晓\n  mobile: "13800138000"')
  })
})

describe('a mapping', () => {
  it('gives paths, defaults and the name of the folder', () => {
    const { folder, run, read } = world('客户,编号,备注\n海风科技,../A-1,x\n')
    const map = 'columns: { 客户: sponsor.name }\ndefaults: { province: 广东, provider: aliyun }\nfolder: 编号\n'
    writeFileSync(join(folder, 'map.yaml'), map)
    const { status, stderr } = run('--map', 'map.yaml', '--out', 'out')
    expect(stderr).toContain('备注')
    expect(status).toBe(0)
    const text = read('out', 'A-1', 'icp.yaml')
    expect(text).toContain('province: guangdong')
    expect(text).toContain('name: 海风科技')
    expect(text).not.toContain('x')
  })

  it('is written with what is known, and can be read back', () => {
    const { folder, run, read } = world(`${head},备注\n${good},x\n`)
    expect(run('--write-map', 'map.yaml').status).toBe(0)
    expect(read('map.yaml')).toContain('sponsor.name: sponsor.name')
    expect(read('map.yaml')).toContain('备注: ""')
    expect(existsSync(join(folder, '海风科技'))).toBe(false)
    expect(run('--map', 'map.yaml').status).toBe(0)
    expect(run('--write-map', 'map.yaml').status).toBe(2)
  })

  it('decides between two columns for one field, which a table without it may not have', () => {
    const { run, read } = world('主体负责人姓名,principal.name\n林晓,周舟\n')
    expect(run().stderr).toContain('two columns are for principal.name')
    expect(run('--write-map', 'map.yaml').status).toBe(0)
    expect(read('map.yaml')).toContain('principal.name: ""')
    expect(run('--map', 'map.yaml').status).toBe(0)
    expect(read('2', 'icp.yaml')).toContain('name: 林晓')
  })

  it.each([
    'columns: { sponsor.name: sponsor.constructor }',
    'columns: { nobody: sponsor.name }',
    'colums: {}',
    'defaults: [a]',
  ])('is refused: %s', map => {
    const { folder, run } = world(`${head}\n${good}\n`)
    writeFileSync(join(folder, 'map.yaml'), map)
    expect(run('--map', 'map.yaml').status).toBe(2)
    expect(existsSync(join(folder, '海风科技'))).toBe(false)
  })
})

describe('a row that is no filing', () => {
  it('goes to rejected.csv with its line and reasons, no cell a formula; the others are done', () => {
    const rows = ['=1+1,2024-02-30', '"山\n岚",2024-02-29', '溪谷,2024-01-01,more', '@溪,never']
    const { folder, run, read } = world(`sponsor.name,principal.born\n${rows.join('\n')}\n`)
    const { status, stdout } = run('--out', 'out')
    expect(status).toBe(1)
    expect(stdout).toContain('1 imported, 3 not')
    expect(existsSync(join(folder, 'out', '山-岚', 'icp.yaml'))).toBe(true)
    const rejected = read('out', 'rejected.csv')
    expect(rejected).toMatch(
      /^\uFEFF"sponsor.name","principal.born","not imported because"\r\n"'=1\+1","2024-02-30","line 2; /,
    )
    expect(rejected).toMatch(/\r\n"溪谷","2024-01-01","line 5; 3 cells/)
    expect(rejected).toMatch(/\r\n"'@溪","never","line 6; /)
    expect(run('--out', 'out').status).toBe(2)
  })

  it('never replaces a filing that is there, nor follows a link', () => {
    const { folder, run, read } = world(`${head}\n${good}\n山岚,企业,\n`)
    mkdirSync(join(folder, 'out', '海风科技'), { recursive: true })
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'out', '海风科技', 'icp.yaml'), 'mine')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'out', '山岚'))
    const { status, stdout } = run('--out', 'out')
    expect(status).toBe(1)
    expect(stdout).not.toContain('44030519900101123X')
    expect(read('out', '海风科技', 'icp.yaml')).toBe('mine')
    expect(existsSync(join(folder, 'elsewhere', 'icp.yaml'))).toBe(false)
  })

  it('contradicts itself', () => {
    const { run } = world('sponsor.name,sponsor.record,sponsor.record.number\n海风,none,粤ICP备1号\n')
    expect(run().stdout).toContain('sponsor.record.number cannot stand beside')
  })
})

it.each<[what: string, table: string, name: string, told: string]>([
  ['an empty file', '', 'a.csv', 'is empty'],
  ['headings only', `${head}\n`, 'a.csv', 'no rows'],
  ['a heading that stands there twice', 'sponsor.name,sponsor.name\na,b\n', 'a.csv', 'twice'],
  ['headings nobody knows', 'a,b\n1,2\n', 'a.csv', '--write-map'],
  ['an old workbook', 'anything', 'a.xls', 'CSV UTF-8'],
  ['what is no text', 'a\0b', 'a.csv', 'GB18030'],
])('%s is refused in a sentence', (_what, table, name, told) => {
  const { status, stdout, stderr } = world(table, name).run()
  expect(stderr).toContain(told)
  expect(stdout).toBe('')
  expect(status).toBe(2)
})
