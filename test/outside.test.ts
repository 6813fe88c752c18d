// A filing, a table or a checkout of a stranger may name any file and hold any link: nothing outside is handed on or written over.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { filesBelow, run, textAt } from './trust/program.ts'

const scan = fileURLToPath(
  new URL('../rules/examples/enterprise-guangdong/materials/business-licence.jpg', import.meta.url),
)
const small = 'icp: 1\nprovider: aliyun\nprovince: guangdong\nsponsor: { kind: enterprise, name: 海风 }\n'

let cwd = ''
const at = (...parts: readonly string[]) => join(cwd, ...parts)
const filing = (text: string) => writeFileSync(at('filing', 'icp.yaml'), small + text)
const naming = (file: string) => filing(`materials:\n  - { is: business-licence, file: ${JSON.stringify(file)} }\n`)

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'icp-prep-outside-'))
  for (const name of ['filing', 'elsewhere']) mkdirSync(at(name))
  writeFileSync(at('elsewhere', 'key'), 'SECRET')
  cpSync(scan, at('elsewhere', 'licence.jpg'))
})

describe('a file that the filing names outside its folder', () => {
  it.each(['../elsewhere/key', 'link'])('%s is not packed when it is no paper, and that is told', name => {
    symlinkSync(at('elsewhere', 'key'), at('filing', 'link'))
    naming(name)
    const { stderr, status } = run(['pack', 'filing', '--lang', 'en'], { cwd })
    expect(status).toBe(1)
    expect(stderr).toContain(`${name} lies outside the folder of the filing and is no picture, PDF or video`)
    const bundle = at('filing', 'bundle')
    expect(filesBelow(bundle).filter(path => textAt(bundle, path).includes('SECRET'))).toEqual([])
  })

  it('is packed when it is one, and that is told too', () => {
    naming('../elsewhere/licence.jpg')
    const { stderr } = run(['pack', 'filing', '--lang', 'en'], { cwd })
    expect(stderr).toContain('../elsewhere/licence.jpg lies outside the folder of the filing and is in the bundle now')
    expect(readdirSync(at('filing', 'bundle', 'data', 'materials'))).toEqual(['01-business-licence.jpg'])
  })
})

it('a name no file can have is a missing file', () => {
  naming('a\0b')
  for (const command of ['check', 'pack', 'status']) {
    const { stderr, status } = run([command, 'filing'], { cwd })
    expect([command, status]).toEqual([command, command === 'status' ? 0 : 1])
    expect(stderr).not.toContain('TypeError')
  }
})

describe('a link that leads elsewhere is not written through:', () => {
  const untouched = () => {
    expect(readdirSync(at('elsewhere')).toSorted()).toEqual(['key', 'licence.jpg'])
    expect(readFileSync(at('elsewhere', 'key'), 'utf8')).toBe('SECRET')
  }
  const refused = (args: readonly string[], where = cwd) => {
    const { all, status } = run([...args, '--lang', 'en'], { cwd: where })
    expect(all).toMatch(/a link leads .* out of its folder, nothing was written/)
    untouched()
    return status
  }
  const attach = ['attach', 'elsewhere/licence.jpg', '--as', 'business-licence', '--dir', 'filing']

  it('the folder of the materials', () => {
    filing('')
    symlinkSync('../elsewhere', at('filing', 'materials'))
    expect(refused(attach)).toBe(2)
    expect(textAt(cwd, 'filing', 'icp.yaml')).toBe(small)
  })

  it('a file among them', () => {
    naming('materials/business-licence.jpg')
    mkdirSync(at('filing', 'materials'))
    symlinkSync(at('elsewhere', 'key'), at('filing', 'materials', 'business-licence.jpg'))
    expect(refused(attach)).toBe(2)
  })

  it('a report, or a folder on its way', () => {
    filing('')
    symlinkSync('../elsewhere/new.json', at('filing', 'report.json'))
    symlinkSync('../elsewhere', at('filing', 'reports'))
    for (const options of [
      ['--output', 'report.json'],
      ['--write-baseline', 'report.json'],
      ['--reporter', 'sarif:reports/new.sarif'],
    ])
      expect(refused(['check', '.', ...options], at('filing'))).toBe(2)
  })

  it('while one that stays in the folder is', () => {
    filing('')
    writeFileSync(at('real.json'), '')
    symlinkSync('real.json', at('report.json'))
    expect(run(['check', 'filing', '--reporter', 'json', '--output', 'report.json'], { cwd }).status).toBe(1)
    expect(textAt(cwd, 'real.json')).toContain('"filings"')
  })
})
