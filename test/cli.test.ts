// The program as a process: what it prints where, in which language, and how it ends.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const folder = mkdtempSync(join(tmpdir(), 'icp-prep-cli-'))
const at = (name: string) => join(folder, name)

type Environment = Readonly<Record<string, string>>

function run(args: readonly string[], env: Environment = {}) {
  const { PATH = '' } = process.env
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', env: { PATH, ...env } })
}

beforeAll(() => {
  run(['init', 'good', '--example'])
  const good = readFileSync(at('good/icp.yaml'), 'utf8')
  mkdirSync(at('wrong'))
  writeFileSync(at('wrong/icp.yaml'), good.replace('billing: subscription', 'billing: trial'))
})

describe('help and version', () => {
  it.each([
    [['--help'], {}, 'Usage:'],
    [['--help'], { LANG: 'zh_CN.UTF-8' }, '用法：'],
    [['--help', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'Usage:'],
    [['--help', '--lang=zh'], {}, '退出码：'],
    [['check', '--help', '--lang', 'zh'], {}, '核对备案文件'],
    [['rules', '--help'], {}, 'find mistakes in a rules folder'],
    [['help', 'init'], {}, 'the interview'],
  ])('%j with %j says %s', (args, env, expected) => {
    const { stdout, stderr, status } = run(args, env)
    expect(stdout).toContain(expected)
    expect([stderr, status]).toEqual(['', 0])
  })

  it('prints its version and nothing else', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(run(['--version']).stdout).toBe(`${version}\n`)
  })
})

describe('a wrong call', () => {
  it.each([
    [['chek'], 'there is no command chek'],
    [['check', '--fast'], 'there is no option --fast'],
    [['check', '--jbos', '2'], 'there is no option --jbos; did you mean --jobs?'],
    [['chekc'], 'there is no command chekc; did you mean check?'],
    [
      ['check', '--reporter', 'xml', 'good'],
      '--reporter does not take “xml”; there are: pretty, json, ndjson, sarif, junit, github, gitlab, and markdown',
    ],
    [['check', '--on', 'tomorrow', 'good'], '“tomorrow” is not a day'],
    [['check', '--on', '2026-02-30', 'good'], '“2026-02-30” is not a day'],
    [['check', '--on', '9999-12-31', 'good'], '“9999-12-31” is not a day'],
    [['check', '--reporter'], 'the option --reporter <name> needs a value'],
    [['schema', 'bundle'], 'filing and sheet'],
    [['rules', 'show', 'atlantis'], '“atlantis”'],
    [['rules', 'explain', 'national/domain-tdl'], 'national/domain-tld'],
    [['init', 'x', '--example', 'nobody'], 'enterprise-guangdong and individual-guangdong'],
  ])('%j is refused with a sentence and exit 2', (args, sentence) => {
    const { stdout, stderr, status } = run(args)
    expect(stderr).toContain(sentence)
    expect([stdout, status]).toEqual(['', 2])
  })

  it('is told in Chinese to a Chinese reader', () => {
    expect(run(['check', '--fast'], { LC_ALL: 'zh_CN.UTF-8' }).stderr).toContain('没有选项 --fast')
  })
})

describe('input that is no filing', () => {
  const files: readonly (readonly [string, string | Buffer, string])[] = [
    ['empty.yaml', '', 'empty.yaml:1:1 the file is empty'],
    ['bytes.yaml', Buffer.from([0, 159, 146, 150, 255]), 'is not UTF-8 text'],
    ['large.yaml', `icp: 1\n${'# filler\n'.repeat(200_000)}`, 'has more than 1000000 bytes'],
    ['alias.yaml', 'icp: 1\nsponsor: &s { kind: enterprise }\nprincipal: *s\n', 'alias.yaml:2:10 YAML anchors'],
    ['list.yaml', '- 1\n- 2\n', 'list.yaml:1:1 a filing is made of'],
    ['types.yaml', 'icp: 1\nsponsor: nobody\n', 'types.yaml:2:10 sponsor is “nobody”'],
    ['key.yaml', 'icp: 1\nsponser:\n  kind: enterprise\n', 'key.yaml:2:1 unknown key “sponser”; did you mean sponsor?'],
    ['day.yaml', 'icp: 1\nplan: { submit-on: 2026-02-30 }\n', 'a day that exists'],
    ['version.yaml', 'icp: 2\n', 'version.yaml:1:6 this filing is of format 2, which a later version'],
    ['no-version.yaml', 'icp: one\n', 'icp must be 1'],
    ['colon.yaml', 'icp: 1\nsponsor：\n  kind: enterprise\n', 'colon.yaml:2:8 the colon is the full-width'],
  ]

  it.each(files)('%s', (name, content, sentence) => {
    writeFileSync(at(name), content)
    const { stderr, status } = run(['check', name])
    expect(stderr).toContain(sentence)
    expect(status).toBe(2)
  })

  it('a missing path and a folder without a filing are named', () => {
    mkdirSync(at('nothing'))
    expect(run(['check', 'nowhere']).stderr).toContain('nowhere does not exist')
    expect(run(['check', 'nothing']).stderr).toContain('there is no icp.yaml in nothing')
  })

  it('a folder that is gone with the program in it is told', () => {
    mkdirSync(at('gone'))
    const script = 'cd gone && rmdir ../gone && "$@"'
    const { stderr, status } = spawnSync('/bin/sh', ['-c', script, 'sh', process.execPath, bin, 'check'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).toBe('the folder you are in has been removed or moved; go to one that exists and try again\n')
    expect(status).toBe(2)
  })

  it('one unusable file does not keep the others from being judged', () => {
    writeFileSync(at('bad.yaml'), 'icp: 1\nsponser: {}\n')
    const { stdout, stderr, status } = run(['check', 'bad.yaml', 'good', '--reporter', 'json'])
    const report: { ready: boolean; filings: unknown[]; unusable: { file: string }[] } = JSON.parse(stdout)
    expect(status).toBe(2)
    expect(stderr).toContain('did you mean sponsor?')
    expect([report.ready, report.filings.length, report.unusable.map(({ file }) => file)]).toEqual([
      false,
      1,
      ['bad.yaml'],
    ])
  })
})

describe('check', () => {
  it('ends with 0 where the filing is ready, 1 where it is not, and writes nothing', () => {
    const before = readdirSync(at('wrong'))
    expect(run(['check', 'good']).status).toBe(0)
    expect(run(['check', 'wrong']).status).toBe(1)
    expect(readdirSync(at('wrong'))).toEqual(before)
  })

  it('judges every filing under a folder and counts them', () => {
    const { stdout, status } = run(['check', '.'])
    expect(stdout).toContain('2 filings, 1 ready')
    expect(status).toBe(1)
  })

  it('fails for warnings too when it is told to be strict', () => {
    const good = readFileSync(at('good/icp.yaml'), 'utf8')
    writeFileSync(at('good/warned.yaml'), good.replace('registrar: 阿里云计算有限公司', 'registrar: 某某网络公司'))
    expect(run(['check', 'good/warned.yaml']).status).toBe(0)
    expect(run(['check', 'good/warned.yaml', '--strict']).status).toBe(1)
  })

  it('judges by the rules of the day it is given', () => {
    const filing = readFileSync(at('good/icp.yaml'), 'utf8').replace(/\nmaterials:[^]*/, '\n')
    writeFileSync(at('letter.yaml'), filing)
    const letter = 'guangdong/commitment-letter'
    expect(run(['check', 'letter.yaml', '--on', '2021-06-20']).stdout).not.toContain(letter)
    expect(run(['check', 'letter.yaml', '--on', '2021-06-21']).stdout).toContain(letter)
  })

  it('paints nothing into a pipe unless asked to', () => {
    const escape = String.fromCodePoint(27)
    expect(run(['check', 'wrong']).stdout).not.toContain(escape)
    expect(run(['check', 'wrong'], { FORCE_COLOR: '1' }).stdout).toContain(escape)
    expect(run(['check', 'wrong'], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(escape)
  })

  it('does not unmask personal data into a pipe', () => {
    writeFileSync(at('short.yaml'), readFileSync(at('wrong/icp.yaml'), 'utf8').replace('"13800138000"', '"1380013800"'))
    const { stdout } = run(['check', 'short.yaml', '--show-personal'])
    expect(stdout).toContain('national/mobile-format')
    expect(stdout).not.toContain('1380013800')
  })
})

describe('a bundle', () => {
  it('is verified before it is judged', () => {
    expect(run(['check', 'good/bundle']).status).toBe(0)
    writeFileSync(at('good/bundle/data/README.md'), 'changed')
    const { stderr, status } = run(['check', 'good/bundle'])
    expect(stderr).toContain('data/README.md')
    expect(status).toBe(2)
  })

  it('is not replaced unless that is asked for', () => {
    const { stderr, status } = run(['pack', 'good'])
    expect([stderr.includes('exists already'), status]).toEqual([true, 2])
    expect(run(['pack', 'good', '--force']).status).toBe(0)
    expect(run(['check', 'good/bundle']).status).toBe(0)
  })

  it('of an unfinished filing is written all the same, and says what is missing', () => {
    const { stdout, status } = run(['pack', 'wrong', '--out', 'unfinished'])
    expect(stdout).toContain('Not ready')
    expect(status).toBe(1)
    expect(existsSync(at('unfinished/data/checklist.html'))).toBe(true)
  })
})

it('the schema of a filing is printed as JSON', () => {
  const schema: { properties: object } = JSON.parse(run(['schema']).stdout)
  expect(Object.keys(schema.properties)).toContain('sponsor')
})

describe('a short run', () => {
  /** What of Node's it loads that an empty script does not. */
  function loadedBy(args: readonly string[]): string[] {
    const script = `
      const before = new Set(process.moduleLoadList)
      process.on('exit', () => require('node:fs').writeSync(2, process.moduleLoadList.filter(name => !before.has(name)).join()))
      process.argv = ['node', 'icp-prep', ...${JSON.stringify(args)}]
      require(${JSON.stringify(bin)})`
    const { stderr } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })
    return stderr.split(',').map(name => name.replace(/^.*? /, ''))
  }

  it.each([[['--version']], [['check', 'plain.yaml', '--reporter', 'json']], [['check', 'plain.yaml']]])(
    'of %j loads no streams, no child processes and no threads; hashing only for a fingerprint',
    args => {
      writeFileSync(at('plain.yaml'), readFileSync(at('good/icp.yaml'), 'utf8').replace(/\nmaterials:[^]*/, '\n'))
      const loaded = loadedBy(args)
      expect(loaded).toContain('vm')
      const heavy = [
        'child_process',
        'worker_threads',
        'net',
        'http',
        ...(args.includes('json') ? [] : ['crypto', 'stream']),
      ]
      expect(loaded.filter(name => heavy.includes(name))).toEqual([])
    },
  )
})
