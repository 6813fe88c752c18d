// Reports for machines, checked by validators: SARIF, JUnit, code quality, annotations, Markdown, lines of JSON.
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { spawnSync } from 'node:child_process'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../src/locales/index.ts'
import { github } from '../src/report/github.ts'
import { gitlab } from '../src/report/gitlab.ts'
import { junit } from '../src/report/junit.ts'
import { markdown } from '../src/report/markdown.ts'
import { ndjson } from '../src/report/ndjson.ts'
import type { Reported, ReportOptions, Unusable } from '../src/report/reported.ts'
import { sarif } from '../src/report/sarif.ts'
import { reported as brokenEverywhere } from './broken-filing.ts'
import { reportedOf, smallBook, type Parts } from './small-book.ts'
import { codeQualitySchema, sarifSchema } from './report-schemas.ts'

const both: Language[] = ['zh', 'en']
const options: ReportOptions = { personal: false, notes: false, colour: false, version: '1.2.3' }

const rules: Parts[] = [
  { id: 'look', confirm: { zh: '页脚已放置备案号', en: 'The footer shows the number' } },
  {
    id: 'kind',
    title: { zh: '主办单位须为个人', en: 'The sponsor is an individual' },
    require: { 'sponsor.kind': 'individual' },
    fix: { zh: '改为个人', en: 'Change it' },
    source: { guide: '第一条', letter: '' },
  },
  { id: 'name', require: { 'service.name': { 'length-at-least': 90 } }, severity: 'warning' },
  { id: 'remark', require: { 'service.remark': { 'length-at-least': 30 } }, severity: 'info' },
  { id: 'seal', require: { 'sponsor.registry-status': 'normal' } },
  { id: 'letter', needs: 'commitment-letter' },
]
const book = smallBook(rules)

/** What a filing may say to trick what reads the report. */
const nasty = String.raw`a\u001b[31m\n::error::x %0A ]]> <b>&\"' | @team \u202e`
const text = `icp: 1
province: guangdong
guessed: [services.0.name]
sponsor: { kind: enterprise }
services:
- name: "${nasty}"
  remark: 13800138000
`
const reported = reportedOf(text, book, '客户 甲/备案#1?.yaml')
const unusable: Unusable[] = [
  {
    file: 'bad/icp.yaml',
    message: 'bad/icp.yaml:2:1 x\nbad/icp.yaml:3:1 y',
    mistakes: [{ place: { line: 2, column: 1 }, text: 'x' }, { text: 'y' }],
    after: 0,
  },
  { file: 'gone', message: 'gone: damaged', after: 1 },
]
const cases: [string, readonly Reported[], readonly Unusable[]][] = [
  ['nothing', [], []],
  ['one filing', [reported], []],
  ['a filing that breaks everything', [brokenEverywhere], []],
  ['files that cannot be used', [reported], unusable],
]
const inBoth = cases.flatMap(([what, all, bad]) => both.map(language => [what, language, all, bad] as const))

describe('SARIF', () => {
  const validate = formats.default(new Ajv({ strict: false, allErrors: true })).compile(sarifSchema)
  type Result = {
    ruleId: string
    ruleIndex: number
    level: string
    message: { text: string }
    locations: {
      physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region: { startLine: number } }
    }[]
    partialFingerprints: Record<string, string>
    baselineState?: string
    suppressions?: unknown[]
    properties?: { from?: string }
  }
  type Rule = { id: string; helpUri?: string; help: { text: string; markdown: string } }
  type Log = { runs: { columnKind: string; tool: { driver: { rules: Rule[] } }; results: Result[] }[] }
  const read = (all: readonly Reported[], language: Language = 'zh', more = {}, bad: readonly Unusable[] = []) => {
    const log: Log = JSON.parse(sarif(all, languages[language], { ...options, ...more }, bad))
    const run = log.runs[0]
    if (!run) throw new Error('no run')
    return { run, results: run.results, rules: run.tool.driver.rules }
  }

  it.each(inBoth)('of %s in %s is valid', (_what, language, all, bad) => {
    const log: unknown = JSON.parse(sarif(all, languages[language], options, bad))
    expect(validate(log) ? [] : validate.errors).toEqual([])
  })

  it('points to encoded addresses below the top of the repository', () => {
    const [result] = read([reported]).results
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: '%E5%AE%A2%E6%88%B7%20%E7%94%B2/%E5%A4%87%E6%A1%88%231%3F.yaml',
      uriBaseId: 'SRCROOT',
    })
    expect(read([reported]).run.columnKind).toBe('unicodeCodePoints')
  })

  it('takes a file elsewhere by its own address', () => {
    const uri = read([{ ...reported, file: '/tmp/备案/icp.yaml' }]).results[0]?.locations[0]?.physicalLocation
    expect(uri?.artifactLocation).toEqual({ uri: 'file:///tmp/%E5%A4%87%E6%A1%88/icp.yaml' })
  })

  it('knows three levels, each result’s rule, and leaves points to check oneself out', () => {
    const { results, rules: told } = read([reported])
    expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`).sort()).toEqual([
      'icp-prep/guess error',
      'national/kind error',
      'national/letter error',
      'national/name warning',
      'national/remark note',
      'national/seal error',
    ])
    expect(results.every(({ ruleId, ruleIndex }) => told[ruleIndex]?.id === ruleId)).toBe(true)
  })

  it('helps with the requirement, what to do and its sources', () => {
    const rule = read([reported], 'en').rules.find(({ id }) => id === 'national/kind')
    expect(rule?.helpUri).toBe('https://example.org/guide')
    expect(rule?.help.text.split('\n')).toEqual([
      'The sponsor is an individual',
      'do this: Change it',
      'source: 工信部 《备案指南》 › 第一条 (of 2026-01, read 2026-11-24) https://example.org/guide',
      'source: MIIT A letter (undated, read 2026-11-24)',
    ])
    expect(rule?.help.markdown).toContain('](<https://example.org/guide>)')
  })

  it('marks known findings, and what is still to come', () => {
    const findings = reported.judgement.findings.map((finding, at) =>
      at % 2 === 0 ? { ...finding, known: true as const } : { ...finding, from: '2027-01-01' },
    )
    const all = [{ ...reported, judgement: { ...reported.judgement, findings } }]
    const { results } = read(all, 'en', { gone: [{ file: 'a/icp.yaml', rule: 'national/x', fingerprint: 'p' }] })
    const known = results.filter(({ baselineState }) => baselineState === 'unchanged')
    expect(known.length).toBeGreaterThan(0)
    expect(known.every(({ suppressions }) => suppressions?.length === 1)).toBe(true)
    const ahead = results.filter(({ properties }) => properties?.from === '2027-01-01')
    expect(ahead.length).toBeGreaterThan(0)
    expect(ahead.every(({ message }) => message.text.includes('from 2027-01-01 on'))).toBe(true)
  })

  describe('has fingerprints', () => {
    const printsOf = (written: string, file = 'icp.yaml') =>
      new Map(
        read([reportedOf(written, book, file)]).results.map(({ ruleId, partialFingerprints }) => [
          ruleId,
          partialFingerprints['icpPrep/v1'],
        ]),
      )
    const print = (written: string, rule: string, file?: string) => printsOf(written, file).get(rule)
    const two = `icp: 1
services:
- { name: 甲, domains: [{ name: a.cn }] }
- { name: 乙, domains: [{ name: b.cn }] }
`

    it('that no two results share', () => {
      const prints = read([brokenEverywhere]).results.map(result => result.partialFingerprints['icpPrep/v1'])
      expect(new Set(prints).size).toBe(prints.length)
    })

    it('that lines, values and languages do not change', () => {
      const moved = `# one more line\n${text.replace('enterprise', '"law-firm"')}`
      expect(printsOf(moved)).toEqual(printsOf(text))
      const english = read([{ ...reported, file: 'icp.yaml' }], 'en').results.map(each => each.partialFingerprints)
      expect(english).toEqual(
        read([{ ...reported, file: 'icp.yaml' }], 'zh').results.map(each => each.partialFingerprints),
      )
    })

    it('that a service in front of another does not change, but another file does', () => {
      const swapped = two.replace(/(- .*甲.*\n)(- .*乙.*\n)/, '$2$1')
      const all = (written: string) =>
        read([reportedOf(written, book, 'icp.yaml')]).results.flatMap(
          each => each.partialFingerprints['icpPrep/v1'] ?? [],
        )
      expect(all(swapped).sort()).toEqual(all(two).sort())
      expect(print(two, 'national/name', 'other/icp.yaml')).not.toBe(print(two, 'national/name'))
    })
  })
})

describe('JUnit XML', () => {
  type Attributes = { tests: string; failures: string; errors: string; name: string; skipped?: string }
  type Case = {
    name: string
    file: string
    line?: string
    failure?: { message: string }
    skipped?: unknown
    error?: { message: string }
  }
  type Suite = Attributes & { testcase: Case[] }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: name => /^test(suite|case)$/.test(name),
  })
  const read = (all: readonly Reported[], bad: readonly Unusable[] = []) => {
    const parsed: { testsuites: Attributes & { testsuite: Suite[] } } = parser.parse(
      junit(all, languages.en, options, bad),
    )
    return parsed.testsuites
  }

  it.each(inBoth)('of %s in %s is well-formed', (_what, language, all, bad) => {
    const xml = junit(all, languages[language], options, bad)
    expect(XMLValidator.validate(xml)).toBe(true)
    // oxlint-disable-next-line no-control-regex
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/)
  })

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
  it.skipIf(!hasXmllint)('is what xmllint reads', () => {
    for (const [, all, bad] of cases) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], {
        input: junit(all, languages.zh, options, bad),
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, ''])
    }
  })

  it('counts as it says: errors fail, weaker ones are skipped, unusable files are errors', () => {
    const { tests, failures, errors, testsuite } = read([reported], unusable)
    const all = testsuite.flatMap(suite => suite.testcase)
    expect([tests, failures, errors]).toEqual([
      String(all.length),
      String(all.filter(each => each.failure).length),
      String(all.filter(each => each.error).length),
    ])
    expect(testsuite.map(({ name }) => name)).toEqual(['客户 甲/备案#1?.yaml', 'bad/icp.yaml', 'gone'])
    expect([failures, errors, testsuite[0]?.skipped]).toEqual(['5', '3', '2'])
  })

  it('says in which file and line each case stands', () => {
    const { testsuite } = read([reported], unusable)
    const places = testsuite.flatMap(({ testcase }) =>
      testcase.map(({ name, file, line }) => [name.replace(/ .*/s, ''), file, line]),
    )
    const own = '客户 甲/备案#1?.yaml'
    expect(places[0]).toEqual(['ready', own, undefined])
    expect(places).toContainEqual(['national/kind', own, '4'])
    expect(places).toContainEqual(['icp-prep/guess', own, '6'])
    expect(places.slice(-3)).toEqual([
      ['icp-prep/form', 'bad/icp.yaml', '2'],
      ['icp-prep/form', 'bad/icp.yaml', '1'],
      ['icp-prep/form', 'gone', '1'],
    ])
  })

  it('passes a filing that is ready', () => {
    const ready = read([reportedOf('icp: 1', smallBook([]))])
    expect([ready.tests, ready.failures, ready.testsuite[0]?.testcase[0]?.name]).toEqual(['1', '0', 'ready to submit'])
  })
})

describe('code quality', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(codeQualitySchema)

  it.each(inBoth)('of %s in %s is valid, each fingerprint once', (_what, language, all, bad) => {
    const issues: { fingerprint: string }[] = JSON.parse(gitlab(all, languages[language], options, bad))
    expect(validate(issues) ? [] : validate.errors).toEqual([])
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  })

  it('leaves known findings out', () => {
    const findings = reported.judgement.findings.map(finding => ({ ...finding, known: true as const }))
    const all = [{ ...reported, judgement: { ...reported.judgement, findings } }]
    expect(JSON.parse(gitlab(all, languages.zh, options, []))).toMatchObject([{ check_name: 'icp-prep/guess' }])
  })
})

describe('annotations', () => {
  /** As the runner reads them. */
  function parse(line: string) {
    const [, command = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
    const unescaped = (value: string) =>
      value
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%')
    return {
      command,
      ...Object.fromEntries(
        properties.split(',').map(each => [each.split('=')[0], unescaped(each.slice(each.indexOf('=') + 1))]),
      ),
      message: unescaped(data),
    }
  }
  const file = 'a,b: 100%/icp.yaml'
  const lines = github([{ ...reported, file }], languages.en, options, unusable).split('\n')
  const commands = lines.filter(line => line.startsWith('::')).map(parse)

  it('are read back as they were written', () => {
    expect(commands).toContainEqual({
      command: 'error',
      file,
      line: '4',
      col: '18',
      title: 'national/kind',
      message:
        'The sponsor is an individual\nsponsor kind: you wrote enterprise; expected individual\ndo this: Change it',
    })
    expect(commands[0]).toMatchObject({
      command: 'error',
      file: 'bad/icp.yaml',
      line: '2',
      message: expect.stringMatching(/^x\n/),
    })
  })

  it('come strongest first, as only ten of a kind are shown', () => {
    const order = commands.map(({ command }) => ['error', 'warning', 'notice'].indexOf(command))
    const own = order.slice(unusable.length + 1)
    expect(own.filter(each => each === 0).length).toBeGreaterThan(2)
    expect(order.indexOf(2)).toBeGreaterThan(order.indexOf(0))
  })

  it('never let a filing write a command of its own', () => {
    expect(commands.length).toBe(lines.length - 1)
    expect(lines.at(-1)).toMatch(/^Not ready/)
    expect(lines.join('\n')).not.toContain('\n::error::x')
    expect(lines.join('\n')).not.toContain('\u001B')
  })
})

describe('Markdown', () => {
  it('lists each filing with its findings and what a person must check', () => {
    const told = markdown([reported], languages.en, options, unusable)
    expect(told).toMatch(/^<!-- icp-prep -->\n## ICP filing check\n/)
    expect(told).toContain('| `bad/icp.yaml` | ❌ not ready | 1 | 0 | 0 | 0 | 0 |')
    expect(told).toContain('- ❌ **The sponsor is an individual** L4 `national/kind`')
    expect(told).toContain('- [ ] The footer shows the number')
  })

  it('is no place for markup, mentions or lines of a filing', () => {
    const told = markdown([reported], languages.en, options, [])
    expect(told).not.toContain('<b>')
    expect(told).not.toMatch(/@team/)
    expect(told).not.toMatch(/^::/m)
  })

  it('stays short enough for a comment, however many filings there are', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ ...reported, file: `clients/${at}/icp.yaml` }))
    const told = markdown(many, languages.zh, options, [])
    expect(told.length).toBeLessThan(65_536)
    expect(told).toMatch(/另有 \d+ 份备案未列出/)
  })
})

describe('lines of JSON', () => {
  it('are one per filing, in the order they were found', () => {
    const lines = ndjson([reported], languages.en, { ...options, rulesDigest: 'd' }, unusable).split('\n')
    const records: { file: string; rules: string; error?: { code: string } }[] = lines.map(line => JSON.parse(line))
    expect(records.map(({ file, rules: digest, error }) => [file, digest, error?.code])).toEqual([
      ['bad/icp.yaml', 'd', 'unusable'],
      ['客户 甲/备案#1?.yaml', 'd', undefined],
      ['gone', 'd', 'unusable'],
    ])
  })

  it('repeat no rule and no source', () => {
    const told = ndjson([reported], languages.en, options, [])
    expect(told).not.toContain('example.org')
    expect(told).not.toContain('The sponsor is an individual')
  })
})
