// `check` as a CI job calls it: which filings, which findings count, today and ahead, and where the reports go.
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCommand, type CheckOptions } from '../src/commands/check.ts'
import { UserError } from '../src/commands/user-error.ts'
import { factNames, factNamed, valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import { addDays } from '../src/model/calendar.ts'
import { isDated } from '../src/rules/ahead.ts'
import { filing as brokenFiling } from './broken-filing.ts'
import { contextOf, smallBook } from './small-book.ts'
import { tables, today } from './small-world.ts'

const book = smallBook([
  { id: 'kind', require: { 'sponsor.kind': 'individual' } },
  { id: 'name', require: { 'service.name': { 'length-at-least': 3 } }, severity: 'warning' },
  { id: 'domain', require: { 'domain.days-left': { 'at-least': 45 } } },
  { id: 'letter', when: { 'sponsor.kind': 'individual' }, needs: 'commitment-letter', since: addDays(today, 20) },
  { id: 'passing', require: { 'sponsor.kind': 'x' }, since: addDays(today, 5), until: addDays(today, 8) },
  { id: 'look', confirm: { zh: '请看', en: 'look' } },
])

const good = `icp: 1
sponsor: { kind: individual }
services: [{ name: 海风软件, domains: [{ name: a.cn, expires: 2028-01-01 }] }]
`
const wrong = good.replace('individual', 'enterprise')
const warned = good.replace('海风软件', '海风')

let folders = 0
const workspace = mkdtempSync(join(tmpdir(), 'icp-prep-ci-'))

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  folders += 1
  const top = join(workspace, String(folders))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(top, path, '..'), { recursive: true })
    writeFileSync(join(top, path), text)
  }
  return top
}

const quiet: CheckOptions = { reporters: ['ndjson'], strict: false, personal: false, notes: false, colour: false }

type Line = {
  file: string
  findings: { rule: string; from?: string; known?: true; fingerprint: string }[]
}

async function check(paths: readonly string[], options: Partial<CheckOptions> = {}) {
  const outcome = await checkCommand(paths, { ...quiet, ...options }, contextOf(book, 'en'))
  const lines = (): Line[] =>
    outcome.text === '' ? [] : outcome.text.split('\n').map((line): Line => JSON.parse(line))
  return { ...outcome, lines }
}

const filesIn = async (paths: readonly string[], top: string) =>
  (await check(paths)).lines().map(({ file }) => file.replace(`${top}/`, ''))

const problemOf = async (paths: readonly string[], options: Partial<CheckOptions>) => {
  const error = await check(paths, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof UserError ? error.problem : error
}

describe('filings are found', () => {
  const top = folder({
    'a/icp.yaml': good,
    'b/客户 乙/icp.yaml': good,
    'b/drafts/icp.yaml': wrong,
    'b/keep/drafts/icp.yaml': good,
    'b/.icpignore': 'drafts/\n!keep/drafts/\n# a comment\n',
    'c/icp.yaml': wrong,
    'c/other.yaml': good,
    '.icpignore': '/c/icp.yaml\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'node_modules/x/icp.yaml': wrong,
  })

  it.each([
    [
      'in folders, but for what .icpignore files name',
      ['.'],
      ['a/icp.yaml', 'b/keep/drafts/icp.yaml', 'b/客户 乙/icp.yaml'],
    ],
    ['by pattern', ['{a,b}/**/icp.yaml'], ['a/icp.yaml', 'b/keep/drafts/icp.yaml', 'b/客户 乙/icp.yaml']],
    ['by patterns of folders', ['b/客户*', '?'], ['b/客户 乙/icp.yaml', 'a/icp.yaml', 'b/keep/drafts/icp.yaml']],
    ['under any name', ['c/*.yaml'], ['c/other.yaml']],
    ['once, however often they are named', ['a', 'a/icp.yaml', 'a/*'], ['a/icp.yaml']],
    ['unless they are ignored, even by their name', ['c/icp.yaml', 'b/drafts', 'a'], ['a/icp.yaml']],
  ])('%s', async (_how, paths, expected) => {
    expect(
      await filesIn(
        paths.map(path => join(top, path)),
        top,
      ),
    ).toEqual(expected)
  })

  it('or said to be left out', async () => {
    const { code, talk, text } = await check([join(top, 'c/icp.yaml')])
    expect([code, text]).toEqual([0, ''])
    expect(talk).toContain('.icpignore')
  })

  it('or told to be missing', async () => {
    expect(await problemOf([join(top, 'x*')], {})).toMatchObject({ code: 'no-match' })
    expect(await problemOf([join(top, 'nowhere')], {})).toMatchObject({ code: 'missing' })
  })
})

describe('the exit code', () => {
  const at = folder({
    'good/icp.yaml': good,
    'wrong/icp.yaml': wrong,
    'warned/icp.yaml': warned,
    'broken/icp.yaml': 'x',
  })
  it.each<[string[], Partial<CheckOptions>, number]>([
    [['good'], {}, 0],
    [['wrong'], {}, 1],
    [['wrong', 'broken'], {}, 2],
    [['warned'], {}, 0],
    [['warned'], { strict: true }, 1],
    [['warned'], { maxWarnings: '1' }, 0],
    [['warned'], { maxWarnings: '0' }, 1],
    [['good'], { maxWarnings: '0' }, 0],
  ])('of %j with %j is %d', async (names, options, code) => {
    const outcome = await check(
      names.map(name => join(at, name)),
      options,
    )
    expect(outcome.code).toBe(code)
  })

  it.each<[Partial<CheckOptions>, string]>([
    [{ maxWarnings: '-1' }, 'bad-count'],
    [{ maxWarnings: 'many' }, 'bad-count'],
    [{ ahead: '0' }, 'bad-count'],
    [{ ahead: '99999' }, 'bad-count'],
    [{ reporters: ['json', 'sarif'] }, 'one-stdout'],
    [{ reporters: ['json:a', 'sarif:./a'] }, 'output-twice'],
    [{ reporters: ['json:a'], output: 'b' }, 'output-alone'],
    [{ reporters: ['json:'] }, 'wrong-option'],
    [{ reporters: [`json:${at}/good/icp.yaml`] }, 'filing-exists'],
    [{ reporters: [`json:${at}/good`] }, 'directory'],
    [{ reporters: [`json:${at}/good/icp.yaml/x`] }, 'not-a-folder'],
    [{ baseline: join(at, 'wrong/icp.yaml') }, 'bad-baseline'],
    [{ changedSince: '--output=x' }, 'no-revision'],
  ])('is 2 for %j', async (options, code) => {
    expect(await problemOf([join(at, 'good')], options)).toMatchObject({ code })
  })
})

describe('reports', () => {
  const at = folder({ 'icp.yaml': wrong })

  it('are written several in one run, for their owner only, folders made', async () => {
    const [out, rest] = [join(at, 'new/folder/out.sarif'), join(at, 'rest.md')]
    const { text, talk, code } = await check([at], { reporters: ['markdown', `sarif:${out}`], output: rest })
    expect([text, code]).toEqual(['', 1])
    expect(talk).toContain(out)
    expect(readFileSync(out, 'utf8')).toContain('"2.1.0"')
    expect(readFileSync(rest, 'utf8')).toMatch(/^<!-- icp-prep -->[^]*\n$/)
    expect([statSync(out).mode & 0o777, statSync(join(at, 'new')).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('add a summary to the page of a GitHub run, behind what is there', async () => {
    const summary = join(at, 'summary.md')
    writeFileSync(summary, 'before\n')
    await check([at], { reporters: ['github'], stepSummary: summary })
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n<!-- icp-prep -->/)
    await check([at], { reporters: ['json'], stepSummary: summary })
    expect(readFileSync(summary, 'utf8').match(/<!-- icp-prep -->/g)).toHaveLength(1)
  })
})

describe('a baseline', () => {
  const files = () => ({ 'a/icp.yaml': wrong, 'b/110105199003077774/icp.yaml': warned })

  it('of what is found lets it pass, wherever lines move, and nothing new', async () => {
    const at = folder(files())
    const baseline = join(at, 'known.json')
    expect((await check([at], { writeBaseline: baseline })).code).toBe(0)
    writeFileSync(join(at, 'a/icp.yaml'), `# moved\n${wrong}`)
    const known = await check([at], { baseline, strict: true, maxWarnings: '0' })
    expect(known.code).toBe(0)
    expect(known.lines().flatMap(({ findings }) => findings.filter(each => each.known)).length).toBe(2)
    writeFileSync(join(at, 'a/icp.yaml'), wrong.replace('2028', '2026'))
    const more = await check([at], { baseline })
    expect(more.code).toBe(1)
    const fresh = more
      .lines()
      .flatMap(({ findings }) => findings.filter(each => !each.known && each.rule !== 'national/look'))
    expect(fresh.map(({ rule }) => rule)).toEqual(['national/domain'])
  })

  it('holds no number of a person and is the same each time', async () => {
    const at = folder(files())
    const baseline = join(at, 'known.json')
    await check([at], { writeBaseline: baseline })
    const first = readFileSync(baseline, 'utf8')
    await check([at], { writeBaseline: baseline })
    expect(readFileSync(baseline, 'utf8')).toBe(first)
    expect(first).not.toContain('110105199003077774')
    expect(first).toContain('"file":"a/icp.yaml","rule":"national/kind"')
  })

  it('tells what is gone of the filings it looked at, and of those that are no more', async () => {
    const at = folder(files())
    const baseline = join(at, 'known.json')
    await check([at], { writeBaseline: baseline })
    writeFileSync(join(at, 'a/icp.yaml'), good)
    expect((await check([join(at, 'b')], { baseline })).talk).toBeUndefined()
    const { talk, code } = await check([at], { baseline })
    expect(talk).toContain('national/kind (a/icp.yaml)')
    expect(code).toBe(0)
    const json = await check([at], { baseline, reporters: ['json'] })
    expect(JSON.parse(json.text)).toMatchObject({ gone: [{ file: 'a/icp.yaml', rule: 'national/kind' }] })
  })

  it('written by a run over a part keeps what is known of the rest', async () => {
    const at = folder(files())
    const baseline = join(at, 'known.json')
    await check([at], { writeBaseline: baseline })
    writeFileSync(join(at, 'b/110105199003077774/icp.yaml'), good)
    await check([join(at, 'b')], { writeBaseline: baseline })
    expect((await check([at], { baseline })).code).toBe(0)
    expect(readFileSync(baseline, 'utf8')).not.toContain('national/name')
  })

  it('that knows something as still to come fails once it has come', async () => {
    const at = folder({ 'icp.yaml': good.replace('2028-01-01', addDays(today, 50)) })
    const baseline = join(at, 'known.json')
    await check([at], { writeBaseline: baseline, ahead: '30' })
    expect((await check([at], { baseline, ahead: '30' })).code).toBe(0)
    const later = { ...contextOf(book, 'en'), on: addDays(today, 10) }
    expect((await checkCommand([at], { ...quiet, baseline }, later)).code).toBe(1)
  })
})

describe('looking ahead', () => {
  const from = async (text: string, days: number) => {
    const { lines, code } = await check([folder({ 'icp.yaml': text })], { ahead: String(days) })
    const ahead = lines().flatMap(({ findings }) => findings.filter(each => each.from !== undefined))
    return { code, ahead: ahead.map(each => [each.rule, each.from]) }
  }

  it('names the first day of what will be wrong, to the day', async () => {
    const expires = good.replace('2028-01-01', addDays(today, 50))
    expect(await from(expires, 4)).toEqual({ code: 0, ahead: [] })
    // 50 days left today: fewer than 45 in six days.
    expect(await from(expires, 6)).toEqual({
      code: 1,
      ahead: [
        ['national/passing', addDays(today, 5)],
        ['national/domain', addDays(today, 6)],
      ],
    })
  })

  it('knows rules that are published for a later day, and those that come and go', async () => {
    expect((await from(good, 60)).ahead).toEqual([
      ['national/passing', addDays(today, 5)],
      ['national/letter', addDays(today, 20)],
    ])
  })

  it('does not repeat what is wrong today', async () => {
    expect((await from(good.replace('2028-01-01', '2026-12-02'), 3)).ahead).toEqual([])
  })

  it('says so in every report', async () => {
    const at = folder({ 'icp.yaml': good })
    for (const reporter of ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'markdown']) {
      const { text } = await check([at], { ahead: '5', reporters: [reporter] })
      expect(text).toContain(addDays(today, 5))
    }
  })

  it('reckons with every fact that is another on another day', () => {
    const services = [
      {
        ...brokenFiling.services[0],
        domains: [{ name: 'a.cn', expires: '2028-01-01', 'real-name': { on: '2026-01-01' } }],
        access: { expires: '2027-01-01' },
        'pre-approvals': [{ type: 'news', 'valid-to': '2027-01-01' }],
      },
    ]
    const materials = [{ is: 'commitment-letter', 'signed-on': '2026-11-20', 'valid-to': '2027-01-01' }]
    const sponsor = {
      ...brokenFiling.sponsor,
      document: { ...brokenFiling.sponsor.document, 'valid-to': '2027-01-01', 'valid-from': '2020-01-01' },
    }
    const filing = { icp: '1' as const, ...brokenFiling, sponsor, services, materials }
    const reading = factNames().filter(name => {
      let isRead = false
      const world = {
        filing,
        tables,
        get day() {
          isRead = true
          return today
        },
      }
      const subjects = subjectsOf(world)[factNamed(name)?.scope ?? 'filing']
      isRead = false
      subjects.forEach(subject => valueOf(name, subject))
      return isRead
    })
    expect(reading.length).toBeGreaterThan(15)
    expect(reading.filter(name => !isDated(name))).toEqual([])
  })
})
