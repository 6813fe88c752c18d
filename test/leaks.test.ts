// Nothing gets out: unmistakable values in every field of a filing, looked for in everything the program says, writes and asks for.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { filledFiling, fillTexts, isPersonal, plantedId, plantedPhone } from './trust/planted.ts'
import { bin, filesBelow, run, type Run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-leaks-'))
const temporary = mkdtempSync(join(tmpdir(), 'icp-prep-leaks-tmp-'))
const preload = (name: string) => fileURLToPath(new URL(`./trust/${name}`, import.meta.url))

const ids: string[] = []
const others: string[] = []

/** Numbers in every text, also where nobody expects one; addresses and other personal texts where they belong. */
const planted = fillTexts(path => {
  const place = ids.length + others.length
  const key = path.join('.')
  if (/mobile$|phone$/.test(key)) {
    others.push(plantedPhone(place))
    return plantedPhone(place)
  }
  if (key.endsWith('address') && isPersonal(path)) {
    const address = `科技园南路${8000 + place}号密栋`
    others.push(address)
    return address
  }
  ids.push(plantedId(place))
  return key.endsWith('number') ? plantedId(place) : `海风${plantedId(place)}`
})
const filing = filledFiling(planted)
const secrets = [...ids, ...others]

const found = (text: string): string[] => secrets.filter(secret => text.includes(secret))

beforeAll(() => {
  mkdirSync(join(folder, 'filing'))
  writeFileSync(join(folder, 'filing', 'icp.yaml'), filing)
  writeFileSync(join(folder, 'answers.yaml'), filing)
})

const within = (args: readonly string[], input?: string): Run =>
  run(args, { cwd: folder, env: { TMPDIR: temporary, HOME: temporary }, ...(input === undefined ? {} : { input }) })

it('every text of the schema holds a number of its own', () => {
  expect(secrets.length).toBeGreaterThan(80)
  expect(new Set(secrets).size).toBe(secrets.length)
  expect(secrets.filter(secret => !filing.includes(secret))).toEqual([])
})

const reporters = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'markdown']
const calls: readonly (readonly string[])[] = [
  ...reporters.map(reporter => ['check', 'filing', '--notes', '--reporter', reporter, '--lang', 'zh']),
  ['check', 'filing', '--show-personal', '--lang', 'en'],
  ['check', 'filing', '--show-personal', '--reporter', 'json'],
  ['compare', 'filing', '--providers', 'aliyun,tencent'],
  ['compare', 'filing', '--reporter', 'json'],
  ['compare', 'filing', '--reporter', 'markdown'],
  ['init', 'filing'],
  ['init', 'answered', '--answers', 'answers.yaml'],
  ['pack', 'filing', '--out', 'bundle'],
  ['pack', 'filing', '--out', 'bundle.zip', '--zip'],
  ['check', 'bundle'],
  ['check', 'bundle.zip', '--reporter', 'json'],
  ['forms', 'filing', '--out', 'forms'],
  ['status', 'filing'],
  ['status', 'filing', '--set', 'submitted=2026-01-02'],
]

describe('what is said', () => {
  it.each(calls.map(call => [call.join(' '), call] as const))('%s', (_, call) => {
    const { all, status } = within(call)
    expect([0, 1, 2]).toContain(status)
    expect(all.length).toBeGreaterThan(20)
    expect(found(all)).toEqual([])
  })

  it('check - of the same filing as a line of JSON', () => {
    const line = JSON.stringify({
      icp: 1,
      principal: { mobile: others[0], name: `海${ids[0]}`, document: { number: ids[1] } },
      [`x${ids[2]}`]: ids[3],
    })
    const { all } = within(['check', '-'], `${line}\n{"icp": "${ids[4]}"}\n${ids[5]}\n`)
    expect(all.length).toBeGreaterThan(20)
    expect(found(all)).toEqual([])
  })

  const malformed = [
    `icp: 1\nsponsor: ${ids[0]}\n`,
    `icp: 1\nprincipal: { mobile: [${others[0]}] }\n`,
    `icp: 1\n"${ids[1]}": x\n`,
    `icp: 1\nsponsor: {${ids[2]}: 1, ${ids[2]}: 2}\n`,
    `icp: ${ids[3]}\n`,
    `icp: 1\nsponsor:\n  name: "${ids[4]}\n`,
    `icp: 1\nsponsor: *${ids[5]}\n`,
    `icp: 1\nsponsor: !${ids[6]} x\n`,
    `icp: 1\nplan: { submit-on: ${ids[7]} }\n`,
  ]

  it.each(malformed.map((text, index) => [index, text] as const))('a malformed filing, number %d', (_, text) => {
    writeFileSync(join(folder, 'malformed.yaml'), text)
    for (const reporter of ['pretty', 'junit', 'github']) {
      const { all, status } = within(['check', 'malformed.yaml', '--reporter', reporter])
      expect(status).toBe(2)
      expect(found(all)).toEqual([])
    }
  })

  it('a crash says where, never about what', () => {
    const { stdout, stderr, status } = run(['check', 'filing'], {
      cwd: folder,
      node: ['--require', preload('broken-judge.cjs')],
    })
    expect([stdout, status]).toEqual(['', 3])
    expect(stderr).toMatch(/^TypeError$/m)
    expect(stderr).toMatch(/^ +at .*\.cjs:\d+/m)
    expect(found(stderr)).toEqual([])
    expect(stderr).not.toContain('sponsor')
  })
})

describe('what is written', () => {
  const shown = (name: string) =>
    /(?:checklist\.(?:md|html)|README\.md|findings\.json|calendar\.ics|manifest|bag)/.test(name)

  it('the pages of a bundle that others see hold no number', () => {
    const pages = filesBelow(join(folder, 'bundle')).filter(shown)
    expect(pages.length).toBeGreaterThan(6)
    expect(pages.flatMap(name => found(readFileSync(join(folder, 'bundle', name), 'utf8')))).toEqual([])
  })

  it('names of files hold no number either', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(found(names.join('\n'))).toEqual([])
  })

  it('everything written is for its owner only', () => {
    const own = ['bundle', 'forms', 'answered'].filter(name => existsSync(join(folder, name)))
    expect(own).toContain('bundle')
    const open = own.flatMap(name =>
      ['', ...readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })]
        .map(path => join(folder, name, path))
        .filter(path => (statSync(path).mode & 0o077) !== 0),
    )
    expect(open).toEqual([])
    expect(statSync(join(folder, 'bundle.zip')).mode & 0o077).toBe(0)
  })

  it('nothing is left in the folder for temporary files, or at home', () => {
    expect(readdirSync(temporary)).toEqual([])
  })

  it('nothing hidden is left beside what was written', () => {
    const hidden = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /(?:^|\/)\./.test(name))
    expect(hidden).toEqual([])
  })
})

const hasNamespaces = spawnSync('unshare', ['-rn', 'true']).status === 0

describe('the network', () => {
  const log = join(temporary, 'network.log')
  const children = join(temporary, 'children.log')
  const networkless = [
    ...calls.filter(([name]) => name !== 'pack' && name !== 'init'),
    ['init', 'example', '--example'],
    ['pack', 'example', '--out', 'again'],
    ['pack', 'example', '--out', 'again.zip', '--zip'],
    ['check', 'example'],
    ['rules', 'list'],
    ['rules', 'lint'],
    ['rules', 'stale'],
    ['schema'],
    ['--version'],
    ['--help'],
    ['check', 'https://icp-prep.invalid/icp.yaml'],
  ]

  it('is asked for by no command, and no other program is started', () => {
    for (const file of [log, children]) writeFileSync(file, '')
    const env = { NETWORK_LOG: log, CHILD_LOG: children }
    const statuses = networkless.map(
      call => run(call, { cwd: folder, env, node: ['--require', preload('no-network.cjs')] }).status,
    )
    expect(statuses.filter(status => status === 3 || status === null)).toEqual([])
    expect(readFileSync(log, 'utf8')).toBe('')
    expect(readFileSync(children, 'utf8')).toBe('')
  })

  it('would be noticed', () => {
    const code =
      'try { require("node:net").connect(1) } catch {} fetch === undefined || void 0; try { fetch("http://x.invalid") } catch {}'
    spawnSync(process.execPath, ['--require', preload('no-network.cjs'), '-e', code], {
      env: { NETWORK_LOG: log, CHILD_LOG: children },
    })
    expect(readFileSync(log, 'utf8')).toBe('net.connect\nfetch\n')
  })

  it.skipIf(!hasNamespaces)('is not missed where there is none', () => {
    const call = ['-rn', process.execPath, bin, 'pack', 'example', '--out', 'without-network']
    const { status, stderr } = spawnSync('unshare', call, { cwd: folder, encoding: 'utf8' })
    expect([0, 1]).toContain(status)
    expect(stderr).not.toMatch(/ENETUNREACH|EAI_AGAIN|getaddrinfo/)
  })
})
