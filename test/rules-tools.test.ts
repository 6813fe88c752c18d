// The rule keeper's commands: list, show, explain, stale, diff, new, on a folder of rules of their own.
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainRule, listRules, showSheet } from '../src/commands/rule-pages.ts'
import { lintRules, testRules } from '../src/commands/rules.ts'
import { diffRules } from '../src/commands/rules-diff.ts'
import { newEntry } from '../src/commands/rules-new.ts'
import { staleSources } from '../src/commands/rules-stale.ts'
import { UserError } from '../src/commands/user-error.ts'
import { languages } from '../src/locales/index.ts'

const { en, zh } = languages
const today = '2026-11-24'

const sheet = `sheet: national
title: { zh: 全国, en: The country }
sources:
  guide: { kind: notice, publisher: A publisher, title: 通知, as-of: '2024', read: 2026-11-23 }
  old: { kind: notice, publisher: A publisher, title: 旧通知, as-of: '2020', read: 2026-01-01 }
rules:
  - id: term
    title: { zh: 域名至少剩余 60 天, en: The domain runs for 60 days }
    since: 2026-01-01
    require: { domain.days-left: { at-least: 60 } }
    fix: { zh: 续费, en: Renew it }
    source: { guide: 第一条 }
    examples: [{ pass: { domain.days-left: 60 } }, { fail: { domain.days-left: 59 } }]
  - id: term
    title: { zh: 域名至少剩余 30 天, en: The domain runs for 30 days }
    until: 2026-01-01
    require: { domain.days-left: { at-least: 30 } }
    fix: { zh: 续费, en: Renew it }
    source: { old: '' }
    examples: [{ pass: { domain.days-left: 30 } }, { fail: { domain.days-left: 29 } }]
  - id: sealed
    title: { zh: 须盖章, en: It is sealed }
    since: 2025-06-01
    confirm: { zh: 已盖章, en: It is sealed }
    source: { guide: '' }
    examples: [{ confirm: {} }]
`

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'icp-prep-keeper-'))
  for (const part of ['codes', 'materials', 'lists']) cpSync(join('rules', part), join(root, part), { recursive: true })
  writeFileSync(join(root, 'national.yaml'), sheet)
  return root
}

describe('rules list, show and explain', () => {
  const root = folder()

  it('count rules and name the oldest and newest source', () => {
    expect(listRules(root, en).text).toBe('national  The country  3 rules, sources of 2020 to 2024')
    expect(listRules(root, zh).text).toBe('national  全国  3 条规则，资料日期 2020 至 2024')
  })

  it('show every entry with its verb and severity', () => {
    expect(showSheet(root, 'national', en).text.split('\n')).toEqual([
      'national/term  [require · error]  The domain runs for 60 days',
      'national/term  [require · error]  The domain runs for 30 days',
      'national/sealed  [confirm · info]  It is sealed',
    ])
  })

  it('explain a rule with its history and on whose word it stands', () => {
    const { text } = explainRule(root, 'national/term', en)
    expect(text).toContain('in force: 2026-01-01 – …')
    expect(text).toContain('in force: … – 2026-01-01')
    expect(text).toContain('A publisher · 通知 › 第一条 · 2024 · 2026-11-23')
    expect(text).toContain('days the domain still runs (domain.days-left)')
  })

  it('name the nearest rule for a mistyped one', () => {
    expect(() => explainRule(root, 'national/trem', en)).toThrow(UserError)
  })
})

describe('rules stale', () => {
  it('lists what was read too long ago, and fails for it', () => {
    const { text, code } = staleSources(folder(), '180', today, en)
    expect(text.split('\n')).toEqual([
      'national/old  旧通知  read 2026-01-01, 327 days ago, cited by 1 rule',
      '1 of 2 sources not read for more than 180 days',
    ])
    expect(code).toBe(1)
  })

  it('is content where everything was read lately', () => {
    expect(staleSources(folder(), '400', today, en).code).toBe(0)
  })

  it('takes a number of days', () => {
    expect(() => staleSources(folder(), 'many', today, en)).toThrow(UserError)
  })
})

describe('rules diff', () => {
  const root = folder()

  it.each([
    [
      '2025-01-01',
      '2026-11-24',
      ['changed national/term  The domain runs for 60 days', 'new national/sealed  It is sealed'],
    ],
    [
      '2026-11-24',
      '2025-01-01',
      ['gone national/sealed  It is sealed', 'changed national/term  The domain runs for 60 days'],
    ],
    ['2026-02-01', '2026-11-24', ['no rule changed']],
  ])('between %s and %s', (from, to, lines) => {
    expect(diffRules(root, from, to, today, en).text.split('\n').sort()).toEqual(lines.sort())
  })

  it('compares with today where one day is given', () => {
    expect(diffRules(root, '2025-01-01', undefined, today, zh).text).toContain('新增 national/sealed  须盖章')
  })

  it.each(['last year', '/nowhere'])('does not know the state %s', from => {
    expect(() => diffRules(root, from, undefined, today, en)).toThrow(UserError)
  })
})

describe('rules new', () => {
  it.each(['province', 'provider'])('starts a %s whose two examples fail until its rule is written', kind => {
    const root = folder()
    const made = newEntry(root, kind, 'atlantis', today, en)
    expect(made.text).toContain('icp-prep rules test atlantis')
    expect(testRules(root, 'atlantis', en).text).toContain('examples: 0 passed, 2 failed')
    const problems = lintRules(root, en)
      .text.split('\n')
      .filter(line => line.includes('atlantis'))
    expect(problems.length).toBe(2)
  })

  it('appends a rule to its sheet, which keeps what it had', () => {
    const root = folder()
    newEntry(root, 'rule', 'national/another', today, en)
    expect(readFileSync(join(root, 'national.yaml'), 'utf8')).toContain('id: sealed')
    expect(testRules(root, 'national', en).text).toContain('examples: 5 passed, 2 failed')
  })

  it('starts a material that reads as one', () => {
    const root = folder()
    newEntry(root, 'material', 'family-tree', today, en)
    expect(existsSync(join(root, 'materials', 'family-tree.yaml'))).toBe(true)
    expect(lintRules(root, en).text).not.toContain('family-tree')
  })

  it.each([
    ['planet', 'mars'],
    ['province', 'Hu Nan'],
    ['province', '../escape'],
    ['rule', 'national/term'],
    ['rule', 'nowhere/rule'],
  ])('refuses %s %s and writes nothing', (kind, name) => {
    const root = folder()
    expect(() => newEntry(root, kind, name, today, en)).toThrow(UserError)
    expect(readFileSync(join(root, 'national.yaml'), 'utf8')).toBe(sheet)
  })
})
