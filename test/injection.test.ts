// Texts of strangers: what a filing, a sheet or a file's name says reaches terminals, pages and code hosts only as text.
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { filledFiling, fillTexts } from './trust/planted.ts'
import { filesBelow, run, textAt, type Run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-injection-'))
const reporters = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const

/** Escape sequences, C1 controls, marks of direction, line breaks, markup and commands of every place it may reach. */
const attack = [
  '\u001B[31m\u001B]0;owned\u0007\u001B[2J',
  '\u009B2K\u0085\u007F\u0000'.replace('\u0000', ''),
  '\u202E\u2066\u200F\u200B\u2028\uFEFF',
  '\n::error file=x::owned\r\n##[error]owned\n::add-mask::x',
  '%0A::warning::owned',
  '<script>owned()</script><img src=x onerror=owned()>"\'>',
  '](javascript:owned()) ![x](https://x.example/x) | ``` `x` @everyone',
  '=cmd|owned',
  '\nBEGIN:VEVENT\nSUMMARY:owned',
].join('海')

/** Nobody sees these, or they move what one sees. */
const unseen = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}]/u
const colours = new RegExp(String.raw`${String.fromCodePoint(27)}\[[\d;]*m`, 'g')

/** Whatever reads a log line by line: GitHub and Azure take commands from any line of it. */
const commandLine = /^\s*(?:::|##\[)/m

/** What of a text would act on who reads it; `what` names the text. */
function heardIn(text: string, what: string): string[] {
  const found = [unseen.exec(text), commandLine.exec(text)]
  return found.flatMap(match =>
    match === null ? [] : [`${what}: ${JSON.stringify(text.slice(Math.max(0, match.index - 60), match.index + 40))}`],
  )
}

/** What of a page was made by the filing: tags everywhere, links and pictures in Markdown. */
function markupIn(file: string, text: string): string[] {
  const prose = file.endsWith('.md') ? text.replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '') : ''
  const page = file.endsWith('.md') ? prose : /\.(?:json|ics)$/.test(file) ? '' : text
  const tags = /(?<!\\)<(?:script>owned|img src=x)/.exec(page)
  const links = /(?<!\\)\]\((?!<)|(?<!\\)!\[/.exec(prose)
  const events = file.endsWith('.ics') ? /^SUMMARY:owned/m.exec(text) : null
  return [tags, links, events].flatMap(match => (match === null ? [] : [`${file}: ${match[0]}`]))
}

/** A name that a file system takes: everything but the slash and NUL. */
const hostileName = 'n\u001B[31m\n::error::owned\u202E%0A`](x)<b>'

beforeAll(() => {
  const filing = filledFiling(fillTexts(path => `${path.join('.')}${attack}`))
  for (const name of ['filing', hostileName]) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'icp.yaml'), filing)
  }
  run(['init', 'good', '--example'], { cwd: folder })
}, 60_000)

const lang = 'en'

describe('a filing of hostile texts', () => {
  it.each(reporters)('check --reporter %s', reporter => {
    const { stdout, stderr, status } = run(['check', 'filing', '--notes', '--reporter', reporter, '--lang', lang], {
      cwd: folder,
    })
    expect(status).toBe(1)
    expect(stdout.length).toBeGreaterThan(reporter === 'markdown' ? 300 : 1000)
    const unquoted = reporter === 'github' ? stdout.replaceAll(/^::/gm, '') : stdout
    expect(
      heardIn(
        `${unquoted}
${stderr}`,
        reporter,
      ),
    ).toEqual([])
  })

  it.each(['pretty', 'json', 'markdown'])('compare --reporter %s', reporter => {
    const { stdout, stderr, status } = run(['compare', 'filing', '--reporter', reporter, '--lang', lang], {
      cwd: folder,
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(heardIn(stdout, reporter)).toEqual([])
  })

  it('pack: what it says and every page of the bundle', () => {
    const { all, status } = run(['pack', 'filing', '--out', `bundle-${lang}`, '--lang', lang], { cwd: folder })
    expect(status).toBe(1)
    expect(heardIn(all, 'pack')).toEqual([])
    const texts = filesBelow(join(folder, `bundle-${lang}`)).filter(file => /\.(?:html|md|ics|json|txt)$/.test(file))
    expect(texts.length).toBeGreaterThan(7)
    for (const file of texts) {
      const written = textAt(folder, `bundle-${lang}`, file)
      const text = file.endsWith('.ics') ? written.replaceAll('\r\n ', '').replaceAll('\r\n', '\n') : written
      expect(heardIn(file.endsWith('.html') ? text.replaceAll(/\n\s*(?=::|##)/g, ' ') : text, file)).toEqual([])
      expect(markupIn(file, text)).toEqual([])
    }
  })

  it('forms and attach', () => {
    writeFileSync(join(folder, `${hostileName}.png`), 'no picture')
    const calls = [
      ['forms', 'filing', '--out', `forms-${lang}`],
      ['attach', `${hostileName}.png`, '--dir', 'filing'],
      ['attach', `${hostileName}.png`, '--as', 'business-licence', '--dir', 'filing'],
      ['init', 'filing'],
    ]
    for (const call of calls) {
      const { all, status } = run([...call, '--lang', lang], { cwd: folder })
      expect([0, 1, 2]).toContain(status)
      expect(heardIn(all, call.join(' '))).toEqual([])
    }
  })

  const asPath: readonly (readonly string[])[] = [
    ['check', hostileName],
    ['check', `${hostileName}/none`],
    ['check', `${hostileName}/icp.yaml`, '--reporter', 'junit'],
    ['check', `${hostileName}/icp.yaml`, '--reporter', 'markdown'],
    ['check', `${hostileName}/icp.yaml`, '--reporter', 'sarif'],
    ['check', `${hostileName}/icp.yaml`, '--reporter', 'gitlab'],
    ['check', `${hostileName}/icp.yaml`, '--reporter', 'ndjson'],
    ['check', `${hostileName}/icp.yaml`, '--reporter', 'json'],
    ['check', 'good', '--output', `${hostileName}/report.txt`],
    ['compare', hostileName],
    ['compare', hostileName, '--reporter', 'markdown'],
    ['pack', hostileName, '--out', `${hostileName}-${lang}`],
    ['pack', hostileName, '--out', `${hostileName}-${lang}`],
    ['forms', hostileName, '--out', `${hostileName}-forms-${lang}`],
    ['init', hostileName],
    ['init', `${hostileName}-new-${lang}`, '--example'],
    ['init', `${hostileName}-new`, '--example', hostileName],
    ['check', 'good', '--rules', hostileName],
    ['check', 'good', '--identity', hostileName],
    ['check', 'good', '--on', hostileName],
    ['check', 'good', '--shard', hostileName],
    ['check', 'good', '--reporter', hostileName],
    ['rules', 'show', hostileName],
    ['rules', 'explain', `national/${hostileName}`],
    ['rules', 'lint', hostileName],
    ['rules', 'diff', hostileName],
    ['rules', 'new', 'rule', hostileName],
    ['schema', hostileName],
    [hostileName],
    ['check', `--${hostileName}`],
  ]

  it.each(asPath.map(call => [call.map(part => part.replaceAll(hostileName, 'NAME')).join(' '), call] as const))(
    '%s',
    (_, call) => {
      const { all, status } = run([...call, '--lang', lang], { cwd: folder })
      expect([0, 1, 2]).toContain(status)
      expect(all.length).toBeGreaterThan(10)
      expect(heardIn(all, 'output')).toEqual([])
    },
  )
})

describe('what code hosts read', () => {
  const reported = (reporter: string, path = 'filing'): Run =>
    run(['check', path, '--reporter', reporter, '--lang', 'en'], { cwd: folder })

  it('GitHub: each line is one annotation of ours, or the total', () => {
    for (const path of ['filing', hostileName]) {
      const lines = reported('github', path).stdout.trimEnd().split('\n')
      const commands = lines.filter(line => line.trimStart().startsWith('::') || line.includes('##['))
      expect(commands.length).toBeGreaterThan(10)
      expect(
        commands.filter(
          line => !/^::(?:error|warning|notice) file=[^:,\n]+,line=\d+,col=\d+,title=[^:,]+::/.test(line),
        ),
      ).toEqual([])
    }
  })

  it('JUnit is XML that a parser takes, and keeps the texts', () => {
    const parsed: unknown = new XMLParser({ ignoreAttributes: false }).parse(reported('junit').stdout)
    expect(JSON.stringify(parsed)).toContain('<script>owned()</script>')
  })

  it('JSON of every kind says the same without escapes', () => {
    for (const reporter of ['json', 'sarif', 'gitlab'] as const) {
      const text = reported(reporter, hostileName).stdout
      expect(() => JSON.parse(text)).not.toThrow()
    }
    const { filings }: { filings: { file: string }[] } = JSON.parse(reported('json', hostileName).stdout)
    expect(filings[0]?.file).toBe(join(hostileName, 'icp.yaml'))
  })

  it('Markdown: no link, image, tag or mention that the filing made', () => {
    const short = '<script>owned()</script>](javascript:owned()) ![x](y) @everyone'
    mkdirSync(join(folder, 'short'), { recursive: true })
    writeFileSync(join(folder, 'short', 'icp.yaml'), filledFiling(fillTexts(() => short)))
    const { stdout } = reported('markdown', 'short')
    expect(stdout).toContain(String.raw`\<script\>owned()`)
    const prose = stdout.replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    expect(prose).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[|(?<!\\)<(?:script|img)|@everyone/)
  })
})

it('a terminal gets colours and nothing else, whatever the filing says', () => {
  const { stdout } = run(['check', 'filing', '--lang', 'zh'], { cwd: folder, env: { FORCE_COLOR: '1' } })
  const plain = stdout.replaceAll(colours, '')
  expect(plain).not.toBe(stdout)
  expect(heardIn(plain, 'coloured')).toEqual([])
  expect(stdout).not.toContain('\u001B[31m\\')
})

describe('lines of JSON', () => {
  it('are answered by lines of JSON without what nobody sees', () => {
    const filing = {
      icp: 1,
      province: attack,
      provider: attack,
      sponsor: { kind: attack, name: attack },
      services: [{ name: attack, domains: [{ name: attack }] }],
    }
    const input = [JSON.stringify(filing), JSON.stringify({ [attack]: attack }), '{"icp": "\u202E', attack].join('\n')
    const { stdout, stderr, status } = run(['check', '-'], { cwd: folder, input })
    expect([0, 1, 2]).toContain(status)
    expect(heardIn(stdout, 'lines')).toEqual([])
    expect(heardIn(stderr, 'lines')).toEqual([])
    for (const line of stdout.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  })
})

describe('a sheet of somebody', () => {
  const sheet = (title: string) => `sheet: mine
title: { zh: "表", en: "sheet" }
province: { code: '99', letter: 银, office: { zh: 局, en: office } }
sources:
  guide: { kind: notice, publisher: P, title: T, as-of: '2025', read: 2026-11-24 }
rules:
  - id: one
    title: { zh: ${JSON.stringify(title)}, en: "one" }
    confirm: { zh: ${JSON.stringify(title)}, en: look }
    source: { guide: '' }
    examples: [{ confirm: {} }]
`

  it('may not hold what nobody sees', () => {
    const titles = ['\u001B[31mred', 'two\nlines', '\u202Eright to left', '\u009B2J', 'zero\u200Bwidth']
    mkdirSync(join(folder, 'mine', 'provinces'), { recursive: true })
    for (const [index, title] of titles.entries()) {
      const text = sheet(title).replace('sheet: mine', `sheet: mine${index}`)
      writeFileSync(join(folder, 'mine', 'provinces', `mine${index}.yaml`), text)
    }
    const { stdout, status } = run(['rules', 'lint', 'mine', '--lang', 'en'], { cwd: folder })
    for (const index of titles.keys())
      expect(stdout).toMatch(new RegExp(`mine${index}\\.yaml:\\d+:\\d+ holds U\\+[0-9A-F]{4}, a character nobody sees`))
    expect(status).toBe(1)
    expect(heardIn(stdout, 'lint')).toEqual([])
    const check = run(['check', 'good', '--rules', 'mine'], { cwd: folder })
    expect([check.stdout, check.status]).toEqual(['', 2])
    expect(heardIn(check.stderr, 'check')).toEqual([])
  })

  it('may hold markup, which stays text everywhere', () => {
    cpSync(join(folder, 'good'), join(folder, 'marked'), { recursive: true })
    mkdirSync(join(folder, 'markup', 'provinces'), { recursive: true })
    const title = '<script>owned()</script>](javascript:owned()) ::error::x %0A=cmd|'
    writeFileSync(join(folder, 'markup', 'provinces', 'mine.yaml'), sheet(title))
    const filing = textAt(folder, 'good', 'icp.yaml').replace('province: guangdong', 'province: mine')
    writeFileSync(join(folder, 'marked', 'icp.yaml'), filing)
    const packed = run(['pack', 'marked', '--rules', 'markup', '--out', 'marked-bundle', '--lang', 'zh'], {
      cwd: folder,
    })
    expect([0, 1]).toContain(packed.status)
    const html = textAt(folder, 'marked-bundle/data/checklist.html')
    expect(html).toContain('&lt;script&gt;owned()')
    expect(html).not.toContain('<script>owned')
    const markdown = textAt(folder, 'marked-bundle/data/checklist.md')
    expect(markdown).toContain(String.raw`\<script\>owned()`)
  })
})
