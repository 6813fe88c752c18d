// A rule book of a few rules, compiled into a temporary folder and read back, and filings judged by it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { idLookup, judgeFiling } from '../src/commands/judge-filing.ts'
import type { Context } from '../src/commands/context.ts'
import { writeCompiledBook } from '../src/disk/compile-book.ts'
import { CompiledBook } from '../src/disk/compiled-book.ts'
import { parseFiling } from '../src/disk/filing.ts'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import { languages, type Language } from '../src/locales/index.ts'
import type { Reported } from '../src/report/reported.ts'
import type { Common } from '../src/rules/rulebook.ts'
import type { RuleEntry, Sheet } from '../src/rules/sheet.ts'
import { common, placeNames, today } from './small-world.ts'

const workspace = mkdtempSync(join(tmpdir(), 'small-book-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** Sources strong enough for any severity, one of the web and one that gives no date. */
const sources: Sheet['sources'] = {
  guide: {
    kind: 'office-guide',
    publisher: '工信部',
    title: '备案指南',
    url: 'https://example.org/guide',
    'as-of': '2026-01',
    read: '2026-11-24',
  },
  letter: { kind: 'notice', publisher: 'MIIT', title: 'A letter', 'as-of': 'unknown', read: '2026-11-24' },
}

/** A rule of which only the telling parts are given. */
export type Parts = Partial<RuleEntry> & Pick<RuleEntry, 'id'>

export const rule = ({ id, ...parts }: Parts): RuleEntry => ({
  id,
  title: { zh: `规则 ${id}`, en: `rule ${id}` },
  source: { guide: '第一条' },
  examples: [{}],
  ...parts,
})

let books = 0

/** The national sheet with these rules; further sheets by their paths in the rules folder, without rules unless they say. */
export function smallBook(
  rules: readonly Parts[],
  more: Readonly<Record<string, Partial<Sheet>>> = {},
  shared: Common = common,
): CompiledBook {
  books += 1
  const folder = join(workspace, String(books))
  const title = { zh: '全国', en: 'the country' }
  const national: Partial<Sheet> = { sheet: 'national', title, sources, rules: rules.map(rule) }
  for (const [path, sheet] of Object.entries({ 'national.yaml': national, ...more })) {
    mkdirSync(dirname(join(folder, 'rules', path)), { recursive: true })
    writeFileSync(join(folder, 'rules', path), JSON.stringify({ sources: {}, rules: [], ...sheet }))
  }
  const read = readRulesFolder(join(folder, 'rules'))
  const problems = read.sheets.flatMap(sheet => sheet.problems)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  writeCompiledBook({ ...read, common: shared }, placeNames, join(folder, 'book'))
  return new CompiledBook(join(folder, 'book'))
}

export const contextOf = (book: CompiledBook, language: Language = 'zh'): Context => ({
  words: languages[language],
  today,
  on: undefined,
  book,
  version: '0.0.0',
})

/** A filing judged, with the places of its text. */
export function reportedOf(text: string, book: CompiledBook, file = 'icp.yaml'): Reported {
  const context = contextOf(book)
  const read = parseFiling(text, idLookup(context))
  if (read.is === 'malformed') throw new Error(JSON.stringify(read.problems))
  return { ...judgeFiling(read.filing, context), file, placeOf: read.placeOf }
}
