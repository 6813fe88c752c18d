// What the two READMEs print is run: the wrong filing gives these findings, the sheet is a good sheet, the commands exist.
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays } from '../src/model/calendar.ts'
import { drawPhoto } from './draw-photo.ts'

const readme = readFileSync('README.md', 'utf8')
const rulesReadme = readFileSync('rules/README.md', 'utf8')
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block)

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const run = (args: string[], cwd: string) => spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' })

describe('the README', () => {
  it('begins with findings that its five mistakes really give', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-readme-'))
    expect(run(['init', '.', '--example'], folder).status).toBe(0)
    const today = '2026-11-24'
    const written = readFileSync(join(folder, 'icp.yaml'), 'utf8')
    const wrong = written
      .replace('44030519900101123X', '44030519900101132X')
      .replace('valid-to: 2036-01-01', `valid-to: ${addDays(today, 61)}`)
      .replace('    name: 海风软件\n', '    name: 中国海风网\n')
      .replace('          name: 深圳市海风软件有限公司', '          name: 深圳市海凤软件有限公司')
      .replace('subscription', 'pay-as-you-go')
      // Dated by the clock of the run, it would be of the future on the day that the README shows.
      .replace(/signed-on: .*/, `signed-on: ${addDays(today, -4)}`)
    writeFileSync(join(folder, 'icp.yaml'), wrong)
    const { stdout, status } = run(['check', 'icp.yaml', '--lang', 'zh', '--on', today], folder)
    expect(status).toBe(1)
    const shown = (blocks(readme, '')[0] ?? '')
      .split('\n')
      .slice(1)
      .map(line => line.trim())
      .filter(line => line !== '')
    expect(shown.length).toBeGreaterThan(8)
    expect(shown.filter(line => !stdout.includes(line))).toEqual([])
  })

  const commands = blocks(readme, 'sh').flatMap(block => block.trim().split('\n'))

  it('installs and runs the main job and the tests with one command each', () => {
    expect(commands).toContain('npm ci && node bin/icp-prep.js init demo --example')
    expect(commands).toContain('npm ci && npm test')
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci && npm test')
  })

  it.each(commands.filter(command => / rules /.test(command)))('shows a command that works: %s', command => {
    const [, , ...args] = command.split(' ')
    expect(run(args, process.cwd()).status).toBe(0)
  })

  it('compares a filing as it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-compared-'))
    run(['init', 'demo', '--example'], folder)
    const shown = commands.filter(command => / compare /.test(command)).map(command => command.split(' ').slice(2))
    expect(shown.map(args => run(args, folder).status)).toEqual([0, 0])
  })

  it('checks a filing in CI as it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-checked-'))
    run(['init', 'demo', '--example'], folder)
    const shown = commands.filter(command => / check demo /.test(command)).map(command => command.split(' ').slice(2))
    expect(shown.map(args => run(args, folder).status)).toEqual([0, 0, 0, 0])
    expect(readdirSync(join(folder, 'reports'))).toEqual(['icp-prep.md', 'icp-prep.sarif'])
  })

  it('keeps track of a filing as it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-tracked-'))
    run(['init', 'demo', '--example'], folder)
    const shown = commands
      .filter(command => / (status|footer) /.test(command))
      .map(command => command.split(' ').slice(2))
    expect(shown.map(args => run(args, folder).status)).toEqual([0, 0, 0])
    expect(readFileSync(join(folder, 'demo', 'icp.yaml'), 'utf8')).toMatch(/^progress:\n  submitted: \d{4}-\d\d-\d\d$/m)
  })

  it('prints forms as it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-printed-'))
    run(['init', 'demo', '--example'], folder)
    const shown = commands.filter(command => / forms /.test(command)).map(command => command.split(' ').slice(2))
    expect(shown.map(args => run(args, folder).status)).toEqual([0])
  })

  it('puts scans into their slots as it says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-attached-'))
    run(['init', 'demo', '--example'], folder)
    mkdirSync(join(folder, 'scans'))
    const photo = await (await drawPhoto({ width: 1400, height: 1000 })).jpeg().toBuffer()
    const shown = commands.filter(command => / attach /.test(command)).map(command => command.split(' ').slice(2))
    writeFileSync(join(folder, 'scans', '营业执照.jpg'), photo)
    expect(run(shown[0] ?? [], folder).status).toBe(0)
    writeFileSync(join(folder, 'scans', 'IMG_2031.jpg'), photo)
    expect(run(shown[1] ?? [], folder).status).toBe(0)
  }, 120_000)

  it('packs, seals and opens a bundle as it says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-sealed-'))
    run(['init', 'demo', '--example'], folder)
    const identity = await generateIdentity()
    writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
    writeFileSync(join(folder, 'recipients.txt'), `# the office\n${await identityToRecipient(identity)}\n`)
    const block = blocks(readme, 'sh').find(each => each.includes(' --seal-to-file ')) ?? ''
    const calls = block
      .trim()
      .split('\n')
      .map(command => command.split(' ').slice(2))
    expect(calls).toHaveLength(4)
    expect(calls.map(args => run(args, folder).status)).toEqual([0, 0, 0, 0])
  })

  it('names the exit codes that the help names', () => {
    const help = run(['--help', '--lang', 'en'], process.cwd()).stdout
    for (const code of ['0', '1', '2', '3', '130']) {
      expect(help).toMatch(new RegExp(`^ +${code} `, 'm'))
      expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'))
    }
  })
})

describe('the text of a form that the rules README shows', () => {
  const text = blocks(rulesReadme, 'text')[0] ?? ''

  it('has no mistake, and every sign is explained', () => {
    const folder = mkdtempSync(join(tmpdir(), 'icp-prep-text-'))
    mkdirSync(join(folder, 'my-rules', 'materials'), { recursive: true })
    writeFileSync(join(folder, 'my-rules', 'materials', 'no-tutoring-letter.md'), text)
    writeFileSync(join(folder, 'my-rules', 'materials', 'passport.md'), `${text}@sgin`)
    const { stdout } = run(['rules', 'lint', 'my-rules', '--lang', 'en'], folder)
    expect(stdout.split('\n').filter(line => line.includes('.md:'))).toEqual([
      expect.stringContaining(`passport.md:${text.split('\n').length}:1 "@sgin"`),
    ])
    for (const [, sign] of stdout.matchAll(/(@[a-z]+)[,\n]/g)) expect(rulesReadme).toContain(`\`${sign}`)
  })
})

describe('"write a rule in ten minutes"', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-rules-'))
  mkdirSync(join(folder, 'my-rules', 'provinces'), { recursive: true })
  writeFileSync(join(folder, 'my-rules', 'provinces', 'yinhe.yaml'), blocks(rulesReadme, 'yaml')[0] ?? '')

  const shown = (command: string) => {
    const line = blocks(rulesReadme, 'sh')
      .join('')
      .split('\n')
      .find(each => each.includes(command) && each.includes('my-rules'))
    return run([...(line ?? '').split(' ').slice(1), '--lang', 'en'], folder)
  }

  it('shows a sheet whose rules and examples hold', () => {
    expect(shown('rules lint').stdout).toContain('1 sheet, 2 rules, 0 problems')
    expect(shown('rules test').stdout).toContain('examples: 5 passed, 0 failed')
  })

  it('shows a sheet that judges a filing of the province it makes up', () => {
    mkdirSync(join(folder, 'my-filing'))
    writeFileSync(
      join(folder, 'my-filing', 'icp.yaml'),
      'icp: 1\nprovince: 银河\nprovider: aliyun\nsponsor: { kind: individual, document: { type: id-card, number: 44030519900101123X, address: 广东省深圳市南山区海风路1号 } }\n',
    )
    const { stdout, status } = shown('check')
    expect(status).toBe(1)
    expect(stdout).toContain('yinhe/residence-permit')
    expect(stdout).toContain('Yinhe')
  })
})
