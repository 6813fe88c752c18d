// Nothing gets out: unmistakable values in every field of a filing, looked for in everything the program says, writes and asks for.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { Terminal } from './terminal.ts'
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
const phones = others.filter(each => each.startsWith('1'))
const secrets = [...ids, ...others]

const found = (text: string): string[] => secrets.filter(secret => text.includes(secret))

const scan = fileURLToPath(
  new URL('../rules/examples/enterprise-guangdong/materials/business-licence.jpg', import.meta.url),
)

/** A row that is a filing, and one whose every cell is refused. */
const table = [
  'sponsor.name,provider,province,principal.document.number,principal.mobile,plan.submit-on',
  `海风,aliyun,guangdong,${ids[0]},${phones[0]},2026-12-01`,
  `海浪,${ids[1]},${ids[2]},${ids[3]},${phones[1]},${ids[4]}`,
  `海潮,aliyun,guangdong,${ids[5]},${phones[2]},2026-12-01,${ids[6]}`,
].join('\n')
const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

beforeAll(() => {
  mkdirSync(join(folder, 'filing'))
  writeFileSync(join(folder, 'filing', 'icp.yaml'), filing)
  writeFileSync(join(folder, 'answers.yaml'), filing)
  mkdirSync(join(folder, 'scans'))
  // Where a scan is called by the number it shows.
  for (const name of ['licence.jpg', `${ids[0]}.jpg`, `王海${phones[0]}.jpg`]) cpSync(scan, join(folder, 'scans', name))
  writeFileSync(join(folder, 'scans', `${ids[1]}.txt`), ids[2] ?? '')
  for (const name of ['attached', 'many/one', 'many/two'])
    cpSync(join(folder, 'filing'), join(folder, name), { recursive: true })
  // Folders may be called by a number as well.
  cpSync(join(folder, 'filing'), join(folder, 'scans', ids[0] ?? ''), { recursive: true })
  writeFileSync(join(folder, 'table.csv'), table)
  const { stdout } = spawnSync('age-keygen', { encoding: 'utf8' })
  writeFileSync(join(folder, 'key.txt'), stdout ?? '')
}, 60_000)

/** Every call writes down whether it asks for the network or for another program. */
const logs = mkdtempSync(join(tmpdir(), 'icp-prep-leaks-logs-'))
const log = join(logs, 'network.log')
const children = join(logs, 'children.log')
const env = { TMPDIR: temporary, HOME: temporary, NETWORK_LOG: log, CHILD_LOG: children }

const within = (args: readonly string[], input?: string): Run => {
  const node = ['--require', preload('no-network.cjs')]
  return run(args, { cwd: folder, env, node, ...(input === undefined ? {} : { input }) })
}

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
  ['check', `scans/${ids[0] ?? ''}`, '--lang', 'zh'],
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
  ...['json', 'markdown', 'ics'].map(reporter => ['status', 'filing', 'many', '--reporter', reporter]),
  ['check', 'filing', ...reporters.flatMap(reporter => ['--reporter', `${reporter}:reports/check.${reporter}`])],
  ['check', 'filing', '--write-baseline', 'reports/known.json'],
  ['check', 'filing', '--baseline', 'reports/known.json', '--ahead', '90'],
  ['check', 'many', '--jobs', '2', '--reporter', 'ndjson'],
  ['check', 'many', '--jobs', '2', '--lang', 'zh'],
  ['attach', 'scans/licence.jpg', '--as', 'id-card-front', '--of', 'principal', '--dir', 'attached', '--watermark'],
  ['attach', `scans/${ids[0]}.jpg`, '--as', 'business-licence', '--dir', 'attached'],
  ['attach', 'scans', '--dir', 'attached'],
  ['attach', 'scans', '--dir', 'attached', '--dry-run', '--lang', 'zh'],
  ['attach', `scans/${ids[1]}.txt`, '--dir', 'attached'],
  ['attach', 'scans/licence.jpg', '--as', ids[0] ?? '', '--of', phones[0] ?? '', '--dir', 'attached'],
  ['pack', 'filing', '--seal-to', recipient, '--out', 'bundle.zip.age'],
  ['check', 'bundle.zip.age', '--identity', 'key.txt'],
  ['import', 'table.csv', '--out', 'rows', '--lang', 'zh'],
  ['import', 'table.csv', '--out', 'rows', '--write-map', 'reports/map.yaml'],
  ['footer', 'filing'],
  ['footer', 'filing', '--number', ids[0] ?? ''],
  ['forms', 'filing', '--out', 'forms', '--force', '--lang', 'zh'],
  ['status', 'filing', '--set', `submitted=${ids[0]}`],
  ['status', 'filing', '--set', `${phones[0]}=2026-01-02`],
]

describe('what is said', () => {
  it.each(calls.map((call, index) => [`${index} ${call.join(' ')}`, call] as const))('%s', (_, call) => {
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
    `icp: 1\nprincipal: { mobile: [${phones[0]}] }\n`,
    `icp: 1\n"${ids[1]}": x\n`,
    `icp: 1\nsponsor: {${ids[2]}: 1, ${ids[2]}: 2}\n`,
    `icp: ${ids[3]}\n`,
    `icp: 1\nsponsor:\n  name: "${ids[4]}\n`,
    `icp: 1\nsponsor: *${ids[5]}\n`,
    `icp: 1\nsponsor: !${ids[6]} x\n`,
    `icp: 1\nplan: { submit-on: ${ids[7]} }\n`,
  ]

  it.each(['pretty', 'junit', 'github'])('malformed filings, as %s', reporter => {
    const names = malformed.map((_, index) => `malformed-${index}.yaml`)
    for (const [index, name] of names.entries()) writeFileSync(join(folder, name), malformed[index] ?? '')
    const { all, status } = within(['check', ...names, '--reporter', reporter])
    expect(status).toBe(2)
    expect(names.filter(name => !all.includes(name))).toEqual([])
    expect(found(all)).toEqual([])
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

  const commands: readonly (readonly string[])[] = [
    ['pack', 'filing', '--out', 'crashed'],
    ['pack', 'filing', '--zip', '--out', 'crashed.zip'],
    ['status', 'filing'],
    ['compare', 'filing'],
    ['forms', 'filing', '--out', 'crashed'],
    ['footer', 'filing'],
    ['init', 'crashed', '--answers', 'answers.yaml'],
    ['attach', 'scans/licence.jpg', '--dir', 'attached'],
    ['check', 'many', '--jobs', '2'],
    ['check', 'bundle.zip'],
  ]

  it.each(commands)('nor does one in the middle of %s %s', (...call) => {
    const node = ['--require', preload('broken-judge.cjs')]
    const { all, status } = run(call, { cwd: folder, env: { TMPDIR: temporary, HOME: temporary }, node })
    expect(status).not.toBe(null)
    expect(found(all)).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
  })

  // Its pages show the filer's own answers in full, to be compared with the paper: only where somebody sits at a terminal.
  it('an interview that is broken off leaves nothing elsewhere', { timeout: 60_000 }, async () => {
    const terminal = new Terminal(['init', 'filing', '--lang', 'zh'], folder, { TMPDIR: temporary, HOME: temporary })
    await terminal.until(/\n\? /)
    terminal.press('interrupt')
    expect(await terminal.ended()).toBe(130)
    expect(readdirSync(temporary)).toEqual([])
    expect(readFileSync(join(folder, 'filing', 'icp.yaml'), 'utf8')).toContain(ids[0])
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

  it('reports in files hold no number, whatever they are for', () => {
    const reports = filesBelow(join(folder, 'reports'))
    expect(reports.length).toBeGreaterThan(reporters.length)
    expect(reports.flatMap(name => found(readFileSync(join(folder, 'reports', name), 'utf8')))).toEqual([])
  })

  it('names of files hold no number either', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => !name.startsWith('scans/'))
    expect(found(names.join('\n'))).toEqual([])
  })

  it('everything written is for its owner only', () => {
    const own = ['bundle', 'forms', 'answered', 'rows', 'reports', 'attached/materials'].filter(name =>
      existsSync(join(folder, name)),
    )
    expect(own).toEqual(expect.arrayContaining(['bundle', 'rows', 'reports', 'attached/materials']))
    const open = own.flatMap(name =>
      ['', ...readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })]
        .map(path => join(folder, name, path))
        .filter(path => (statSync(path).mode & 0o077) !== 0),
    )
    expect(open).toEqual([])
    for (const name of ['bundle.zip', 'bundle.zip.age']) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
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
  const more: readonly (readonly string[])[] = [
    ['init', 'example', '--example'],
    ['check', 'example'],
    ['pack', 'example', '--seal-to', recipient],
    ['completion', 'bash'],
    ['rules', 'list'],
    ['schema'],
    ['--version'],
    ['--help'],
    ['check', 'https://icp-prep.invalid/icp.yaml'],
  ]

  it.each(more)('is not asked for by %s %s either', (...call) => {
    expect([0, 1, 2]).toContain(within(call).status)
  })

  it('was asked for by none of the calls above, and no other program was started', () => {
    expect(existsSync(log)).toBe(false)
    expect(existsSync(children)).toBe(false)
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
