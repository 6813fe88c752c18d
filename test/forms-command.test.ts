// `icp-prep forms` as a process: what it writes, what it says, how it ends; and the forms that pack and check know of.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changed, enterprise, without } from './form-world.ts'

const root = process.cwd()
const bin = join(root, 'bin', 'icp-prep.js')
const folder = mkdtempSync(join(tmpdir(), 'icp-prep-forms-'))
const day = '2026-12-01'

const run = (args: readonly string[], program = bin) =>
  spawnSync(process.execPath, [program, ...args, '--lang', 'en'], { cwd: folder, encoding: 'utf8' })
const zh = (args: readonly string[], program = bin) =>
  spawnSync(process.execPath, [program, ...args, '--lang', 'zh'], { cwd: folder, encoding: 'utf8' })

let filings = 0
/** A folder with this filing and the made-up scans of the example. */
function filing(text: string): string {
  filings += 1
  const name = `filing-${filings}`
  mkdirSync(join(folder, name))
  cpSync(join(root, 'rules', 'examples', 'enterprise-guangdong', 'materials'), join(folder, name, 'materials'), {
    recursive: true,
  })
  writeFileSync(join(folder, name, 'icp.yaml'), text)
  return name
}
const unsigned = without(enterprise, 'commitment-letter')
const at = (...parts: string[]) => join(folder, ...parts)

describe('forms', () => {
  it('prints what the filing needs, for its owner only, and says how to enter it', () => {
    const dir = filing(unsigned)
    const { stdout, stderr, status } = run(['forms', dir])
    expect([stderr, status]).toEqual(['', 0])
    expect(readdirSync(at(dir, 'forms'))).toEqual(['commitment-letter.pdf'])
    expect(readFileSync(at(dir, 'forms', 'commitment-letter.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-')
    expect(statSync(at(dir, 'forms')).mode & 0o777).toBe(0o700)
    expect(statSync(at(dir, 'forms', 'commitment-letter.pdf')).mode & 0o777).toBe(0o600)
    const [, digits] = /printed from ([0-9a-f]{6})/.exec(stdout) ?? []
    expect(stdout).toContain(
      `- { is: commitment-letter, file: materials/commitment-letter.jpg, printed-from: "${digits}" }`,
    )
  })

  it('shows nobody’s number or phone on the terminal', () => {
    const { stdout } = run(['forms', filing(unsigned), '--only', 'verification-form'])
    expect(stdout).not.toMatch(/44030519900101123X|13800138000|科技园南路/)
  })

  it('says so where nothing is to be signed, and what it could print', () => {
    const dir = filing(enterprise)
    const { stdout, status } = run(['forms', dir])
    expect(status).toBe(0)
    expect(stdout).toContain('needs no forms at the moment')
    expect(stdout).toContain('verification-form')
    expect(existsSync(at(dir, 'forms'))).toBe(false)
  })

  it('prints what is asked for by name, into the folder asked for', () => {
    const dir = filing(enterprise)
    const { status } = run([
      'forms',
      dir,
      '--out',
      'letters',
      '--only',
      'construction-plan,verification-form',
      'situation-statement',
    ])
    expect(status).toBe(0)
    expect(readdirSync(at('letters'))).toEqual([
      'construction-plan.pdf',
      'situation-statement.pdf',
      'verification-form.pdf',
    ])
  })

  it('replaces nothing without --force, and then writes none of them', () => {
    const dir = filing(enterprise)
    run(['forms', dir, '--only', 'verification-form'])
    writeFileSync(at(dir, 'forms', 'verification-form.pdf'), 'mine')
    const refused = run(['forms', dir, '--only', 'commitment-letter', 'verification-form'])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('--force')
    expect(readdirSync(at(dir, 'forms'))).toEqual(['verification-form.pdf'])
    expect(readFileSync(at(dir, 'forms', 'verification-form.pdf'), 'utf8')).toBe('mine')
    expect(run(['forms', dir, '--only', 'verification-form', '--force']).status).toBe(0)
    expect(readFileSync(at(dir, 'forms', 'verification-form.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-')
  })

  it('writes the same bytes again', () => {
    const dir = filing(unsigned)
    for (const out of ['first', 'second']) run(['forms', dir, '--out', at(dir, out), '--on', day])
    const [one, other] = ['first', 'second'].map(out => readFileSync(at(dir, out, 'commitment-letter.pdf')))
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true)
  })

  it('names characters that no font has, and leaves room for them', () => {
    const { stderr, status } = run([
      'forms',
      filing(changed(unsigned, ['name: 深圳市海风软件有限公司', 'name: 深圳市𠮷风软件有限公司'])),
    ])
    expect(status).toBe(0)
    expect(stderr).toContain('commitment-letter.pdf: the font lacks 𠮷')
  })

  it.each([
    ['a form nobody wrote a text for', ['--only', 'passport'], '“passport”'],
    ['a font that is none', ['--font', 'filing-1/icp.yaml', '--only', 'commitment-letter'], 'is no font'],
    ['a font that is not there', ['--font', 'none.ttf', '--only', 'commitment-letter'], 'none.ttf'],
    ['a folder as a font', ['--font', '.', '--only', 'commitment-letter'], 'is a folder'],
  ])('refuses %s with a sentence', (_what, args, sentence) => {
    const { stdout, stderr, status } = run(['forms', filing(enterprise), ...args])
    expect(stderr).toContain(sentence)
    expect([stdout, status]).toEqual(['', 2])
  })

  const dejavu = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'
  it.skipIf(!existsSync(dejavu))('refuses a font without Chinese, naming what it lacks', () => {
    const { stderr, status } = zh(['forms', filing(unsigned), '--font', dejavu])
    expect(status).toBe(2)
    expect(stderr).toMatch(/DejaVuSans\.ttf 缺少文书正文用字 .*服/)
  })

  it('refuses what is no filing, as every command does', () => {
    expect(run(['forms', 'nowhere']).status).toBe(2)
    const { stderr, status } = run(['forms', filing('icp: 1\nsponsor: 3\n')])
    expect(status).toBe(2)
    expect(stderr).toContain('icp.yaml:2')
  })
})

/** The tool as it is installed without the optional font. */
function withoutFont(): string {
  const tool = at('tool')
  if (existsSync(tool)) return join(tool, 'bin', 'icp-prep.js')
  mkdirSync(join(tool, 'node_modules'), { recursive: true })
  for (const part of ['bin', 'dist', 'rules', 'package.json'])
    cpSync(join(root, part), join(tool, part), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@expo-google-fonts') symlinkSync(join(root, 'node_modules', name), join(tool, 'node_modules', name))
  return join(tool, 'bin', 'icp-prep.js')
}

describe('without a font', () => {
  it('forms says what to install, in both languages', () => {
    const dir = filing(unsigned)
    const [en, cn] = [run(['forms', dir], withoutFont()), zh(['forms', dir], withoutFont())]
    expect([en.status, cn.status]).toEqual([2, 2])
    expect(en.stderr).toContain('Run npm install @expo-google-fonts/noto-sans-sc')
    expect(cn.stderr).toContain('打印文书需要中文字体')
    expect(existsSync(at(dir, 'forms'))).toBe(false)
  })

  it('pack says once that the forms are not in the bundle, and the README how to print them', () => {
    const dir = filing(unsigned)
    const { stdout, stderr, status } = run(['pack', dir], withoutFont())
    expect(status).toBe(1)
    expect(stderr.match(/npm install @expo-google-fonts/g)).toHaveLength(1)
    expect(stderr).toContain(`icp-prep forms ${dir}`)
    expect(stdout).not.toContain('data/forms')
    expect(existsSync(at(dir, 'bundle', 'data', 'forms'))).toBe(false)
    expect(readFileSync(at(dir, 'bundle', 'data', 'README.md'), 'utf8')).toContain('icp-prep forms')
  })

  it('the optional package beside the work is found', () => {
    mkdirSync(at('node_modules'), { recursive: true })
    symlinkSync(join(root, 'node_modules', '@expo-google-fonts'), at('node_modules', '@expo-google-fonts'))
    expect(run(['forms', filing(unsigned)], withoutFont()).status).toBe(0)
  })
})

describe('pack', () => {
  it('takes the forms to sign along, the bag verifies, and again gives the same bytes', () => {
    const dir = filing(unsigned)
    const { stdout, stderr } = run(['pack', dir])
    expect(stderr).toBe('')
    expect(stdout).toContain('1 form to sign, in data/forms/')
    expect(readdirSync(at(dir, 'bundle', 'data', 'forms'))).toEqual(['commitment-letter.pdf'])
    expect(readFileSync(at(dir, 'bundle', 'data', 'README.md'), 'utf8')).toContain('`forms/`')
    expect(run(['check', join(dir, 'bundle')]).status).toBe(1)
    const manifest = readFileSync(at(dir, 'bundle', 'manifest-sha256.txt'), 'utf8')
    run(['pack', dir, '--force'])
    expect(readFileSync(at(dir, 'bundle', 'manifest-sha256.txt'), 'utf8')).toBe(manifest)
  })

  it('takes none where everything is signed', () => {
    const dir = filing(enterprise)
    run(['pack', dir])
    expect(existsSync(at(dir, 'bundle', 'data', 'forms'))).toBe(false)
  })
})

describe('check', () => {
  const entry =
    '\n  - { is: situation-statement, file: materials/commitment-letter.jpg, signed: true, printed-from: "000000" }\n'
  const dir = filing(enterprise.trimEnd() + entry)

  it('says that a letter printed from other answers is to be printed again', () => {
    expect(run(['check', dir]).stdout).toContain('the filing has changed since it was printed (printed from 000000')
    expect(zh(['check', dir]).stdout).toContain('请重新打印、签署')
  })

  it('is silent about one printed from these answers', () => {
    const { stdout } = run(['forms', dir, '--only', 'situation-statement'])
    const digits = /printed from ([0-9a-f]{6})/.exec(stdout)?.[1] ?? ''
    const text = readFileSync(at(dir, 'icp.yaml'), 'utf8')
    writeFileSync(at(dir, 'icp.yaml'), text.replace('"000000"', `"${digits}"`))
    expect(run(['check', dir]).stdout).not.toContain('since it was printed')
  })
})
